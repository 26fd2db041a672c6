"""The pipeline on made-up rules: what speaks when, in what order, under what name."""

from collections.abc import Iterator

import pytest

from mtcheck.document import Document
from mtcheck.engine import check_document
from mtcheck.finding import ReadFailure
from mtcheck.registry import UnknownRuleError, all_rules, chosen_rules, find_rule
from mtcheck.rule import Body, Confidence, Hit, Rule, good
from mtcheck.settings import Settings
from mtcheck.summary import summarize

TEXT = "He recalled that talks had failed. He recalled that twice. NATO met, OTAN said."


def word_rule(
    word: str, confidence: Confidence, sources: tuple[str, ...] = (), name: str = ""
) -> Rule:
    """A rule that hits each place of a word."""

    def check(document: Document) -> Iterator[Hit]:
        start = document.text.find(word)
        while start >= 0:
            yield Hit(start, start + len(word), f"{word}!", sources=sources)
            start = document.text.find(word, start + 1)

    return Rule(
        name=name or word.lower(), family="test", category="style", severity="minor",
        confidence=confidence, languages=("*",), lexicon=None, aliases=(),
        body=lambda: Body(check, "", (good("x"),)),
    )  # fmt: skip


SURE = word_rule("OTAN", "high", ("fr",), name="foreign-transliteration")
SURE_TOO = word_rule("NATO", "high", ("fr",), name="untranslated-acronym")
HELD_BACK = word_rule("recalled", "medium", ("fr",))
FROM_GERMAN = word_rule("twice", "medium", ("de",))
OPT_IN = word_rule("failed", "low")


def spoken(*rules: Rule, source: str | None = None, **settings: object) -> list[str]:
    document = Document(TEXT, "en", source_language=source)
    report = check_document(document, rules, Settings(**settings))  # type: ignore[arg-type]
    return [finding.text for finding in report.findings]


def test_high_confidence_always_speaks() -> None:
    assert spoken(SURE) == ["OTAN"]


def test_medium_speaks_only_where_the_origin_is_told_or_shown() -> None:
    assert spoken(HELD_BACK) == []
    assert spoken(HELD_BACK, source="fr") == ["recalled", "recalled"]
    assert spoken(HELD_BACK, source="de") == []
    assert spoken(HELD_BACK, FROM_GERMAN, SURE, SURE_TOO) == [
        "recalled", "recalled", "NATO", "OTAN",
    ]  # fmt: skip


def test_the_threshold_of_the_origin_can_be_set() -> None:
    rules = (HELD_BACK, SURE, SURE_TOO)
    assert spoken(*rules, origin_threshold=1.0) == ["NATO", "OTAN"]


def test_low_speaks_when_asked_for_and_high_alone_can_be_asked_for() -> None:
    assert spoken(OPT_IN) == []
    assert spoken(OPT_IN, HELD_BACK, confidence="low") == ["recalled", "failed", "recalled"]
    assert spoken(SURE, HELD_BACK, source="fr", confidence="high") == ["OTAN"]


def test_a_fingerprint_survives_edits_elsewhere_and_tells_twins_apart() -> None:
    def fingerprints(text: str) -> list[str]:
        document = Document(text, "en", source_language="fr")
        report = check_document(document, [HELD_BACK], Settings())
        return [finding.fingerprint for finding in report.findings]

    sentence = "He recalled that."
    before = fingerprints(f"{sentence}\n\n{sentence}")
    assert len(set(before)) == 2
    assert fingerprints(f"A new first paragraph.\n\n{sentence}\n\n{sentence}") == before


def test_a_run_weighs_its_documents_by_their_words() -> None:
    settings = Settings()
    documents = [
        check_document(Document(TEXT, "en"), [SURE], settings),
        check_document(Document("word " * 86, "en"), [SURE], settings),
    ]
    report = summarize(documents, [ReadFailure("x", "y")], [SURE], settings)
    assert report.words == 100
    assert report.score == 90.0
    assert not report.passed
    assert summarize(documents, [], [SURE], Settings(fail_on="major")).passed
    assert not summarize(documents, [], [SURE], Settings(fail_on="never", fail_under=95)).passed


def test_the_signature_names_what_changes_a_score() -> None:
    def signature(*rules: Rule, **settings: object) -> str:
        return summarize([], [], rules, Settings(**settings)).signature  # type: ignore[arg-type]

    assert signature(SURE) == signature(SURE)
    assert signature(SURE) != signature(SURE_TOO)
    assert signature(SURE) != signature(SURE, confidence="low")


def test_rules_are_chosen_by_name_and_family() -> None:
    assert [rule.name for rule in chosen_rules(["duplicated-headline"])] == ["duplicated-headline"]
    families = {rule.family for rule in chosen_rules(["structure", "calque"], ["calque"])}
    assert families == {"structure"}
    with pytest.raises(UnknownRuleError, match="did you mean duplicated-headline"):
        chosen_rules(["duplicate-headline"])
    with pytest.raises(UnknownRuleError):
        find_rule("structure")


def test_names_are_unique() -> None:
    names = [name for rule in all_rules() for name in (rule.name, *rule.aliases)]
    assert len(names) == len(set(names))


def test_a_rule_that_raises_is_reported_and_the_others_go_on() -> None:
    def broken(document: Document) -> Iterator[Hit]:
        yield Hit(0, 2, "He!")
        raise KeyError("lost")

    rules = [
        OPT_IN._replace(name="broken", body=lambda: Body(broken, "", ()), confidence="high"),
        SURE,
    ]
    document = Document(TEXT, "en")
    report = check_document(document, rules, Settings(), path="a.txt")
    assert [finding.rule for finding in report.findings] == [SURE.name]
    errors = summarize([report], [], rules, Settings()).errors
    assert [error.path for error in errors] == ["a.txt"]
    assert "broken" in errors[0].message
    assert "KeyError: 'lost' (test_engine.py:" in errors[0].message
