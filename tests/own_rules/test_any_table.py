"""Whatever stands in a rule file: it is a rule that can be asked, or a mistake in plain words."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck.document import Document
from mtcheck.hits import all_hits
from mtcheck.own_rules.fields import FieldError
from mtcheck.own_rules.files import read_rule_file
from mtcheck.own_rules.tables import KEYS, make_rule

DOCS = Path(__file__).parent.parent.parent / "docs" / "own-rules.md"
TEXT = "Talks open\n\nThe (main) talks a|b <word> in Kiev, 5 % ⟦more⟧ {than} ^that\\.\n"
WORDS = st.one_of(
    st.sampled_from(["Kiev", "in the talks", "^the", "a|b", "<word> talks", "en", "safe", "high"]),
    st.text("aK ()|<>{}^\\⟦⟧*+?.[]talks-", max_size=12),
)
VALUES = st.one_of(
    WORDS,
    st.integers(-1, 3),
    st.booleans(),
    st.lists(
        st.one_of(WORDS, st.integers(), st.dictionaries(WORDS, WORDS, max_size=1)), max_size=3
    ),
    st.dictionaries(WORDS, st.one_of(WORDS, st.integers()), max_size=3),
)


@settings(max_examples=400, deadline=None)
@given(
    st.sampled_from(["phrases", "substitutions", "pattern"]),
    VALUES,
    st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=2),
)
def test_any_table_is_a_rule_or_a_mistake(
    kind: str, value: object, more: dict[str, object]
) -> None:
    try:
        rule = make_rule({"name": "own", kind: value} | more, "house.toml")
    except FieldError as error:
        assert str(error) and "\n" not in str(error).partition(": ")[0]
        return
    for document in (Document(TEXT, "en"), Document(TEXT, "ja"), Document("", "en")):
        for _, hit in all_hits(document, [rule]):
            assert 0 <= hit.start <= hit.end <= len(TEXT)
            assert hit.message


def blocks(language: str) -> list[str]:
    parts = DOCS.read_text(encoding="utf-8").split("```")[1::2]
    return [part.partition("\n")[2] for part in parts if part.startswith(f"{language}\n")]


def test_rules_of_the_documentation_can_be_read(tmp_path: Path) -> None:
    shown = [block for block in blocks("toml") if block.startswith("[[rule]]")]
    assert len(shown) == 3
    for block in shown:
        path = tmp_path / "shown.toml"
        path.write_text(block, encoding="utf-8")
        assert read_rule_file(path)
    examples = next(block for block in blocks("toml") if block.startswith("bad = "))
    path.write_text(f'[[rule]]\nname = "own"\nphrases = ["Kiev"]\n{examples}', encoding="utf-8")
    assert [example.language for example in read_rule_file(path)[0].examples] == ["en", "fr"]


def test_documentation_tells_every_key() -> None:
    table = DOCS.read_text(encoding="utf-8").partition("## All keys")[2].partition("\n## ")[0]
    for key in KEYS:
        assert f"`{key}`" in table
