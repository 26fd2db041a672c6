"""What a rule is: a frozen value made by one decorator on one function.

A rule module holds one function. Its file names the rule (`duplicated_headline.py` is
`duplicated-headline`), its folder the family; nothing is registered anywhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from mtcheck.option import ALLOW as ALLOW
from mtcheck.option import Option as Option

if TYPE_CHECKING:
    from mtcheck.document import Document
    from mtcheck.house_style import HouseStyle
    from mtcheck.lexicon import Lexicon, Match

Severity = Literal["neutral", "minor", "major", "critical"]
Confidence = Literal["high", "medium", "low"]
Side = Literal["target", "source"]
Need = Literal["source", "reference", "glossary", "house_style", "suppression"]

SEVERITIES: tuple[Severity, ...] = ("neutral", "minor", "major", "critical")
CONFIDENCES: tuple[Confidence, ...] = ("low", "medium", "high")

EVERY_LANGUAGE: tuple[str, ...] = ("*",)
"""For `languages=`: the rule looks at structure or characters that every language shares."""

SUPPRESSION = "suppression"
"""The family of the rules that speak of comments which suppress findings. They are no faults of the
translation, so they cost the text no points."""

SUPPRESSING_COMMENT = "mtcheck-ignore"
"""What a comment that suppresses findings begins with."""

OWN_FAMILY = "house"
"""The family of a newsroom's own rules that name no other."""

OPEN_MARK, CLOSE_MARK = "⟦", "⟧"


class RuleStoppedError(Exception):
    """Raised by a rule that was stopped, through no fault in the code: it took too long. The
    message says what to do."""


class Edit(NamedTuple):
    """Replace text[start:end] (code points, half-open) by `text`."""

    start: int
    end: int
    text: str


class Fix(NamedTuple):
    """Edits that mend a finding; `safe` when no reader could object to them."""

    edits: tuple[Edit, ...]
    safe: bool = True


class Related(NamedTuple):
    """A second place that a finding speaks of: the first copy of a duplicate, for one.

    side: in which text it stands, the checked one or its source.
    """

    start: int
    end: int
    message: str
    side: Side = "target"


class Hit(NamedTuple):
    """What a rule yields: a place in the document and what is wrong there.

    start, end: code points into the document's text, half-open.
    message: what is wrong and why it betrays a translation, one or two plain sentences.
    suggestion: what to write instead, where the rule knows.
    sources: the source languages that this very form betrays (primary subtags), if any;
        a hit that names them is a signal of the article's origin, and a hit of medium
        confidence speaks only where the origin is one of them.
    confidence, severity: in place of the rule's own, where one hit differs.
    file_span: what it speaks of in the decoded file, where that is no part of the text.
    """

    start: int
    end: int
    message: str
    suggestion: str | None = None
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    sources: tuple[str, ...] = ()
    confidence: Confidence | None = None
    severity: Severity | None = None
    file_span: tuple[int, int] | None = None


class Example(NamedTuple):
    """A text that runs as a test: with marked hits (bad) or with none (good).

    spans: where the hits must be, into `text` (which no longer holds the marks).
    fixed: the text after all fixes of the rule, where the rule fixes.
    source: the original, in `source_language`, for a rule that needs it.
    reference: a reference translation, likewise.
    glossary: a glossary as a table (see `mtcheck.readers.glossary`), likewise.
    house: the house style in force, likewise.
    """

    text: str
    language: str
    source_language: str | None
    spans: tuple[tuple[int, int], ...]
    fixed: str | None = None
    source: str | None = None
    reference: str | None = None
    glossary: str | None = None
    house: HouseStyle | None = None

    @property
    def is_bad(self) -> bool:
        return bool(self.spans)


def bad(
    marked: str,
    lang: str = "en",
    *,
    source_lang: str | None = None,
    source: str | None = None,
    reference: str | None = None,
    glossary: str | None = None,
    house: HouseStyle | None = None,
    fixed: str | None = None,
) -> Example:
    """An example with the fault marked in place: `bad("Talks open\\n\\n⟦Talks open⟧")`.

    An empty mark ⟦⟧ is the place where something is missing.

    Raises ValueError where no mark stands or a mark is not closed.
    """
    text, spans = unmark(marked)
    if not spans:
        raise ValueError(f"a bad example marks its fault with {OPEN_MARK} {CLOSE_MARK}: {marked!r}")
    return Example(text, lang, source_lang, spans, fixed, source, reference, glossary, house)


def good(
    text: str,
    lang: str = "en",
    *,
    source_lang: str | None = None,
    source: str | None = None,
    reference: str | None = None,
    glossary: str | None = None,
    house: HouseStyle | None = None,
) -> Example:
    """An innocent text on which the rule must stay silent."""
    return Example(text, lang, source_lang, (), None, source, reference, glossary, house)


def unmark(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Take the marks out of a text: (text without marks, the spans that they enclosed).

    Raises ValueError where a mark is not closed.
    """
    pieces: list[str] = []
    spans: list[tuple[int, int]] = []
    length = 0
    head, *rest = marked.split(OPEN_MARK)
    pieces.append(head)
    length += len(head)
    for part in rest:
        inside, closed, after = part.partition(CLOSE_MARK)
        if not closed:
            raise ValueError(f"{OPEN_MARK} without {CLOSE_MARK} in {marked!r}")
        spans.append((length, length + len(inside)))
        pieces += (inside, after)
        length += len(inside) + len(after)
    return "".join(pieces), tuple(spans)


Check = Callable[["Document"], Iterable[Hit]]
LexicalCheck = Callable[["Document", "Match"], Iterable[Hit]]
CheckWithMatches = Callable[["Document", "Sequence[Match]"], Iterable[Hit]]
AnyCheck = Check | LexicalCheck | CheckWithMatches


class Body(NamedTuple):
    """What of a rule is asked for only where it has something to look at: its code, its
    documentation (the function's docstring) and its examples."""

    function: AnyCheck
    documentation: str
    examples: tuple[Example, ...]


class Rule(NamedTuple):
    """One rule: its card, and the way to its body.

    lexicon: the word list that feeds the rule, or None. A rule with a lexicon is
        called once for each match of an entry, any other once for a document.
    all_at_once: it has a lexicon, but is called once for a document, with all matches,
        because it finds more than the lexicon can list.
    yields_to: rules or families that say more of a place: where a finding of theirs
        overlaps one of this rule, only theirs is reported.
    needs: what a document must have beside its text for the rule to be asked.
    provider: the rule file or the package that it comes from; empty where it ships with mtcheck.
    options: what a user may set in it; the rule asks `document.option`.
    body: returns the rest, which most runs never ask most rules for.
    """

    name: str
    family: str
    category: str
    severity: Severity
    confidence: Confidence
    languages: tuple[str, ...]
    lexicon: Lexicon | None
    aliases: tuple[str, ...]
    body: Callable[[], Body]
    all_at_once: bool = False
    yields_to: tuple[str, ...] = ()
    needs: tuple[Need, ...] = ()
    provider: str = ""
    options: tuple[Option[Any], ...] = ()

    @property
    def documentation(self) -> str:
        return self.body().documentation

    @property
    def examples(self) -> tuple[Example, ...]:
        return self.body().examples

    @property
    def summary(self) -> str:
        """The documentation's first sentence or line."""
        return self.documentation.partition("\n")[0]

    @property
    def is_fixable(self) -> bool:
        return any(example.fixed is not None for example in self.examples)

    def claims(self, language: str) -> bool:
        """Is the rule made for texts in this language (a primary subtag)?"""
        return self.languages == EVERY_LANGUAGE or language in self.languages

    def can_read(self, document: Document) -> bool:
        """Is the rule made for this document's language, and is there what it needs?"""
        return self.claims(document.target) and all(
            getattr(document, need) is not None for need in self.needs
        )

    def hits(self, document: Document, matches: Sequence[Match] = ()) -> Iterator[Hit]:
        """All hits of the rule in the document; `matches` are those of its own lexicon."""
        if self.lexicon is None:
            yield from self.body().function(document)  # type: ignore[call-arg]
        elif self.all_at_once:
            yield from self.body().function(document, matches)  # type: ignore[call-arg, arg-type]
        elif matches:
            function = self.body().function
            for match in matches:
                yield from function(document, match)  # type: ignore[call-arg, arg-type]


def rule(
    *,
    category: str,
    severity: Severity,
    confidence: Confidence,
    languages: tuple[str, ...] = EVERY_LANGUAGE,
    lexicon: Lexicon | None = None,
    all_at_once: bool = False,
    aliases: tuple[str, ...] = (),
    yields_to: tuple[str, ...] = (),
    needs: tuple[Need, ...] = (),
    name: str | None = None,
    family: str | None = None,
    options: tuple[Option[Any], ...] = (),
    examples: Sequence[Example],
) -> Callable[[AnyCheck], Rule]:
    """Make the decorated function a `Rule`, named after its module.

    category: an error type of the MQM core typology (themqm.org), as "branch/type".
    languages: primary subtags of the target languages that the rule is claimed for.
    name, family: in place of the module's name and its folder's.
    """

    def make(function: AnyCheck) -> Rule:
        folder, _, module = function.__module__.rpartition(".")
        from inspect import cleandoc

        body = Body(function, cleandoc(function.__doc__ or ""), tuple(examples))
        return Rule(
            name=name or module.replace("_", "-"),
            family=family or folder.rpartition(".")[2].replace("_", "-") or OWN_FAMILY,
            category=category,
            severity=severity,
            confidence=confidence,
            languages=languages,
            lexicon=lexicon,
            aliases=aliases,
            body=lambda: body,
            all_at_once=all_at_once,
            yields_to=yields_to,
            needs=needs,
            options=options,
        )

    return make
