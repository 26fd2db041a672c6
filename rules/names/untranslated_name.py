import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from mtcheck.document import Document
from mtcheck.language.conventions import language_name
from mtcheck.language.cyrillic_left import latin_names_in_cyrillic
from mtcheck.language.data import function_words, languages_with, listed_lines, listed_words
from mtcheck.language.exonyms import (
    PLACE_NAMES,
    Exonym,
    exonyms,
    identified_names,
    read_rows,
)
from mtcheck.language.latin_left import latin_acronyms, latin_names
from mtcheck.language.listed_names import listed_names
from mtcheck.language.mentions import is_named
from mtcheck.language.names import (
    follows_name_word,
    is_explained,
    is_in_proper_name,
    words_of_places,
)
from mtcheck.language.place_frames import (
    is_framed_or_joined,
    is_on_sport,
    means_the_place,
)
from mtcheck.language.scripts import scripts_of
from mtcheck.language.strange_characters import strange_places
from mtcheck.language.words import whole_words
from mtcheck.lexicon import Lexicon, Match
from mtcheck.patterns import late_pattern
from mtcheck.phrase import parsed_phrase
from mtcheck.rule import Edit, Fix, Hit, bad, good, rule

_NAMES_STAND_AS_LISTED = frozenset({"en", "de", "es", "nl", "sv"})
"""Languages in which the name of a city takes no article and no case."""
_KINDS = {
    "place": "the place",
    "body": "the organisation",
    "day": "the day",
    "month": "the month",
    "language": "the language",
}
_CASES = {
    "cs": {"": ("u", "ě", "e", "em"), "a": ("y", "ě", "u", "ou"), "o": ("a", "u", "em")},
    "pl": {
        "": ("u", "a", "ie", "em", "iem"),
        "a": ("y", "i", "ie", "ę", "ą"),
        "o": ("a", "u", "ie"),
    },
}
"""The endings of case that a city's name takes, by the last letter that they replace."""
_ALTERNATING = str.maketrans("óůňťďřńśćź", "oontdrnscz")
_SHORTEST_INFLECTED = 5
_LETTER = r"A-Za-z\u00c0-\u024f\u0400-\u04ff"
_ends_inside = re.compile(rf"[{_LETTER}\d]|\.[a-z]").match
_TURKISH_CASE = late_pattern(
    r"(?<![\w'’])[A-ZÇĞİÖŞÜ][a-zçğıöşü]{3,}['’]"
    r"(?:da|de|ta|te|dan|den|tan|ten|daki|deki|taki|teki|nın|nin|nun|nün|ya|ye|yı|yi|lı|li)(?!\w)"
)
_COMPETITIONS = (
    "Serie A", "Serie B", "Bundesliga", "LaLiga", "La Liga", "Ligue 1", "Champions League",
    "Europa League", "Conference League", "Premier League", "Eredivisie", "Primeira Liga",
    "Coppa Italia", "Copa del Rey", "Süper Lig",
)  # fmt: skip
_NUMBER = late_pattern(r" \d")
_SMALL_WORD_BEFORE = late_pattern(r"([^\W\d_]{1,24}) $")
_ANY_WORD_BEFORE = late_pattern(r"([^\W\d_]{1,24})\.? $")
_DATELINE = late_pattern(
    r"\W{0,2}([A-ZÀ-Þ][A-ZÀ-ÞĆČĎĘŁŃŇŘŚŠŤŮŹŻŽİ' -]{3,30}?)"
    r"(?:,? \([^()]{2,20}\)|, [^.\n]{3,30})? [-–—] "
)
"""GENEVA (AP) - ..., at the beginning of a paragraph."""
_ACRONYM_BEFORE = late_pattern(r"(?<!\w)[A-Z]{2,5} $")
_ACRONYM_REACH = 8
"""BBC Scotland."""
_GLOSS = late_pattern(r"[^\x00-\u024f][ ]?[(（]$")


@rule(
    category="accuracy/untranslated",
    severity="major",
    confidence="high",
    languages=languages_with(PLACE_NAMES),
    lexicon=Lexicon("untranslated-name"),
    all_at_once=True,
    examples=[
        bad("The talks in ⟦Dünkirchen⟧ end today.", fixed="The talks in Dunkirk end today."),
        bad("Ministers from ⟦Allemagne⟧ and ⟦Espagne⟧ met in ⟦Polska⟧ on Tuesday."),
        bad("The ⟦Weltgesundheitsorganisation⟧ warned on ⟦Montag⟧ of a new outbreak."),
        bad("Le ministre s’est rendu à ⟦Siviglia⟧ puis à ⟦Londyn⟧ en ⟦enero⟧.", "fr"),
        bad("Der Minister reiste am Freitag nach ⟦Londra⟧ und ⟦Warszawa⟧.", "de"),
        bad("El ministro viajó el ⟦lundi⟧ a ⟦Varşova⟧ y luego a ⟦Germany⟧.", "es"),
        bad("Il ministro è arrivato a ⟦Londres⟧ e poi a ⟦Varsovie⟧.", "it"),
        bad("O ministro chegou a ⟦London⟧ e falou com as ⟦Nations unies⟧.", "pt"),
        bad("De minister reisde naar ⟦Londres⟧ en ⟦Genf⟧.", "nl"),
        bad("Minister poleciał do ⟦London⟧, a potem do ⟦Bruxelles⟧.", "pl"),
        bad("Ministr přiletěl do ⟦London⟧ a pak do ⟦Warszawa⟧.", "cs"),
        bad("Bez dohody\n\n⟦GENEVA⟧ (AP) - Rozhovory o příměří skončily v pátek.", "cs"),
        bad("Řekla to po telefonu z ⟦Londonu⟧, kam přijela vlakem z ⟦Linze⟧.", "cs"),
        good("Hon ska heta Berit, säger Maja.", "sv"),
        good("Le Figaro вышла с заголовком Le violon du taxi russe.", "ru"),
        good("Četl Jacka Londona a v Kremži mluvil o Petru Londonovi.", "cs"),
        bad("Ministern reste till ⟦Londres⟧ och ⟦Warsaw⟧.", "sv"),
        bad("Dışişleri bakanı ⟦London⟧'da konuştu, sonra ⟦Germany⟧'ye geçti.", "tr"),
        bad("Die Gespräche endeten, der Bürgermeister von ⟦Seul⟧ half.", "de"),
        good("Il Milano perde la partita a Köln, e il ristorante Tirol resta chiuso.", "it"),
        good("The club signed the defender from Sevilla; Torino's academy let him go."),
        bad("The quake was felt in ⟦Manisa'da⟧, where schools opened as usual."),
        good("Nina O'Dea and D'Arcy Shi'te came from Be'er Sheva to N'Djamena."),
        bad("Министр прилетел в ⟦London⟧, затем в ⟦Німеччину⟧.", "ru"),
        bad("Міністр прибув у ⟦London⟧, а потім у ⟦Польшу⟧.", "uk"),
        bad("部长周一抵达⟦London⟧。", "zh"),
        bad("外務省\n\n美國國務卿⟦ルビオ⟧致電祝賀。", "zh"),
        bad("首脳会談\n\n大統領の⟦Macron⟧氏は会談後に述べた。", "ja"),
        good("大学\n\n她叫 Claire Moussa，在巴黎写作；教師Peter Wong則較務實。", "zh"),
        good("Bayern München beat Real Sociedad; Air France and the Freie Universität Berlin."),
        good("The Banco de España and the Tribune de Genève said so on Monday."),
        good("The film “Roma” won in Venice; Hollande praised May and Jordan."),
        good("Jack London, London Breed et le London Stock Exchange sont cités.", "fr"),
        good("Die Bank of England und Air France äußerten sich zum Fall May.", "de"),
        good("Bild am Sonntag publicó la entrevista con Theresa May en Paris Match.", "es"),
        good("Geneva (Genève in French, Genf in German) lies on the lake."),
        good("Bruxelas, 9 mai 2025 (Lusa) – Chamam-lhe le petit Portugais.", "pt"),
        bad("À ⟦Xianggang⟧, la Bourse est restée fermée lundi.", "fr"),
        bad("Las piezas se exponen en ⟦Al-Urdun⟧ y en ⟦Dimashq⟧ en otoño.", "es"),
        bad("Ministrowie spotkali się w ⟦Meiguo⟧ i w ⟦Almaniya⟧.", "pl"),
        bad("博物馆\n\n嫌疑人在⟦Charles de Gaulle Airport⟧被捕。", "zh"),
        bad("Больница\n\nПолиция нашла его в ⟦Heathrow⟧ утром.", "ru"),
        good("Die Fluglinie Rossiya und Banque Misr meldeten Gewinne; Nippon Steel auch.", "de"),
        good("Встреча\n\nОн работал в Boston Consulting Group и в Google.", "ru"),
        good("会议\n\n他在Google工作，后来去了Electronic Arts。", "zh"),
        good("Paris 2024, France 24 und der Louvre Abu Dhabi.", "de"),
    ],
)
def untranslated_name(document: Document, matches: Sequence[Match]) -> Iterator[Hit]:
    """A place, day, month, language or world organisation has its name in another language.

    Why: an engine takes a word with a capital for a name and copies it. Germany is Allemagne in
    French, Alemania in Spanish and Niemcy in Polish; the copied form shows the source at once.
    Legitimate: names of clubs, firms, papers, universities, streets and people (Bayern München,
    Air France, Tribune de Genève, Jack London), titles, quotations, and a text that gives the
    foreign form on purpose. Forms that are a word or a name in the target too are never marked.
    Fix: for cities in languages whose names take no article and no case ending; elsewhere the words
    around the name may have to change with it. It chooses a word, so --unsafe-fixes makes it.
    Authority: Unicode CLDR for territories, days, months and languages; for cities, regions and
    organisations the forms that each country's agencies and style guides print.
    """
    table = exonyms(document.target)
    borne: dict[str, bool] = {}
    last = 0
    listed = list(listed_names(document, matches))
    yield from listed
    taken = [(hit.start, hit.end) for hit in listed]
    for start, exonym in sorted(_candidates(document, table), key=lambda found: found[0]):
        end = start + len(exonym.form)
        if start < last or _is_judged_elsewhere(document, start, exonym):
            continue
        if any(start < high and low < end for low, high in taken):
            continue
        last = end
        if exonym.kind == "place" and exonym.form not in borne:
            borne[exonym.form] = _is_borne(document, exonym.form)
        if borne.get(exonym.form) or _is_innocent(document, start, end, exonym):
            continue
        if exonym.is_doubtful and _tells_of_clubs(document):
            continue  # Torino is the club
        if exonym.needs_frame and not means_the_place(document, start, end):
            continue  # Florence is a first name too
        origin = " or ".join(map(language_name, exonym.sources[:3]))
        yield Hit(
            start,
            end,
            f"“{exonym.form}” is what {_KINDS[exonym.kind]} is called in {origin}; "
            "the translation kept it.",
            suggestion=exonym.suggestion or None,
            fix=_fix(document, start, end, exonym),
            sources=exonym.sources,
            confidence="medium" if _is_in_doubt(document, start, end, exonym) else None,
        )
        taken.append((start, end))
    for start, end in _in_turkish_case(document):
        if not any(low < end and start < high for low, high in taken):
            yield Hit(
                start,
                end,
                f"“{document.plain[start:end]}” has an ending of Turkish: the translation kept it.",
                suggestion="the bare name",
                sources=("tr",),
            )
            taken.append((start, end))
    for latin in latin_names_in_cyrillic(document):
        if not any(low < latin.end and latin.start < high for low, high in taken):
            yield Hit(
                latin.start,
                latin.end,
                f"“{document.text[latin.start : latin.end]}” stands in "
                f"{_letters(latin.sources, document.text[latin.start])}: the translation copied "
                "the name.",
                suggestion="the name as the language's press writes it",
            )
    for strange in strange_places(document):
        if strange.is_name:
            form = document.text[strange.start : strange.end]
            yield Hit(
                strange.start,
                strange.end,
                f"“{form}” stands in the letters of {language_name(strange.sources[0])}: the "
                "translation kept the name.",
                suggestion="the name as the language's press writes it",
                sources=strange.sources,
            )
    for place in chain(latin_names(document), latin_acronyms(document)):
        if any(start < place.end and place.start < end for start, end in taken):
            continue
        yield Hit(
            place.start,
            place.end,
            f"“{document.text[place.start : place.end]}” stands in Latin letters: the translation "
            f"did not put the name into {document.conventions.name}.",
            suggestion="the name as the language's press writes it",
            sources=place.sources,
            confidence=place.confidence,
        )


def _is_in_doubt(document: Document, start: int, end: int, exonym: Exonym) -> bool:
    """Clubs and brands carry some forms abroad; lexicons judge some, with cautions of their own,
    but not behind d'."""
    if exonym.form[0] == "İ":
        return exonym.is_doubtful  # some print İzmir with its dot
    if exonym.judged_elsewhere:
        is_elided = document.plain[start - 1 : start] in ("'", "’")
        return not is_elided or not means_the_place(document, start, end)
    return exonym.is_doubtful and (
        is_on_sport(document) or not is_framed_or_joined(document, start, end)
    )


def _letters(sources: tuple[str, ...], letter: str) -> str:
    own = letter < "\u0370" or not sources
    return "Latin letters" if own else f"the letters of {language_name(sources[0])}"


def _tells_of_clubs(document: Document) -> bool:
    return any(competition in document.text for competition in _COMPETITIONS)


def _in_turkish_case(document: Document) -> Iterator[tuple[int, int]]:
    """Manisa'da, Ankara'nın in a text that has no such endings."""
    if document.target in ("tr", "az") or not ("'" in document.plain or "’" in document.plain):
        return
    for found in _TURKISH_CASE.finditer(document.plain):
        start, end = found.span()
        if not (document.in_link(start, end) or document.in_foreign_quotation(start, end)):
            yield start, end


def _candidates(document: Document, table: dict[str, str]) -> Iterator[tuple[int, Exonym]]:
    text = document.plain
    for first in table.keys() & document.vocabulary:
        forms = list(read_rows(table[first]))
        for found in re.finditer(rf"{first}(?<![{_LETTER}]{first})(?![{_LETTER}])", text):
            for exonym in forms:
                end = found.start() + len(exonym.form)
                if text.startswith(exonym.form, found.start()) and not _ends_inside(text, end):
                    yield found.start(), exonym
                    break
    yield from _in_datelines(document, table)
    yield from _in_cases(document, table)


def _in_datelines(document: Document, table: dict[str, str]) -> Iterator[tuple[int, Exonym]]:
    """Cities in capitals: GENEVA (AP) - ..."""
    for block in document.blocks:
        found = _DATELINE.match(document.plain, block.start)
        name = found[1].title() if found else ""
        rows = table.get(name.partition(" ")[0]) if name else None
        for exonym in read_rows(rows) if rows else ():
            if found and exonym.form == name and exonym.is_city:
                yield found.start(1), exonym._replace(form=found[1])
        if found and not rows and (own := _own_name_of_city(name, document.target)):
            yield (
                found.start(1),
                Exonym(found[1], "place", own, ("en",), False, True, ()),
            )


def _own_name_of_city(name: str, language: str) -> str | None:
    """Washington is a person's name elsewhere; in a dateline it is the city."""
    if language == "en":
        return None
    identity = _english_cities().get(name)
    own = identified_names(language).get(identity, ()) if identity else ()
    return own[0] if own and name not in own else None


@cache
def _english_cities() -> dict[str, str]:
    return {
        form: identity
        for identity, forms in identified_names("en").items()
        if identity.startswith("city:")
        for form in forms
    }


def _in_cases(document: Document, table: dict[str, str]) -> Iterator[tuple[int, Exonym]]:
    """Foreign forms in the target's own endings: z Londonu, do Linze."""
    cases = _CASES.get(document.target)
    if cases is None:
        return
    endings = tuple(dict.fromkeys(ending for several in cases.values() for ending in several))
    lookalikes = listed_words(document.target, "native-lookalikes")
    own = words_of_places(document.target)
    text = document.plain
    for word in document.vocabulary:
        if len(word) < _SHORTEST_INFLECTED or not word.istitle() or word in table:
            continue
        if word in own or word in lookalikes or word.lower() in document.vocabulary:
            continue
        for ending in endings:
            found = _place_in_case(table, word, cases, ending) if word.endswith(ending) else None
            if found is None or found.form in lookalikes:
                continue
            if _is_own_stem(document.target, word.removesuffix(ending)):
                continue
            for place in re.finditer(rf"{word}(?<![{_LETTER}]{word})(?![{_LETTER}\d])", text):
                yield place.start(), found._replace(form=word)
            break


def _is_own_stem(language: str, stem: str) -> bool:
    """Does a name of the language's own begin so: Singapur, Kraków in w Krakowie?"""
    bare = stem.translate(_ALTERNATING)
    return any(name.translate(_ALTERNATING).startswith(bare) for name in words_of_places(language))


def _place_in_case(
    table: dict[str, str], word: str, cases: dict[str, tuple[str, ...]], ending: str
) -> Exonym | None:
    stem = word.removesuffix(ending)
    for last, endings in cases.items():
        bare = stem + last
        if ending not in endings or bare not in table or (not last and stem[-1] in "aeiouyáéíóúě"):
            continue
        for exonym in read_rows(table[bare]):
            if exonym.form == bare and exonym.kind == "place" and exonym.is_city:
                return exonym
    return None


def _is_judged_elsewhere(document: Document, start: int, exonym: Exonym) -> bool:
    sentence = document.sentence_at(start)
    return any(
        found.span("span")[0] == start
        for phrase in exonym.judged_elsewhere
        for found in parsed_phrase(phrase, document.target).regex.finditer(
            document.text, sentence.start, sentence.end
        )
    )


def _is_borne(document: Document, form: str) -> bool:
    """Does somebody or something in the article have the form for a last name?"""
    return any(
        follows_name_word(document, at, may_open=False)
        and not _ACRONYM_BEFORE.search(document.plain, max(0, at - _ACRONYM_REACH), at)
        for at in whole_words(document.plain, form)
    )


def _is_innocent(document: Document, start: int, end: int, exonym: Exonym) -> bool:
    text = document.plain
    if exonym.kind == "place" and _NUMBER.match(text, end):
        return True
    if exonym.kind == "language" and text.startswith("-", end):
        return True
    if exonym.kind == "language" and _goes_on_in_latin(document, start):
        return True  # the last word of a title: Le violon du taxi russe
    if text[max(0, start - 2) : start] == ": " and text[end : end + 1] in (".", ";", "\n", ""):
        return True  # the words of an inscription: the stamp says: Paris.
    if document.target != "en" and text.startswith("'s ", end):
        return True  # the words after it are English too: The Last Palace: Europe's Century
    return (
        document.in_link(start, end)
        or document.in_foreign_quotation(start, end)
        or is_in_proper_name(document, start, end, exonym.sources, is_short=exonym.kind != "body")
        or is_explained(document, start)
        or is_named(document, start, end)
        or (exonym.kind == "place" and _is_a_bearer(document, start))
        or (exonym.kind == "place" and _is_a_surname(document, start))
        or (exonym.kind == "month" and _speaks(document, start, end))
        or _glosses_the_name(document, start, end, exonym)
    )


def _goes_on_in_latin(document: Document, start: int) -> bool:
    """In a text in other letters, does a word in Latin ones stand before it?"""
    if "latin" in scripts_of(document.target):
        return False
    before = document.plain[max(0, start - 2) : start]
    return before[1:] == " " and before[0].isalpha() and before[0].isascii()


def _speaks(document: Document, start: int, end: int) -> bool:
    """Maja, Julia, April and Mai are first names, too: säger Maja."""
    around = document.folded[max(0, start - 24) : start].split()[-1:]
    around += document.folded[end : end + 24].split()[:1]
    return not document.conventions.speech_verbs.isdisjoint(word.strip(",.") for word in around)


def _is_a_bearer(document: Document, start: int) -> bool:
    """Hotel, restaurant or firm, in small letters before the name: hotelu London."""
    before = _SMALL_WORD_BEFORE.search(document.plain, max(0, start - 24), start)
    bearers = tuple(listed_words(document.target, "place-bearers"))
    return bool(bearers) and before is not None and before[1].lower().startswith(bearers)


def _is_a_surname(document: Document, start: int) -> bool:
    """Herr Puglia, Mr. Atlantic."""
    before = _ANY_WORD_BEFORE.search(document.plain, max(0, start - 24), start)
    return before is not None and before[1].lower() in _titles(document.target)


@cache
def _titles(language: str) -> frozenset[str]:
    own = (line.rsplit("\t", 1)[-1] for line in listed_lines(language, "honorifics"))
    words = {word.lower().strip(".()") for line in own for word in line.split()}
    return frozenset(words - function_words(language) | {"mr", "mrs", "ms", "dr"})


def _glosses_the_name(document: Document, start: int, end: int, exonym: Exonym) -> bool:
    """In brackets, beside the target's own name: Geneva (Genf), 伊茲密爾 (Izmir)."""
    if _GLOSS.search(document.text[max(0, start - 3) : start]):
        return True
    if "(" not in document.plain[max(0, start - 30) : start]:
        return False
    sentence = document.sentence_at(start)
    own = exonym.suggestion.split(" or ")[0]
    return bool(own) and own in document.plain[sentence.start : sentence.end]


def _fix(document: Document, start: int, end: int, exonym: Exonym) -> Fix | None:
    one_to_one = exonym.suggestion and " or " not in exonym.suggestion
    if not one_to_one or not exonym.is_city or document.target not in _NAMES_STAND_AS_LISTED:
        return None
    return Fix((Edit(start, end, exonym.suggestion),), safe=False)
