"""How layers lie over one another."""

from mtcheck.config.layers import Value, laid_over


def layer(**values: object) -> dict[str, Value]:
    return {name.replace("_", "-"): Value(value, "x") for name, value in values.items()}


def over(below: dict[str, Value], above: dict[str, Value]) -> dict[str, object]:
    return {name: value.value for name, value in laid_over(below, above).items()}


def test_a_key_replaces_the_same_key_and_no_other() -> None:
    assert over(layer(confidence="low", language="de"), layer(confidence="high")) == {
        "confidence": "high",
        "language": "de",
    }


def test_select_starts_afresh() -> None:
    below = layer(select=("names",), ignore=("calque",))
    assert over(below, layer(select=("fluency",))) == {"select": ("fluency",)}


def test_ignore_replaces_and_extend_ignore_adds() -> None:
    assert over(layer(ignore=("a",)), layer(ignore=("b",)))["ignore"] == ("b",)
    assert over(layer(ignore=("a",)), layer(extend_ignore=("b", "a")))["ignore"] == ("a", "b")


def test_extend_select_adds_only_where_something_is_selected() -> None:
    assert over(layer(select=("names",)), layer(extend_select=("calque",)))["select"] == (
        "names",
        "calque",
    )
    assert "select" not in over({}, layer(extend_select=("calque",)))


def test_extend_select_takes_back_what_is_ignored() -> None:
    assert over(layer(ignore=("calque", "mojibake")), layer(extend_select=("calque",))) == {
        "ignore": ("mojibake",)
    }
    of_family = over(layer(ignore=("fluency",)), layer(extend_select=("calque",)))["ignore"]
    assert isinstance(of_family, tuple)
    assert "repeated-word" in of_family and "calque" not in of_family
    assert over(layer(ignore=("calque",)), layer(extend_select=("fluency",)))["ignore"] == ()


def test_in_one_layer_a_rule_goes_before_its_family() -> None:
    both = over({}, layer(extend_select=("fluency",), extend_ignore=("calque",)))
    assert both["ignore"] == ("calque",)


def test_a_family_that_is_ignored_above_takes_its_rules_along() -> None:
    ignored = over(layer(select=("calque", "names")), layer(ignore=("fluency",)))["ignore"]
    assert set(ignored) == {"fluency", "calque"}  # type: ignore[call-overload]


def test_extend_exclude_adds_to_the_default() -> None:
    excluded = over({}, layer(extend_exclude=("old/",)))["exclude"]
    assert "node_modules" in excluded and "old/" in excluded  # type: ignore[operator]
