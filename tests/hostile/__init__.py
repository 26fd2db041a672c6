"""Hostile input: what a stranger's file, name or setting may hold, and what comes of it. Every test
here stands in the table of docs/security.md."""
