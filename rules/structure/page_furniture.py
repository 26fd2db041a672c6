import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from mtcheck.document import Block, Document, Span
from mtcheck.fix import without_passage
from mtcheck.language.furniture_kinds import (
    AD,
    CALLS,
    MINOR,
    SIGN_OFF,
    is_copyright_alone,
    is_described_photo,
    is_news,
    suits_its_kind,
)
from mtcheck.language.page_shapes import shape_of, site_in_headline
from mtcheck.language.page_words import (
    PageTalk,
    is_copyright_line,
    languages_of_page_talk,
    page_talk,
)
from mtcheck.language.stamps import are_names
from mtcheck.language.words import CHARACTERS_PER_WORD
from mtcheck.lexicon import Lexicon, Match
from mtcheck.patterns import late_pattern
from mtcheck.rule import Confidence, Hit, Severity, bad, good, rule

_LONGEST_LINE = 300
_LONGEST_CALL = 200
_PLACES_LOOKED_AT = 20
_SHORTEST_PARAGRAPH = 60
_SHORTEST_VOWELLESS = 40
_SHORTEST_UNSPACED = 20
_SENTENCE_END = late_pattern(r"(?:[.!?…؟][\"”’»)\]]*\s+|[。！？][\"”’」』）]*\s*)\W{0,3}$")
_LETTER_OR_QUOTE = late_pattern(r"[\w\"“”„«‘「『]")
_QUOTED_NAME = late_pattern(
    r"[„“«\"][ \u00a0\u202f]?[^\W\d_][\w'’-]*(?: [\w'’&-]+){0,4}[ \u00a0\u202f]?[“”»\"]"
)
"""The name of a newsletter or podcast."""
_ENTRY_OF_BLOG = late_pattern(r"^\d{1,2}[.:h]\d\d\b", re.MULTILINE)
_ENOUGH_ENTRIES = 4


@rule(
    category="design-and-markup/markup",
    severity="major",
    confidence="high",
    lexicon=Lexicon("page-furniture", of_every_language=True),
    all_at_once=True,
    yields_to=("llm-metatext",),
    examples=[
        bad(
            "Talks open\n\nThe talks began.\n\n⟦Advertisement⟧\n\nThey go on today.",
            fixed="Talks open\n\nThe talks began.\n\nThey go on today.",
        ),
        bad(
            "The talks in Moscow began at noon on Friday, the ministry said. "
            "⟦Sign up for our newsletter to get the news first.⟧"
        ),
        bad("Der Minister kam.\n\n⟦La suite après la publicité⟧\n\nEr schwieg am Freitag.", "de"),
        bad("Le ministre est arrivé.\n\n⟦(Foto: dpa/Jan Müller)⟧\n\nIl s'est tu vendredi.", "fr"),
        bad("El ministro llegó.\n\n⟦Última actualización: 12.03.2024, 14:05 h⟧\n\nCalló.", "es"),
        bad("⟦ADVERTISEMENT⟧ The minister arrived in Geneva on Friday and would not speak."),
        bad(
            "Talks open\n\nThe talks began.\n\n⟦To comment on this article, log in or create an "
            "account⟧\n\n⟦Watch the replay of the press conference⟧\n\nThey go on today."
        ),
        bad(
            "Le ministre parla.\n\n⟦Artikel teilen: Facebook | X | WhatsApp⟧\n\nPuis il partit.",
            "fr",
        ),
        bad(
            "Le ministre parla.\n\n⟦Version audio générée automatiquement⟧\n\nPuis il partit.", "fr"
        ),
        bad("Er ging.\n\n⟦Alle Nachrichten zur Bundesliga in unserer App⟧\n\nEr schwieg.", "de"),
        bad("El ministro llegó.\n\n⟦Lo más leído en Tecnología⟧\n\nEl viernes calló.", "es"),
        bad("Il presidente parlò.\n\n⟦Reporting by Dana Low; Editing by Chris Ames⟧", "it"),
        bad("Akcie stouply.\n\n⟦Photo: Jonas Ekberg/Reuters. Share this article⟧", "cs"),
        bad("Yüzücü gitti.\n\n⟦Watch live on our app. Terms apply.⟧", "tr"),
        bad("O preço subiu.\n\n⟦Scroll to continue with content⟧\n\nHá três mortos.", "pt"),
        bad(
            "Суд почався.\n\nПро заборону думає й Варшава, де обмеження з'являться влітку. "
            "⟦Fot. Jan Kowal / Agencja⟧",
            "uk",
        ),
        bad("Er ging.\n\n⟦Jetzt den Newsletter „Märkte am Morgen“ abonnieren⟧\n\nEr kam.", "de"),
        bad("Vláda jednala.\n\n⟦Anna Nováková / ČTK⟧\n\nPak mlčela.", "cs"),
        bad(
            "Пара облила супругов газом в парке (ВИДЕО) - ⟦RT USA News⟧\n\nПолиция ищет их.",
            "ru",
        ),
        bad("苹果公司公布新款手机 - ⟦CBS Los Angeles⟧\n\n价格没有公布。", "zh"),
        good("Трамп может проиграть выборы — Fox News\n\nОпрос провели в мае.", "ru"),
        good("Kvällen\n\nKören sjunger på lördag.\n\nStart: 12.4.2025 kl. 10.00", "sv"),
        good("El taller abre el lunes.\n\nMás información: 900 123 456", "es"),
        good("The minister went.\n\n(Reporting by Dana Low; editing by Chris Ames)"),
        good(
            "Advert rules\n\nThe lines are everywhere: “Accept all cookies.” “Share on Facebook.” "
            "“The article continues after this advertisement.”"
        ),
        good(
            "Help\n\nFollow the money\n\nTo register, call 555-0100.\n\nJane Doe is a professor "
            "of law.\n\n- Delete your cookies\n\n- Download the app"
        ),
        good("Advertising\n\nFirms spent more on advertising in May than in any month before."),
        good("The minister arrived. (Photo: Jane Doe)\n\nHe spoke.\n\n(APA/dpa, 23.8.2015)"),
        good("Von Hans Werbung\n\nAnzeige erstattete der Mann am Montag.", "de"),
        good("Publié le 12 mars, le rapport dit que le barrage n'était pas sûr.", "fr"),
    ],
)
def page_furniture(document: Document, matches: Sequence[Match]) -> Iterator[Hit]:
    """A line of the web page that is no part of the article: an advert mark, a photo credit ...

    Why: adverts, buttons, newsletter boxes and credits stand between the paragraphs of a page;
    copied with the text they are translated with it, often oddly ("Display" for Anzeige).
    Legitimate: an article about advertising or cookies, a sentence that only begins so, an
    agency's sign-off, a byline, a credit in brackets at the end of a real caption.
    Fix: safe; the line goes with the blank line after it.
    Authority: agencies deliver their copy without them.
    """
    listed = [hit for match in matches for hit in _listed(document, match)]
    yield from listed
    taken = {document.block_at(hit.start).start for hit in listed}
    # In a live blog the reporters talk as pages do.
    is_blog = len(_ENTRY_OF_BLOG.findall(document.text)) >= _ENOUGH_ENTRIES
    for block in document.blocks:
        if block.kind in ("paragraph", "headline", "list_item") and block.start not in taken:
            if kind := shape_of(document, block):
                severity: Severity | None = "minor" if kind in MINOR else None
                yield _hit(document, Span(block.start, block.end), kind, severity, ())
                continue
            if block.kind == "list_item":
                continue
            if block.kind == "headline":
                if site := site_in_headline(document, block):
                    yield _hit(document, site, "the name", "minor", ())
                continue
            worded = None if is_blog else _worded_as_furniture(document, block)
            span = worded or _furniture_on_furniture(document, block, matches)
            if span:
                yield _hit(document, span, "a button or box", None, ())


def _listed(document: Document, match: Match) -> Iterator[Hit]:
    """The hit of a line of the lexicon, where it stands by itself."""
    block = document.block_at(match.start)
    kind = match.entry.note
    if kind == SIGN_OFF and not _is_foreign(document, match):
        return
    if block.kind == "headline" or document.is_quoted(match.start, match.end):
        return
    if block.kind == "caption":
        return  # the file marks it as one, and there a credit is at home
    if block.kind == "list_item" and (kind == "a button" or kind in CALLS):
        line = document.text[block.text_start : block.end]
        if kind == "a button" or not page_talk(line, document.target).addressed:
            return  # a piece of advice
    if kind == "a photo credit" and _is_sign_off(document, block):
        return
    span = _whole(document, block, match) or _last_part(document, block, match)
    if span is None and kind == AD and _is_shouted_before_text(document, block, match):
        span = Span(match.start, match.end)
    if span and not _is_topic(document, match, span):
        severity: Severity | None = "minor" if kind in MINOR else None
        confidence = match.entry.confidence
        yield _hit(document, span, kind, severity, match.sources, confidence)


def _is_foreign(document: Document, match: Match) -> bool:
    """Is the line worded in another language than the text's?"""
    return not match.entry.table.file.startswith(f"{document.target}/")


def _shortest_paragraph(document: Document) -> int:
    """How many characters before a call make it the end of a paragraph."""
    if document.target in CHARACTERS_PER_WORD:
        return _SHORTEST_UNSPACED
    return _SHORTEST_VOWELLESS if document.target == "ar" else _SHORTEST_PARAGRAPH


def _is_sign_off(document: Document, block: Block) -> bool:
    """（摄影：李蔚） as the last line: Chinese and Japanese papers sign their articles so."""
    return block == document.blocks[-1] and document.text[block.start] == "（"


def _hit(
    document: Document,
    span: Span,
    kind: str,
    severity: Severity | None,
    sources: tuple[str, ...],
    confidence: Confidence | None = None,
) -> Hit:
    return Hit(
        *span,
        f"This is {kind} of the web page, not part of the article.",
        suggestion="delete it",
        fix=without_passage(document, *span),
        sources=sources,
        confidence=confidence,
        severity=severity,
    )


def _worded_as_furniture(document: Document, block: Block) -> Span | None:
    """The block, or its last sentence, where only the vocabulary of pages stands in it."""
    whole = Span(block.start, block.end)
    if block.end - block.start <= _LONGEST_CALL:
        line = document.text[block.start : block.end]
        if is_copyright_line(line) or _is_page_talk(document, block, whole):
            return whole
    last = document.sentences_of(block)[-1]
    is_end = last.start - block.start > _shortest_paragraph(document)
    if is_end and last.end - last.start <= _LONGEST_CALL:
        return last if _is_page_talk(document, block, last) else None
    return None


def _furniture_on_furniture(
    document: Document, block: Block, matches: Sequence[Match]
) -> Span | None:
    """Several such lines in one, by themselves or at the end of a paragraph: a credit and a
    button, a call and its terms."""
    first = bisect_left(matches, block.start, key=_start)
    here = [
        match
        for match in matches[first : bisect_left(matches, block.end, key=_start)]
        if not document.is_quoted(match.start, match.end)
    ]
    if not here or here[-1].start < block.end - _LONGEST_CALL:
        return None
    count, start = 0, block.end
    for part in reversed(document.sentences_of(block)):
        listed = any(
            not _LETTER_OR_QUOTE.search(document.text[part.start : match.start])
            and suits_its_kind(document, match, document.text[match.end : part.end].rstrip(" ."))
            for match in here
            if part.start <= match.start < part.end
        )
        if not listed and not _is_page_talk(document, block, Span(part.start, part.end)):
            break
        count, start = count + 1, part.start
    is_end = start == block.start or start - block.start > _shortest_paragraph(document)
    short = block.end - start <= _LONGEST_CALL
    return Span(start, block.end) if count > 1 and is_end and short else None


def _start(match: Match) -> int:
    return match.start


def _is_page_talk(document: Document, block: Block, span: Span) -> bool:
    passage = _QUOTED_NAME.sub(" ", document.text[span.start : span.end])
    languages = list(languages_of_page_talk(passage, document.target))
    if not languages or is_news(document, passage) or passage.startswith(("‘", "'")):
        return False
    for language in languages:
        talk = page_talk(passage, language)
        before = passage.partition(":")[0]  # "Vote in our poll: ..."
        opening = page_talk(before, language) if before != passage else talk
        if opening.is_call or (talk.is_call if span.start > block.start else talk.is_furniture):
            return not _is_talked_of(document, block, talk)
    return False


def _is_talked_of(document: Document, block: Block, talk: PageTalk) -> bool:
    """Are the things that it names a topic of the article's own paragraphs?"""
    if talk.addressed and talk.calls:
        return False
    return any(
        document.block_at(at).start != block.start
        and document.block_at(at).end - document.block_at(at).start > 80
        for thing in talk.things
        for at in _first_places(document, thing)
    )


def _first_places(document: Document, thing: str) -> list[int]:
    def found() -> list[int]:
        places = re.finditer(rf"\b{re.escape(thing.removesuffix('s'))}", document.folded)
        return [found.start() for found in islice(places, _PLACES_LOOKED_AT)]

    return document.once(("talk of", thing), found)


def _whole(document: Document, block: Block, match: Match) -> Span | None:
    text = document.text
    if block.end - block.start > _LONGEST_LINE:
        return None
    if match.entry.note == "an agency's photo credit":
        line = text[block.start : block.end]
        return Span(block.start, block.end) if are_names(line) else None
    before = text[block.text_start : match.start]
    if match.entry.note == "a copyright line" and (
        "©" in before or is_copyright_alone(document, block, match)
    ):
        return Span(block.start, block.end)
    if _LETTER_OR_QUOTE.search(before):
        return None
    rest = text[match.end : block.end]
    if suits_its_kind(document, match, rest) or is_described_photo(document, match, rest):
        return Span(block.start, block.end)
    return None


def _last_part(document: Document, block: Block, match: Match) -> Span | None:
    """The last sentences of a paragraph, where they are such a line."""
    kind = match.entry.note
    length = block.end - match.start
    text = document.text
    is_foreign_credit = (
        kind == "a photo credit"
        and bool(match.sources)
        and document.target not in match.sources
        and are_names(text[match.end : block.end].rstrip("）)"))
    )
    if (
        match.start - block.start > _shortest_paragraph(document)
        and length < _LONGEST_LINE
        and (
            is_foreign_credit
            or kind in CALLS
            or (kind == AD and " " in text[match.start : match.end])
        )
        and not text[match.start].islower()
        and _SENTENCE_END.search(text, block.start, match.start)
        and suits_its_kind(document, match, text[match.end : block.end])
    ):
        return Span(match.start, block.end)
    return None


def _is_shouted_before_text(document: Document, block: Block, match: Match) -> bool:
    """ "ADVERTISEMENT The minister arrived ...": in capitals, before a sentence."""
    text = document.text
    rest = text[match.end : block.end].lstrip(" :-–—|.\u00a0")
    return (
        match.start == block.text_start
        and text[match.start : match.end].isupper()
        and len(rest) > 40
        and rest[0].isupper()
        and not rest[:2].isupper()
    )


def _is_topic(document: Document, match: Match, span: Span) -> bool:
    """Is the line's one word also a word of the article's own sentences, so that it may be a
    crosshead?"""
    kind, label = match.entry.note, document.folded[match.start : match.end]
    is_one_word = span == (match.start, match.end) and " " not in label
    if kind == "a cookie notice":
        label = "cookie"
    elif not is_one_word or kind == "a button" or document.text[span.start : span.end].isupper():
        return False
    border = "" if document.target in CHARACTERS_PER_WORD else r"\b"
    found = islice(re.finditer(border + re.escape(label), document.folded), 50)
    outside = (document.block_at(place.start()) for place in found)
    return any(b.start != span.start and b.end - b.start > 80 for b in outside)
