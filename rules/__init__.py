"""The rules of mtcheck: one folder a family, one file a rule, named after the rule."""

if __name__ != "mtcheck.rules":
    raise ImportError("import the rules as mtcheck.rules")
