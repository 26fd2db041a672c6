from collections import Counter
from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.language.conventions import all_conventions
from mtcheck.language.data import region_subtag
from mtcheck.language.quote_stops import (
    QuoteStop,
    is_abbreviated,
    quote_stops,
    sentence_goes_on,
)
from mtcheck.language.varieties import variety_signs
from mtcheck.rule import Confidence, Edit, Fix, Hit, bad, good, rule

_CLEAR_HABIT = 3
_NO_SPACE = dict.fromkeys(map(ord, " \u00a0\u202f\u2009"))
_NEVER_INSIDE = frozenset(("fr", "de", "es", "ru", "uk", "pl"))
"""Elsewhere an article that puts all of them inside may follow its house."""
_OUTSIDE_AT_TIMES = ("zh", "ja", "tr", "ar", "cs")
"""Languages whose press sets a stop behind the closing mark of a few quoted words."""
_ALWAYS_OUTSIDE = frozenset(("es", "ru", "uk", "pl"))
"""Even the full stop of a whole quoted sentence stands outside."""

_SO_WRITTEN_BY_TRANSLATORS = frozenset(("en", "de"))
"""There people who translate keep the order of the source as often as engines do (the figures of
this rule): it speaks where the region, the house or the origin is known."""


@rule(
    category="linguistic-conventions/punctuation",
    severity="minor",
    confidence="high",
    languages=("en", "fr", "de", "es", "it", "pt", "nl", "ru", "uk", "pl", "sv", "bg", "ca", "ro"),
    examples=[
        bad(
            "Mr. Bogdanov spoke of “catastrophic proportions⟦”.⟧ It favors “a truce,” he said.",
            source_lang="fr",
            fixed="Mr. Bogdanov spoke of “catastrophic proportions.” It favors “a truce,” he said.",
        ),
        bad(
            'He called it "a disaster⟦",⟧ then left.',
            "en-US",
            fixed='He called it "a disaster," then left.',
        ),
        bad(
            "„Wir gehen⟦,“⟧ sagte er. Es sei „katastrophal⟦.“⟧",
            "de",
            source_lang="en",
            fixed="„Wir gehen“, sagte er. Es sei „katastrophal“.",
        ),
        bad("« Nous partons⟦, »⟧ dit-il.", "fr", fixed="« Nous partons », dit-il."),
        bad("«Nos vamos⟦,»⟧ dijo.", "es", fixed="«Nos vamos», dijo."),
        bad("Habló de una “catástrofe⟦.”⟧", "es", fixed="Habló de una “catástrofe”."),
        bad("«Мы уходим⟦,»⟧ сказал он. Это «катастрофа», пишет газета.", "ru"),
        bad("To „katastrofa⟦,”⟧ mówi premier. To „koniec”, dodał.", "pl"),
        bad("“Ce ne andiamo⟦,”⟧ ha detto. È “un disastro”, scrive.", "it"),
        bad("”Vi går⟦,”⟧ sade han. Det är ”kaos”, skriver tidningen.", "sv"),
        bad(
            "«Vámonos», dijo. «No», dijo. «Nos vamos⟦, »⟧ dijo.",
            "es",
            fixed="«Vámonos», dijo. «No», dijo. «Nos vamos», dijo.",
        ),
        good("Son blog, « Käse & Co. », compte 9 000 abonnés.", "fr"),
        good("“Ce ne andiamo,” ha detto. “Basta,” ha aggiunto.", "it"),
        good("The centre was “a disaster”, he said. Labour called it “a mistake”."),
        good("He called it “a disaster”, then left.", "en-GB"),
        good("Press “q”. Go to “bbc.com/news”. He asked “why?”; she said “no”: odd.", "en-US"),
        good("„Alles war voll“, sagte er, „und es ging gut.“ So kam es.", "de"),
        good("„Wir gehen“, sagte er. Er sagte: „Wir gehen.“ „Nein!“, rief sie.", "de"),
        good("« Nous partons », dit-il. Il dit : « Nous partons. » Il dit « non ».", "fr"),
        good("«Nos vamos», dijo. «No». “Es de EE.UU.”", "es"),
    ],
)
def quote_punctuation(document: Document) -> Iterator[Hit]:
    """The full stop or comma stands on the wrong side of a closing quotation mark.

    Why: engines copy the order of the source. American English puts both inside the closing
    mark; German, French, Spanish and most others put the comma outside, and the full stop unless
    it ends a whole quoted sentence.
    Legitimate: British English, which puts them where the sense wants them; an article's region,
    its spelling and its own majority habit decide; Czech and Turkish, where the comma
    of speech stands inside. Keys, addresses and codes in quotation marks.
    Fix: safe; stop and mark change places.
    Authority: Chicago Manual of Style 6.9, AP Stylebook; Duden, rules 10 and 11; Lexique des
    règles typographiques; Ortografía de la lengua española (RAE).
    """
    stops = list(quote_stops(document))
    yield from _doubled(document, stops)
    if document.target == "en":
        yield from _american(document, stops)
    else:
        yield from _outside(document, stops)


def _american(document: Document, stops: list[QuoteStop]) -> Iterator[Hit]:
    """Stops outside, where the article's English puts them inside."""
    outside = [stop for stop in stops if not stop.is_inside]
    if not outside:
        return
    usual = _american_confidence(document, stops)
    of_sentences = _sentence_confidence(document, stops)
    sources = (
        tuple(tag for tag, habits in all_conventions() if habits.comma_and_quotes == "outside")
        + _OUTSIDE_AT_TIMES
    )
    for stop in outside:
        confidence = usual if stop.is_fragment or usual == "high" else of_sentences or usual
        if confidence is not None:
            yield _hit(
                document,
                stop,
                "This English puts full stop and comma inside the closing quotation mark; the "
                "order here is that of the source language.",
                sources,
                confidence,
            )


def _american_confidence(document: Document, stops: list[QuoteStop]) -> Confidence | None:
    """How sure it is that the article means to put them inside; None: it does not."""
    if region_subtag(document.language):
        return "high" if document.conventions.comma_and_quotes == "inside" else None
    if document.variety is not None:
        return "high" if document.variety == "US" else None
    american, british = variety_signs(document)
    if british > american:
        return None
    inside = sum(stop.is_inside and stop.is_fragment for stop in stops)
    outside = sum(not stop.is_inside for stop in stops)
    needed = 1 if american > british else 2
    return "high" if inside >= max(needed, outside) else "medium"


def _sentence_confidence(document: Document, stops: list[QuoteStop]) -> Confidence | None:
    """British English, too, puts the stop of a whole quoted sentence inside: does the article?"""
    if document.variety == "GB" or region_subtag(document.language):
        return None
    counts = Counter(stop.is_inside for stop in stops if not stop.is_fragment)
    return "high" if counts[True] >= max(_CLEAR_HABIT, _CLEAR_HABIT * counts[False]) else None


def _outside(document: Document, stops: list[QuoteStop]) -> Iterator[Hit]:
    """Stops inside, where the language puts them outside."""
    counts = Counter((stop.mark, stop.is_inside) for stop in stops)
    for stop in stops:
        if not stop.is_inside or stop.is_doubled or is_abbreviated(document, stop):
            continue
        if not _ends_speech(document, stop):
            continue
        is_comma = stop.mark == ","
        is_usual = counts[stop.mark, True] > counts[stop.mark, False]
        is_habit = is_usual and (
            document.target not in _NEVER_INSIDE
            or (counts[stop.mark, True] >= _CLEAR_HABIT and not counts[stop.mark, False])
        )
        confidence: Confidence = "medium" if is_habit else "high"
        if not is_comma and not stop.is_fragment and not sentence_goes_on(document, stop):
            if document.target not in _ALWAYS_OUTSIDE:
                continue
            confidence = "medium" if counts[".", False] <= counts[".", True] else "high"
        mark = "comma" if is_comma else "full stop"
        yield _hit(
            document,
            stop,
            f"In {document.conventions.name} the {mark} stands outside the closing quotation mark "
            "here; inside is the habit of American English.",
            ("en",),
            confidence,
        )


def _ends_speech(document: Document, stop: QuoteStop) -> bool:
    """Does a word stand before the mark? A field of a form, "{0}, ", is quoted with its comma."""
    before = document.text[: stop.start].rstrip("\u00a0\u202f ")[-1:]
    return before.isalnum() or before in '”’»)]"%€$'


def _doubled(document: Document, stops: list[QuoteStop]) -> Iterator[Hit]:
    """.”, and the like: a stop on both sides."""
    for stop in stops:
        if not stop.is_doubled or is_abbreviated(document, stop):
            continue
        right = _without_foreign_space(document, document.text[stop.start + 1 : stop.end])
        is_american = document.target == "en"
        yield Hit(
            stop.start,
            stop.end,
            "A stop stands on both sides of the closing quotation mark: that of the quotation and "
            "that of the sentence were both carried over.",
            suggestion=right[-1] + right[:-1] if is_american else right,
            fix=None if is_american else Fix((Edit(stop.start, stop.end, right),)),
        )


def _without_foreign_space(document: Document, marks: str) -> str:
    """Without the space that French sets before the closing mark, elsewhere."""
    if "»" in document.conventions.space_before:
        return marks
    return marks.translate(_NO_SPACE)


def _hit(
    document: Document,
    stop: QuoteStop,
    message: str,
    sources: tuple[str, ...],
    confidence: Confidence,
) -> Hit:
    found = _without_foreign_space(document, document.text[stop.start : stop.end])
    right = found[1:] + found[0] if stop.is_inside else found[-1] + found[:-1]
    is_told = region_subtag(document.language) or document.house_style is not None
    is_of_translators = document.target in _SO_WRITTEN_BY_TRANSLATORS and not is_told
    return Hit(
        stop.start,
        stop.end,
        message,
        suggestion=right,
        fix=Fix((Edit(stop.start, stop.end, right),)),
        sources=sources,
        confidence="medium" if is_of_translators else confidence,
    )
