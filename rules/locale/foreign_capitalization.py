import re
from collections.abc import Iterator
from functools import cache

from mtcheck.document import Document
from mtcheck.language.capitals import (
    CAPITALS,
    Capitals,
    capitals,
    is_in_wrong_case,
)
from mtcheck.language.conventions import language_name
from mtcheck.language.data import languages_with
from mtcheck.language.date_capitals import undated_capitals
from mtcheck.language.german_capitals import german_capitals
from mtcheck.language.headline_case import second_headline, title_cased_lines
from mtcheck.language.small_nouns import small_nouns
from mtcheck.language.sum_capitals import capital_sums
from mtcheck.language.varieties import habits_of_its_region
from mtcheck.rule import Edit, Fix, Hit, bad, good, rule

_THINGS = {
    "day": "days of the week",
    "month": "months",
    "adjective": "words for nations and languages",
    "noun": "words for peoples",
    "country": "names of countries",
}


@rule(
    category="locale-conventions/name-format",
    severity="minor",
    confidence="high",
    languages=languages_with(CAPITALS),
    examples=[
        bad(
            "He left on ⟦monday⟧ with ⟦french⟧ officials.",
            fixed="He left on Monday with French officials.",
        ),
        bad(
            "Il est parti le ⟦Lundi⟧ avec le président ⟦Américain⟧, en ⟦Octobre⟧.",
            "fr",
            fixed="Il est parti le lundi avec le président américain, en octobre.",
        ),
        bad(
            "Der ⟦Britische⟧ Außenminister bot der Stadt einen ⟦dialog⟧ mit der Jugend an.",
            "de",
            fixed="Der britische Außenminister bot der Stadt einen Dialog mit der Jugend an.",
        ),
        bad("Un analyste ⟦Américain⟧ de la banque l’a dit à Paris. Paul vient ⟦Mardi⟧.", "fr"),
        bad("Recibirán 50.000 ⟦Grivnas⟧ o 2 millones de ⟦Euros⟧ al año.", "es"),
        bad("Budżet to 40 milionów ⟦Euro⟧ rocznie.", "pl"),
        bad("Die Bauern fürchten einen ⟦preisverfall⟧, wie sie ihn oft erlebten.", "de"),
        good("Bei einer systematisch klaren Trennung bleibt die kulturreiche Stadt still.", "de"),
        good("Era la 3 Dollar Bar y costó 20 euros; la Zona Euro creció un 2 %.", "es"),
        bad("Het bedrijf uit ⟦nederland⟧ kreeg in Gent een boete.", "nl"),
        bad("The company from ⟦russia⟧ was fined in Rome."),
        good("The turkey and the china cup in Rome, said the jersey-clad man."),
        bad("Firmen kritisieren lange ⟦wartezeiten⟧ und Risse im ⟦bauwerk⟧ in Rom.", "de"),
        good("Das kann viel kosten, und etwas unternehmen müssen die Länder ohnehin.", "de"),
        bad("A medida entra em vigor em 1º de ⟦Setembro⟧ no Brasil.", "pt"),
        bad("I due si vedranno ⟦Domenica⟧ sera a Roma.", "it"),
        bad("Es geschah ⟦montagabend⟧ in Rom und endet ⟦dienstag⟧.", "de"),
        good("Those who come late may be turned away; they train in march formation in Rome."),
        bad("The court will sit in ⟦march⟧, and again in ⟦august⟧ 2031, in Rome."),
        good("La sede di via 20 Settembre a Roma.", "it"),
        good("Ernesto Sabato ha scritto a Roma.", "it"),
        good("E il pubblico? Domenica scorsa, a Roma, non era contento.", "it"),
        good("Près de 200 Américains et plus de 100 Tchèques ont voté à Paris.", "fr"),
        good("Die Rangers übernahmen die Kontrolle, als der Preis anstieg.", "de"),
        good("Le Mouvement du 23 Mars (M23) a pris Goma.", "fr"),
        bad("De ⟦Onderhandelingen⟧ over de nieuwe cao duren al weken.", "nl", source_lang="de"),
        good("De Telegraaf schreef over de Onderhandelingen van Kopenhagen.", "nl"),
        bad(
            "Magnitude 5.4 earthquake shakes western Turkey\n\n"
            "⟦Magnitude 5.4 Earthquake In Western Turkey⟧\n\n"
            "A magnitude 5.4 earthquake shook the west of Turkey on Sunday."
        ),
        good(
            "Earthquake shakes western Turkey as aid arrives\n\nSign Up For Our Turkey Newsletter"
            "\n\nAn earthquake shook the west of Turkey on Sunday."
        ),
        bad(
            "⟦Neuer Haushalt Nach Langer Debatte In Halle Beschlossen⟧\n\n"
            "Der Stadtrat hat nach langer Debatte in Halle den Haushalt beschlossen.",
            "de",
        ),
        good(
            "Neuer Haushalt für Halle nach Debatte im Rat\n\nDer Rat hat nach langer Debatte "
            "den neuen Haushalt für Halle beschlossen.",
            "de",
        ),
        bad("Die Reise des ⟦Russischen⟧ Präsidenten nach Rom ist abgesagt.", "de"),
        good("Die Deutsche Bank, die Europäische Zentralbank und die Deutsche Marine.", "de"),
        bad("I Rom väntade den ⟦Ryska⟧ presidenten på honom.", "sv"),
        good("I Rom talade Svenska Akademien och Ryska federationen om saken.", "sv"),
        bad("Do Rzymu przybyły setki ⟦ukraińców⟧ z Warszawy.", "pl"),
        bad("Do Říma přijely stovky ⟦ukrajinců⟧ z Prahy.", "cs"),
        bad("The minister met ⟦muslim⟧ leaders and ⟦kurdish⟧ officials in Rome."),
        bad("De ⟦Katholieke⟧ leiders kwamen in Rome bijeen.", "nl"),
        good("Hij studeerde aan de Katholieke Universiteit Leuven.", "nl"),
        bad("Le Premier ministre ⟦Britannique⟧ offre 40 millions d'⟦Euros⟧ à Berlin.", "fr"),
        bad("El ministro lo presentará en ⟦Enero⟧ ante la Comisión Europea.", "es"),
        good(
            "Der Deutsche Bundestag lobte die Britischen Inseln. Er half dem alten Mann und den "
            "kranken, die Deutsche Botschaft schwieg.",
            "de",
        ),
        bad(
            "⟦Les Négociations De Paix Échouent À Genève⟧\n\nLes négociations de paix ont échoué "
            "mardi, selon les médiateurs.",
            "fr",
        ),
        bad("El ⟦Lunes⟧ 12 de ⟦Noviembre⟧ los ⟦Franceses⟧ votaron en contra.", "es"),
        bad("Il ministro ⟦Francese⟧ parlerà ⟦Lunedì⟧ a Roma.", "it"),
        bad("O governo ⟦Francês⟧ reuniu-se na ⟦Terça-feira⟧.", "pt"),
        bad("Am ⟦montag⟧ stimmten die ⟦franzosen⟧ ab.", "de"),
        bad("De ⟦franse⟧ president sprak op ⟦Maandag⟧ in ⟦Oktober⟧.", "nl"),
        bad("Выборы пройдут в ⟦Октябре⟧, сообщили в ⟦Понедельник⟧ власти.", "ru"),
        bad("Вибори пройдуть у ⟦Жовтні⟧, повідомили в ⟦Понеділок⟧.", "uk"),
        bad("Wybory odbędą się w ⟦Październiku⟧, podał rząd ⟦Niemiecki⟧ wczoraj.", "pl"),
        bad("Volby se budou konat v ⟦Pondělí⟧.", "cs"),
        bad("Valet hålls på ⟦Måndag⟧, sade ⟦Amerikanerna⟧ i ⟦Oktober⟧.", "sv"),
        bad("Toplantıya ⟦fransız⟧ bakan katıldı.", "tr"),
        bad("Marlow, ⟦Cumartesi⟧ akşamı koşulan finali kazandı.", "tr", source_lang="en"),
        good("29 Ekim Cumartesi günü Fransız bakan Ankara'daydı.", "tr", source_lang="en"),
        bad("En ny bro kan stå klar tidigast i ⟦Mars⟧ 2031.", "sv"),
        good("Rovern landade i Mars 2020-projektet på planeten Mars.", "sv"),
        good("He may march in august company; french fries and Dutch courage for all."),
        good("Un Français et deux Belges ont défilé le 14 Juillet, un vendredi 13.", "fr"),
        good("Lundi, Radio France Internationale a cité le journal Libération.", "fr"),
        good("El Viernes Santo cerró El Corte Inglés en la Plaza de Mayo.", "es"),
        good("Il 25 Aprile parla Sergio Mattarella; lo dice il Venerdì di Repubblica.", "it"),
        good("A equipa da freguesia voltou em Março e fica até 9 de Maio.", "pt"),
        bad("A equipa da freguesia voltou em ⟦Março⟧ e fica até 9 de maio.", "pt"),
        good("No 25 de Abril, a Academia Francesa e o Rio de Janeiro celebram.", "pt"),
        good("Am Montag sprach er auf Deutsch; montags ist Ruhetag.", "de"),
        good("Polacy i Niemcy pamiętają 11 Listopada i 3 Maja.", "pl"),
        good("29 Ekim 2023 günü Fransız bakan Ankara'daydı.", "tr"),
        good("Завод «Красный Октябрь» и площадь 8 Марта закрыты.", "ru"),
    ],
)
def foreign_capitalization(document: Document) -> Iterator[Hit]:
    """Days, months, nations or headlines have capitals where the language has none, or lack them.

    Why: English writes Monday, October, French and Headlines Like This; most languages write them
    small, and Dutch does so for days and months alone. An engine keeps the source's letter case.
    Legitimate: beginnings of sentences, names (Corte Inglés, Radio France Internationale), feasts
    and dates that are names (Viernes Santo, 14 Juillet, 25 de Abril, Plaza de Mayo), people called
    Julio or Domingo. French writes the noun with a capital (un Français) and not the adjective.
    Fix: safe for single words; none for headlines.
    Authority: Académie française and Imprimerie nationale, RAE Ortografía, Acordo Ortográfico 1990,
    Duden, Taalunie, Rosenthal, PWN, Svenska skrivregler, TDK; AP and Guardian for English.
    """
    has_sentences = document.target == "de" or _writes_small(document.target, "month")
    lines = list(title_cased_lines(document)) if has_sentences else []
    for start, end, as_sentence in lines:
        yield Hit(
            start,
            end,
            f"Capitals as in an English headline; {language_name(document.target)} writes "
            "headlines as sentences.",
            suggestion=as_sentence,
            sources=("en",),
        )
    for start, end, as_sentence in second_headline(document):
        yield Hit(
            start,
            end,
            "A second headline with capitals, below one that is written as a sentence.",
            suggestion=as_sentence,
        )
    listed = capitals(document.target)
    for word in _wrong_words(document):
        kind, right = listed.wrong[word]
        if _is_habit(document, listed, kind):
            continue
        for found in re.finditer(rf"{word}(?<![\w-]{word})(?!\w)", document.plain):
            start, end = found.span()
            if any(low <= start < high for low, high, _ in lines):
                continue
            if is_in_wrong_case(document, listed, kind, start, end):
                yield _hit(document, kind, right, start, end)
            elif is_in_wrong_case(document, listed, kind, start, end, is_doubtful=True):
                hit = _hit(document, kind, right, start, end)
                yield hit._replace(confidence="medium")
    for start, end in undated_capitals(document, listed):
        right = document.text[start].lower() + document.text[start + 1 : end]
        yield Hit(
            start,
            end,
            f"{language_name(document.target)} writes days and months with a capital only in a "
            "date with its number.",
            suggestion=right,
            fix=Fix((Edit(start, end, right),)),
            sources=("en", "de", "fr", "es", "ru", "ar"),
            confidence="medium",
        )
    for start, end in capital_sums(document, listed):
        right = document.text[start].lower() + document.text[start + 1 : end]
        yield Hit(
            start,
            end,
            f"{language_name(document.target)} writes the names of money with a small letter.",
            suggestion=right,
            fix=Fix((Edit(start, end, right),)),
        )
    for start, end in german_capitals(document):
        right = document.text[start].lower() + document.text[start + 1 : end]
        yield Hit(
            start,
            end,
            "A capital for a common noun, as German writes all of them.",
            suggestion=right,
            fix=Fix((Edit(start, end, right),)),
            sources=("de",),
            confidence="medium",
        )
    for start, end in small_nouns(document):
        right = document.text[start:end].capitalize()
        yield Hit(
            start,
            end,
            "German writes nouns with a capital; the small letter here is another language's.",
            suggestion=right,
            fix=Fix((Edit(start, end, right),)),
        )


def _writes_small(language: str, kind: str) -> bool:
    return kind in capitals(language).listed("small")


def _is_habit(document: Document, listed: Capitals, kind: str) -> bool:
    """Público writes em Março: a capital throughout, where the region's papers may."""
    return kind in habits_of_its_region(document, "capitals") and not any(
        right in document.vocabulary for of_kind, right in listed.wrong.values() if of_kind == kind
    )


def _hit(document: Document, kind: str, right: str, start: int, end: int) -> Hit:
    is_small = kind != "country" and _writes_small(document.target, kind)
    case = "with a small letter" if is_small else "with a capital"
    return Hit(
        start,
        end,
        f"{language_name(document.target)} writes {_THINGS[kind]} {case}; the letter case here "
        "is another language's.",
        suggestion=right,
        fix=Fix((Edit(start, end, right),)),
        sources=_capital_sources(document.target, kind) if is_small else (),
    )


def _capital_sources(target: str, kind: str) -> tuple[str, ...]:
    """English has capitals for all of them, German for its nouns: days and months."""
    german = ("de",) if kind in ("day", "month") and target != "de" else ()
    return ("en", *german)


def _wrong_words(document: Document) -> Iterator[str]:
    """The forms in the wrong letter case that the text may hold."""
    for first, words in _by_first_part(document.target).items():
        if first in document.vocabulary:
            yield from words


@cache
def _by_first_part(language: str) -> dict[str, list[str]]:
    words: dict[str, list[str]] = {}
    for word in capitals(language).wrong:
        words.setdefault(re.split("['-]", word, maxsplit=1)[0], []).append(word)
    return words
