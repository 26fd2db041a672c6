"""A newsroom's own rules: TOML files that hold rules, and Python packages of rules.

What they make are ordinary rules (`mtcheck.rule.Rule`): nothing after this tells them apart.
"""
