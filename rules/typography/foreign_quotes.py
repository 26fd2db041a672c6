from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.language.conventions import all_conventions, conventions, language_name
from mtcheck.language.eastern_quotes import StrangeQuotation, odd_quotations, strange_quotations
from mtcheck.language.foreign_quotations import (
    TYPED,
    foreign_lone_marks,
    foreign_quotations,
    is_spaced,
    own_marks,
    sources_of,
)
from mtcheck.language.odd_marks import (
    is_of_other_press,
    odd_marks,
    single_marks,
    speech_in_foreign_marks,
)
from mtcheck.language.quotations import LoneMark, Quotation
from mtcheck.patterns import late_pattern
from mtcheck.rule import Edit, Fix, Hit, bad, good, rule

_SPACE = " \u00a0\u202f\u2009"
_LONGEST_SPAN = 80
_SPACED_OPENERS = late_pattern(
    r"(?<=\s)“[ \u00a0\u202f]([^\s“”„«»\n][^“”„«»\n]{0,78}[^\s“”„«»\n])[ \u00a0\u202f]“(?!\w)"
)
_SPACED_SINGLE = late_pattern(
    r"‹[ \u00a0\u202f]([^\s‹›][^‹›\n]{1,200}[^\s‹›])[ \u00a0\u202f]›(?!\w)"
)
_DOUBLE = frozenset('“”„«»"')


@rule(
    category="linguistic-conventions/punctuation",
    severity="minor",
    confidence="high",
    examples=[
        bad(
            "He spoke of a ⟦« catastrophe »⟧ and left for Paris.",
            fixed="He spoke of a “catastrophe” and left for Paris.",
        ),
        bad(
            'The minister said: ⟦„We are ready“⟧. "It is time," he said.',
            fixed='The minister said: "We are ready". "It is time," he said.',
        ),
        bad("‘Never,’ he said. ⟦‹ I was careless ›⟧, he wrote. ‘It hurts.’"),
        bad("Xi called it ⟦「a new start」⟧.", fixed="Xi called it “a new start”."),
        bad(
            "Il a parlé d'une ⟦„Katastrophe“⟧ et de « guerre ».",
            "fr",
            fixed="Il a parlé d'une «\u00a0Katastrophe\u00a0» et de « guerre ».",
        ),
        bad(
            "« Oui », dit-il. « Non », dit-elle. Paris dénonce une ⟦“agression”⟧.",
            "fr",
            fixed="« Oui », dit-il. « Non », dit-elle. Paris dénonce une «\u00a0agression\u00a0».",
        ),
        bad("Er nannte es eine ⟦“Katastrophe”⟧.", "de", fixed="Er nannte es eine „Katastrophe“."),
        bad("Er sprach von ⟦``Chaos''⟧ in Kiew.", "de", fixed="Er sprach von „Chaos“ in Kiew."),
        bad(
            "Los vigilantes lo llaman ⟦“ un proyecto vacío “⟧. «Sí», dijo uno.",
            "es",
            fixed="Los vigilantes lo llaman «un proyecto vacío». «Sí», dijo uno.",
        ),
        bad("Habló de una ⟦„catástrofe“⟧.", "es", fixed="Habló de una «catástrofe»."),
        bad("部长称之为⟦«灾难»⟧，随后离开。", "zh", fixed="部长称之为“灾难”，随后离开。"),
        bad("大臣は⟦„惨事“⟧と呼んだ。", "ja", fixed="大臣は「惨事」と呼んだ。"),
        bad("大臣は「惨事だ」と述べた。⟦“危険はない”⟧とも強調した。", "ja"),
        bad("وصفها الوزير بأنها ⟦„كارثة“⟧ يوم الجمعة.", "ar"),
        bad("मंत्री ने इसे ⟦«आपदा»⟧ कहा।", "hi", fixed="मंत्री ने इसे “आपदा” कहा।"),
        bad("«Да», сказал он. «Нет», сказала она. «Мир». Это ⟦“победа”⟧, пишут все.", "ru"),
        bad("„Ne,“ řekl. „Ano,“ řekla. Slíbil výsledky ⟦»nejpozději do neděle«⟧.", "cs"),
        bad(
            "O time perdeu nos pênaltis. A torcida ouviu-o dizer ⟦«está bem o gol»⟧.",
            "pt",
            fixed="O time perdeu nos pênaltis. A torcida ouviu-o dizer “está bem o gol”.",
        ),
        bad("大臣は⟦｢惨事だ｣⟧と述べた。", "ja", fixed="大臣は「惨事だ」と述べた。"),
        bad("大臣は⟦»惨事だ«⟧と述べた。", "ja", fixed="大臣は「惨事だ」と述べた。"),
        bad("Он назвал это ⟦« провалом »⟧ и ушёл.", "ru", fixed="Он назвал это «провалом» и ушёл."),
        bad("وأضافت ⟦« هذه مهزلة قضائية »⟧.", "ar", fixed="وأضافت «هذه مهزلة قضائية»."),
        bad(
            "El ministro calificó el veto de ⟦‘vergonzoso’⟧ y salió.",
            "es",
            source_lang="en",
            fixed="El ministro calificó el veto de «vergonzoso» y salió.",
        ),
        good("„Da hab’ ich gesagt: ‚Jetzt fahr’ ma nach Wien‘“, erzählt Huber.", "de"),
        good("El llamado ‘procés’ y «el ‘no’ del ministro» siguen.", "es"),
        bad("İki yarış daha var. ⟦«Şimdi uyumak istiyorum»⟧ diyerek çıktı.", "tr"),
        good("A equipa ouviu o adepto dizer «está bem o golo» duas vezes.", "pt"),
        good("He sang « Je suis là pour vous et pour les enfants » to the crowd."),
        good("Home » News » World\n\nRead more » here. Use x << 2. It was 6'2\", ''tis said."),
        good("« Il a dit “non” », écrit Le Monde. « C'est “fini” », dit-il.", "fr"),
        good("“Oui”, dit-il. “Non”, dit-elle.", "fr"),
        good('»Ja«, sagte er. „Nein ‚danke‘“, sagte sie. Man sah "The Crown".', "de"),
        good("«Ja», sagte der Bundesrat. «Nein ‹danke›», sagte sie.", "de"),
        good("«Sí», dijo. “No”, dijo ella. ‘Quizá’.", "es"),
    ],
)
def foreign_quotes(document: Document) -> Iterator[Hit]:
    """Quotation marks of another language's press.

    Why: an engine translates the words and leaves the marks, or takes only one of the two along.
    « » in English, „ “ in French, “ ” in German show from where the text came.
    Legitimate: marks that the press of that language or of one of its countries prints (« » in
    Swiss German); “ ” within « »; words and titles quoted in the language whose marks they keep;
    arrows (») in menus.
    Fix: safe; the article's own marks, or the usual ones of its language, take their place.
    Authority: CLDR, delimiters of each language; the style books of the press where CLDR is
    narrower than newspapers are.
    """
    usual = document.usual_quotes or next(iter(document.conventions.quotes), "")
    for quotation in foreign_quotations(document):
        others = (pair for pair in document.conventions.quotes if pair != quotation.glyphs)
        own = usual if usual != quotation.glyphs else next(others, usual)
        if quotation.glyphs == document.conventions.quotes[0]:
            own = quotation.glyphs  # its spaces are the fault
        hit = _pair_hit(document, quotation, own)
        may_be_swiss = (
            document.target == "de"
            and quotation.glyphs in document.accepted_quotes
            and not is_spaced(document, quotation)
        )
        yield hit._replace(confidence="medium") if may_be_swiss else hit
    if not (document.house_style and document.house_style.quotes):  # house-quotes tells the others
        yield from _odd_hits(document)
    yield from _spaced_openers(document, usual)
    yield from _spaced_single(document, usual)
    for mark in foreign_lone_marks(document):
        yield _lone_hit(document, mark, usual)


def _odd_hits(document: Document) -> Iterator[Hit]:
    """Marks that the language prints too, but not beside the article's others or for such words."""
    seen = set()
    for odd in odd_quotations(document) if document.target == "ja" else ():
        if odd.quotation.glyphs == "“”":
            seen.add(odd.quotation.start)
            yield _pair_hit(document, odd.quotation, odd.usual)
    for strange in strange_quotations(document):
        if strange.quotation.start not in seen:
            yield _strange_hit(document, strange)
    for quotation, own_pair in odd_marks(document):
        if is_of_other_press(document, quotation):
            yield _pair_hit(document, quotation, own_pair)
    for quotation, own_pair in single_marks(document):
        hit = _pair_hit(document, quotation, own_pair)
        yield hit._replace(
            message=_message(document, "‘ ’", ("en", "nl")),
            sources=("en", "nl"),
            confidence="medium",
        )
    for quotation, own_pair in speech_in_foreign_marks(document):
        hit = _pair_hit(document, quotation, own_pair)
        may_be_own = document.target == "uk" and quotation.glyphs != "„”"
        yield hit._replace(confidence="medium" if may_be_own else None)


def _pair_hit(document: Document, quotation: Quotation, own_pair: str) -> Hit:
    text, (start, end) = document.text, quotation.inner
    while start < end and text[start] in _SPACE:
        start += 1
    while end > start and text[end - 1] in _SPACE:
        end -= 1
    opening, closing = own_marks(document, quotation, own_pair)
    edits = Edit(quotation.start, start, opening), Edit(end, quotation.end, closing)
    is_fixable = not any(mark in _DOUBLE for mark in text[start:end])
    is_short = quotation.end - quotation.start <= _LONGEST_SPAN
    sources = sources_of(document, quotation.glyphs)
    if is_spaced(document, quotation):
        spacing = (tag for tag in sources if quotation.opener in conventions(tag).space_after)
        sources = tuple(spacing) or sources
    return Hit(
        quotation.start,
        quotation.end if is_short else quotation.start + len(quotation.opener),
        _message(document, f"{quotation.opener} {quotation.closer}", sources),
        suggestion=f"{opening}{text[start:end] if is_short else '…'}{closing}",
        fix=Fix(edits) if is_fixable else None,
        sources=sources,
    )


def _strange_hit(document: Document, strange: StrangeQuotation) -> Hit:
    hit = _pair_hit(document, strange.quotation, strange.usual)
    glyphs = " ".join(strange.quotation.glyphs)
    return hit._replace(
        message=_message(document, glyphs, strange.sources),
        sources=strange.sources,
        confidence="high" if strange.is_sure else "medium",
    )


def _spaced_openers(document: Document, own_pair: str) -> Iterator[Hit]:
    """“ un projet “: one mark for both ends, and the spaces that French sets within « »."""
    if document.target == "fr" or "“ " not in document.text.replace("\u00a0", " "):
        return
    for found in _SPACED_OPENERS.finditer(document.text):
        opening, closing = own_pair[:1], own_pair[1:]
        yield Hit(
            *found.span(),
            "The same mark on both sides, with the spaces that French sets within its own marks.",
            suggestion=f"{opening}{found[1]}{closing}",
            fix=Fix((Edit(*found.span(), f"{opening}{found[1]}{closing}"),)),
            sources=("fr",),
        )


def _spaced_single(document: Document, own_pair: str) -> Iterator[Hit]:
    """‹ oui ›, with the spaces that French sets within its marks."""
    if "‹" not in document.characters or document.target == "fr":
        return
    for found in _SPACED_SINGLE.finditer(document.text):
        hit = Hit(
            *found.span(),
            _message(document, "‹ ›", ("fr",)),
            suggestion=f"{own_pair[:1]}{found[1]}{own_pair[1:]}",
            fix=Fix((Edit(*found.span(), f"{own_pair[:1]}{found[1]}{own_pair[1:]}"),)),
            sources=("fr",),
        )
        is_short = found.end() - found.start() <= _LONGEST_SPAN
        yield hit if is_short else hit._replace(end=found.start() + 1)


def _message(document: Document, marks: str, sources: tuple[str, ...]) -> str:
    if any(typed in marks for typed in TYPED):
        return f"{marks} are typed in place of quotation marks; no newspaper prints them."
    own = document.conventions.name
    if not sources:
        return f"{marks}: no newspaper in {own} prints these quotation marks."
    *others, last = (language_name(source) for source in sources[:3])
    press = f"{', '.join(others)} and {last}" if others else last
    return (
        f"{marks}: quotation marks as newspapers in {press} print them, left standing when the "
        f"words were turned into {own}."
    )


def _lone_hit(document: Document, mark: LoneMark, own_pair: str) -> Hit:
    own = document.conventions.quotes
    sources = dict.fromkeys(
        tag
        for tag, habits in all_conventions()
        if tag != document.target
        and any(mark.mark in pair for pair in habits.quotes[:1] if pair not in own)
    )
    right = own_pair[0 if mark.opens else 1]
    return Hit(
        mark.start,
        mark.start + 1,
        _message(document, mark.mark, tuple(sources)),
        suggestion=right,
        sources=tuple(sources),
    )
