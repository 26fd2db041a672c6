"""Fuzzing: whatever a file or a text holds, the run ends well. `python -m tests.fuzz.long MINUTES`
looks for what breaks, `tests/fuzz/corpus` keeps what did."""
