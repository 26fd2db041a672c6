"""The notation of phrases: what it matches, what it refuses."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.anchors import anchor_text, anchor_texts, anchors_of
from mtcheck.document import Document
from mtcheck.language.data import languages
from mtcheck.lexicon import Entry, Scanner, Table, index_of
from mtcheck.phrase import Phrase, PhraseError
from mtcheck.registry import all_rules


def found(phrase: str, text: str, language: str = "en") -> list[str]:
    entry = Entry(Table("test", language, (), "test.tsv", ("find",)), 1, phrase)
    matches = Scanner(index_of([entry], language)).scan(Document(text, language)).get("test", [])
    return [text[match.start : match.end] for match in matches]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("press release", "A Press\u00a0Release said", ["Press\u00a0Release"]),
        ("press release", "a press\nrelease said", ["press\nrelease"]),
        ("press release", "a press\n\nrelease said", []),
        ("press release", "express released", []),
        ("Khan Younes", "in KHAN YOUNES and Khan Younes", ["Khan Younes"]),
        ("the Hebrew state", "The Hebrew state, the Hebrew state, the hebrew state",
         ["The Hebrew state", "the Hebrew state"]),
        ("OTAN", "the OTAN-led force, OTANO", ["OTAN"]),
        ("call(s|ed|ing) on", "he called on, it calls on, I call on", ["called on", "calls on"]),
        ("the (main |)trigger", "The trigger; a trigger; the main trigger",
         ["The trigger", "the main trigger"]),
        ("{recalled} <quote>", "he recalled “that”, recalled that", ["recalled"]),
        ("<name>'s diplomacy", "saw Angela Merkel’s diplomacy", ["Angela Merkel’s diplomacy"]),
        ("^in effect", "In effect, no. It is in effect. “In effect", ["In effect", "In effect"]),
        ("in <number>", "in 2023, in May", ["in 2023"]),
        (r"\(sic\)", "a word (sic) here", ["(sic)"]),
        ("l'OTAN", "selon l’OTAN et l'OTAN", ["l’OTAN", "l'OTAN"]),
        ("follow-up", "a follow‑up", ["follow‑up"]),
    ],
)  # fmt: skip
def test_what_a_phrase_finds(phrase: str, text: str, expected: list[str]) -> None:
    assert found(phrase, text) == expected


@pytest.mark.parametrize("phrase", ["(a|b", "a)", "<nonsense> word", "{abc", "abc\\"])
def test_what_is_no_phrase(phrase: str) -> None:
    with pytest.raises(PhraseError):
        Phrase(phrase, "en")


@pytest.mark.parametrize("phrase", ["", "a", "<word> <number>", "(a|b) <word>"])
def test_what_cannot_be_looked_for(phrase: str) -> None:
    with pytest.raises(PhraseError):
        anchors_of(phrase, "en")


def test_the_longest_of_overlapping_matches_stays() -> None:
    entries = [
        Entry(Table("test", "en", (), "test.tsv", ("find",)), 1, find)
        for find in ("press release", "a press release from")
    ]
    scanner = Scanner(index_of(entries, "en"))
    (match,) = scanner.scan(Document("in a press release from Paris", "en"))["test"]
    assert match.entry.find == "a press release from"


@pytest.mark.parametrize("target", languages())
def test_every_line_of_every_lexicon_can_be_used(target: str) -> None:
    lexicons = {rule.lexicon for rule in all_rules() if rule.lexicon}
    for entry in (entry for lexicon in lexicons for entry in lexicon.entries(target)):
        entry.validate()


WORDS = st.sampled_from(["press", "release", "Paris", "über", "l'eau", "on-line", "said that"])


@st.composite
def phrases_with_a_match(draw: st.DrawFn, depth: int = 2) -> tuple[str, str]:
    """A phrase in the notation, and a text that it matches."""
    kind = draw(
        st.sampled_from(["word", "pair", "slot", "group", "optional"] if depth else ["word"])
    )
    inner = phrases_with_a_match(depth=depth - 1) if depth else st.nothing()
    if kind == "pair":
        (one, first), (two, second) = draw(inner), draw(inner)
        return f"{one} {two}", f"{first} {second}"
    if kind == "slot":
        (source, match), slot = (
            draw(inner),
            draw(st.sampled_from(["<word> {}", "{} <number>", "<number>, {}", "{}<word>"])),
        )
        return slot.replace("{}", source), re.sub("<.*>", "12", slot).replace("{}", match)
    if kind == "group":
        options = draw(st.lists(inner, min_size=1, max_size=3))
        return f"({'|'.join(source for source, _ in options)})", draw(st.sampled_from(options))[1]
    if kind == "optional":
        (source, match), word = draw(inner), draw(WORDS)
        return f"({source} |){word}", draw(st.sampled_from([f"{match} {word}", word]))
    word = draw(WORDS)
    return word, word


@given(phrases_with_a_match())
def test_anchors_miss_no_match(phrase_and_match: tuple[str, str]) -> None:
    phrase, match = phrase_and_match
    assert found(phrase, f"He wrote {match} today")
    anchors = anchors_of(phrase, "en")
    document = Document(match, "en")
    text = anchor_text(document.plain if anchors.exact else document.folded)
    assert any(anchor in text for anchor in anchors.texts)


@pytest.mark.parametrize(
    ("phrase", "anchors"),
    [
        ("press release", [" press release "]),
        ("call(s|ed) on", [" calls on ", " called on "]),
        ("the (main |)trigger", ["trigger "]),
        ("<name>’s diplomacy", [" s diplomacy "]),
        ("on the (fields|margins) of <word>", [" on the fields of ", " on the margins of "]),
        ("(<word> of|at) home", [" home "]),
        ("take (<word> off|away)", [" take "]),
        ("also: OTAN", [" also  OTAN ", " Also  OTAN "]),
    ],
)
def test_anchors_are_neighbours_multiplied_out(phrase: str, anchors: list[str]) -> None:
    assert list(anchors_of(phrase, "en").texts) == anchors


def test_short_and_long_texts_are_searched_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """One anchor after another, and all by the automaton."""
    table = Table("test", "en", (), "test.tsv", ("find",))
    phrases = ("press release", "call(s|ed) on", "OTAN", "<name>’s diplomacy", r"\(sic\)", "also:")
    index = index_of([Entry(table, 1, phrase) for phrase in phrases], "en")
    text = "The press release (sic) called on OTAN; also: Merkel’s diplomacy, Press release."
    matches = Scanner(index).scan(Document(text, "en"))
    assert len(matches["test"]) == 7
    monkeypatch.setattr("mtcheck.lexicon._FEW_LETTERS", 0)
    assert Scanner(index).scan(Document(text, "en")) == matches


def test_links_and_handles_are_no_prose() -> None:
    assert found("OTAN", "see https://example.org/OTAN and @OTAN and #OTAN") == []


@given(st.text(alphabet="abc Σ7.\n’漢", max_size=60), st.integers(1, 20), st.integers(0, 10))
def test_pieces_of_the_anchor_text_are_the_anchor_text(text, length, overlap):
    pieces = list(anchor_texts(text, length, overlap))
    whole = anchor_text(text)
    assert "".join(piece[:own] for piece, _, own in pieces) == whole
    for piece, start, own in pieces:
        assert piece == whole[start : start + own + overlap]
