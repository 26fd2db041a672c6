"""Rules that are words: those of terms.toml."""

from pathlib import Path

from mtcheck.own_rules.files import read_rule_file

RULES = read_rule_file(Path(__file__).with_name("terms.toml"))
