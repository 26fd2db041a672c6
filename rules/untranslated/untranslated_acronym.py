from bisect import bisect_left
from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.language.caseless import is_caseless
from mtcheck.language.conventions import language_name
from mtcheck.language.data import function_words, languages_with
from mtcheck.language.names import is_explained, stands_in_foreign_name
from mtcheck.language.varieties import habits_of_its_region
from mtcheck.language.words import find_all
from mtcheck.lexicon import Lexicon, Match
from mtcheck.patterns import late_pattern
from mtcheck.rule import Hit, bad, good, rule

_CYRILLIC = late_pattern(r"[а-яёіїєґ]{3}")
_LATIN_BEFORE, _LATIN_AFTER = late_pattern(r"[A-Za-z] ?$"), late_pattern(r"[ .-][A-Za-z]")
_FORM = late_pattern(r"[^/()（）]{2,}")
_ARTICLE_BEFORE = late_pattern(r"(?<![\w'’-])(\w+) [ld]['’]$")
_ABBREVIATION = late_pattern(r"\b[A-ZА-ЯЁІЇЄҐ]{2,}\b")


@rule(
    category="accuracy/untranslated",
    severity="major",
    confidence="high",
    languages=languages_with("untranslated-acronym.*.tsv"),
    lexicon=Lexicon("untranslated-acronym"),
    examples=[
        bad("⟦OTAN⟧ leaders meet in Vilnius on Tuesday, three days after the ⟦ONU⟧ vote."),
        bad("Les dirigeants de la ⟦NATO⟧ se réunissent mardi à Vilnius.", "fr"),
        bad("Der ⟦IMF⟧ senkte am Dienstag seine Prognose für das Wachstum.", "de"),
        bad("El ⟦GDP⟧ de Alemania cayó un 0,3 % en el tercer trimestre.", "es"),
        bad("The secretary general of l’⟦OTAN⟧ spoke in Paris on Monday."),
        bad("Według ⟦SSSR⟧ i ⟦OOP⟧ rozmowy trwały długo.", "pl", source_lang="cs"),
        bad("De ⟦URSS⟧ en de ⟦OTSC⟧ kwamen ter sprake.", "nl"),
        good("NATO (OTAN in French) has its seat in Brussels."),
        good("The paper wrote of NATO — OTAN, in the documents that it published."),
        good("The film “OTAN, mode d’emploi” opens the festival on Friday."),
        good("The alliance, known by its French initials OTAN, was founded in 1949."),
        good("La ONU y la OTAN condenaron el ataque, según la BBC.", "es"),
        good("L'ONU et l'OTAN ont condamné l'attaque, selon la BBC et CNN.", "fr"),
        good("Die NATO und die UN verurteilten den Angriff, meldete die BBC.", "de"),
        good(
            "A NATO reforçou a missão económica. A equipa referiu um prémio.",
            "pt",
            source_lang="en",
        ),
        good("A NATO reuniu-se em Bruxelas na segunda-feira.", "pt-PT", source_lang="en"),
        bad("A ⟦NATO⟧ reforçou a missão econômica em Bruxelas.", "pt", source_lang="en"),
    ],
)
def untranslated_acronym(document: Document, match: Match) -> Iterator[Hit]:
    """An abbreviation of the source language stands where the target has its own.

    Why: an engine takes capitals for a name and copies them. OTAN, PIB or AIEA say nothing to a
    reader of English; NATO, GDP and IAEA do.
    Legitimate: a text that explains the foreign form ("OTAN in French"), names and titles in the
    source language, quotations in it, and abbreviations that the target's press prints too (ONU
    in Spanish). Those with a second meaning are of medium confidence.
    Fix: none; article and verb around the abbreviation may have to change with it.
    Authority: the organisations' own names in their official languages; the AP, Reuters, Le Monde,
    Duden and Fundéu guides give the form that each press prints.
    """
    if is_explained(document, match.start):
        return
    if stands_in_foreign_name(document, match) and not _keeps_its_article(document, match):
        return
    if _stands_in_latin_name(document, match):
        return
    form = document.text[match.start : match.end]
    if form in habits_of_its_region(document, "prints"):
        return
    if _stands_beside_its_translation(document, match) or _is_introduced(document, form):
        return
    origin = " or ".join(language_name(source) for source in match.sources)
    yield match.hit(
        f"“{form}” is an abbreviation from {origin} that the translation left as it stood. "
        f"{match.entry.note}".strip()
    )


def _keeps_its_article(document: Document, match: Match) -> bool:
    """The head of l'OTAN: the article was copied with it, and no name leads to it."""
    found = _ARTICLE_BEFORE.search(document.folded, max(0, match.start - 20), match.start)
    return found is not None and found[1] in function_words(document.target)


def _stands_in_latin_name(document: Document, match: Match) -> bool:
    """In Cyrillic text a word in Latin letters beside it makes a name of both (UN Women)."""
    sentence = document.sentence_at(match.start)
    if not document.once(
        ("Cyrillic", sentence.start), lambda: _CYRILLIC.search(document.text, *sentence) is not None
    ):
        return False
    before = document.text[max(sentence.start, match.start - 3) : match.start]
    return (
        _LATIN_BEFORE.search(before) is not None
        or _LATIN_AFTER.match(document.text, match.end, sentence.end) is not None
    )


def _stands_beside_its_translation(document: Document, match: Match) -> bool:
    """A sentence that holds both forms shows the foreign one on purpose."""
    if not match.entry.suggest:
        return False
    sentence = document.sentence_at(match.start)
    forms = _ABBREVIATION.findall(match.entry.suggest)
    if is_caseless(document.target):
        forms += _FORM.findall(match.entry.suggest)
    return any(
        _stands_in(document, form, sentence.start, match.start)
        or _stands_in(document, form, match.end, sentence.end)
        for form in forms
    )


def _stands_in(document: Document, form: str, start: int, end: int) -> bool:
    places = document.once(("places", form), lambda: list(find_all(document.text, form)))
    first = bisect_left(places, start)
    return first < len(places) and places[first] + len(form) <= end


def _is_introduced(document: Document, form: str) -> bool:
    """北大西洋条約機構（NATO）: where the script has no such letters, a form once put in brackets
    behind the name may stand alone afterwards."""
    return is_caseless(document.target) and any(
        f"{opening}{form}{closing}" in document.text for opening, closing in ("()", "（）")
    )
