"""What own rules of each kind do: phrases, substitutions, patterns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.lexicon import Match, opens_sentence
from mtcheck.phrase import is_exact, parsed_phrase
from mtcheck.rule import Edit, Fix, Hit

if TYPE_CHECKING:
    from mtcheck.document import Document
    from mtcheck.own_rules.bounded import BoundedPattern

Narrow = Callable[["Document", Iterable[Hit]], Iterator[Hit]]


class Wording(NamedTuple):
    """What a rule says of what it found.

    message: {found} and {suggestion} stand for the words.
    fix: "safe", "unsafe" or "none".
    sources: the source languages that a translation with this form comes from.
    """

    message: str
    fix: str = "none"
    sources: tuple[str, ...] = ()

    def hit(
        self, document: Document, start: int, end: int, suggestion: str, *, can_fix: bool = True
    ) -> Iterator[Hit]:
        """The hit; none where what is suggested stands there already. can_fix: the suggestion
        fits the place as it is."""
        found = document.text[start:end]
        if found == suggestion:
            return
        fix = None
        if can_fix and self.fix != "none":
            fix = Fix((Edit(start, end, suggestion),), safe=self.fix == "safe")
        message = self.message.replace("{found}", found).replace("{suggestion}", suggestion)
        yield Hit(start, end, message, suggestion or None, fix, sources=self.sources)


class Narrowing(NamedTuple):
    """Where a rule stays silent.

    unless: phrases; one of them in the sentence makes a hit innocent.
    most: so many hits an article are allowed.
    blocks: the kinds of blocks that it looks at; none: all.
    skip_quotations: what stands in quotation marks is the speaker's.
    """

    unless: tuple[str, ...] = ()
    most: int = 0
    blocks: tuple[str, ...] = ()
    skip_quotations: bool = False

    def __call__(self, document: Document, hits: Iterable[Hit]) -> Iterator[Hit]:
        """The hits that are left."""
        allowed = self.most
        for hit in hits:
            if not self._leaves_alone(document, hit):
                allowed -= 1
                if allowed < 0:
                    yield hit

    def _leaves_alone(self, document: Document, hit: Hit) -> bool:
        if self.blocks and document.block_at(hit.start).kind not in self.blocks:
            return True
        if self.skip_quotations and document.is_quoted(hit.start, hit.end):
            return True
        sentence = document.sentence_at(hit.start)
        return any(
            parsed_phrase(phrase, document.target).regex.search(document.text, *sentence)
            for phrase in self.unless
        )


def phrase_check(
    wording: Wording, narrowing: Narrowing, *, substitutes: bool
) -> Callable[[Document, Sequence[Match]], Iterator[Hit]]:
    """Reports the phrases of the rule's lexicon. substitutes: what is suggested takes their place,
    letter case kept."""

    def check(document: Document, matches: Sequence[Match]) -> Iterator[Hit]:
        def hits() -> Iterator[Hit]:
            for match in matches:
                suggestion, can_fix = match.entry.suggest or "", False
                if substitutes:
                    suggestion, can_fix = _in_its_case(document, match, suggestion)
                yield from wording.hit(
                    document, match.start, match.end, suggestion, can_fix=can_fix
                )

        yield from narrowing(document, hits())

    return check


def _in_its_case(document: Document, match: Match, replacement: str) -> tuple[str, bool]:
    """(the replacement in the letter case of what it replaces, may it be put there unseen?).

    A phrase in small letters also finds "Press Release" and "PRESS RELEASE", and a name made of
    its words: only where the capital is that of a sentence it is clear what to write.
    """
    found, find = document.text[match.start : match.end], match.entry.find.lstrip("^({")
    if find[:1].isupper() or found == found.lower():
        return replacement, True
    if found.isupper() and len(found) > 1:
        return replacement.upper(), False
    if not found[0].isupper():
        return replacement, is_exact(match.entry.find)
    is_sentence_case = found[1:] == found[1:].lower() or is_exact(match.entry.find)
    return (
        replacement[0].upper() + replacement[1:],
        is_sentence_case and opens_sentence(document.text, match.start),
    )


def pattern_check(
    pattern: BoundedPattern, suggest: str | None, wording: Wording, narrowing: Narrowing
) -> Callable[[Document], Iterator[Hit]]:
    """Reports what the pattern matches, or its group "span". suggest: the replacement, in which
    \\1 and \\g<name> stand for groups; an empty one deletes."""
    span = "span" if "span" in pattern.groups else 0

    def check(document: Document) -> Iterator[Hit]:
        def hits() -> Iterator[Hit]:
            for match in pattern.matches(document.text):
                start, end = match.span(span)
                if start >= 0:
                    suggestion = match.expand(suggest) if suggest else ""
                    yield from wording.hit(
                        document, start, end, suggestion, can_fix=suggest is not None
                    )

        yield from narrowing(document, hits())

    return check
