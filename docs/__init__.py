"""The documentation and what builds it (docs/contributing.md tells how)."""
