"""The rules of the Acme newsroom."""
