from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.language.conventions import language_name
from mtcheck.language.data import languages_with
from mtcheck.language.names import is_somebody_else, is_spoken_of, stands_in_foreign_name
from mtcheck.lexicon import Lexicon, Match
from mtcheck.rule import Edit, Fix, Hit, bad, good, rule

_MORE_THAN_THE_FORM = frozenset("(<|;,")


@rule(
    category="linguistic-conventions/spelling",
    severity="major",
    confidence="high",
    languages=languages_with("foreign-transliteration.*.tsv"),
    lexicon=Lexicon("foreign-transliteration"),
    examples=[
        bad(
            "Strikes hit ⟦Khan Younes⟧ on Friday, residents said.",
            fixed="Strikes hit Khan Younis on Friday, residents said.",
        ),
        bad("⟦Selenskyj⟧ arrived in ⟦Kiew⟧ on Monday, his office said."),
        bad("The supreme leader, Ali ⟦Jamenei⟧, rejected the offer."),
        bad("Le président ukrainien Volodymyr ⟦Zelenskyy⟧ a parlé mardi à Bruxelles.", "fr"),
        bad("Der russische Präsident ⟦Vladimir⟧ Putin sprach am Montag mit Xi Jinping.", "de"),
        bad("El Gobierno de ⟦Beijing⟧ convocó el lunes al embajador.", "es", source_lang="en"),
        bad("Il presidente ⟦Poutine⟧ e ⟦Selenskyj⟧ non si sono visti.", "it"),
        bad("De Russische president ⟦Putin⟧ sprak met ⟦Lukashenko⟧.", "nl"),
        bad("Prezydent Ukrainy ⟦Zelensky⟧ rozmawiał z ministrem.", "pl"),
        bad("Ukrajinský prezident ⟦Zelensky⟧ jednal s premiérem.", "cs"),
        bad("Rusya lideri Putin ile ⟦Lukashenko⟧ görüştü.", "tr"),
        bad("Den ryske ministern ⟦Schoigu⟧ talade på måndagen.", "sv"),
        bad("O ministro ⟦Schoigu⟧ falou na segunda-feira.", "pt"),
        good("Alexandre Netanyahou, a plumber, won. Netanyahou said that he was glad."),
        good("Zeynep Khameneï, the coach, left. Khameneï said nothing."),
        good("Moussa Diaby of Saint-Denis told Le Monde that he had read about Putin."),
        good("The Tribune de Genève and the Université libre de Bruxelles both declined."),
        good("Her film “Téhéran tabou” opens in London on Friday."),
        good("Écrit-on Poutine, Putin ou Poutin ? En allemand, Putin. Putin se lirait mal.", "fr"),
        good("Kyiv (Kiew in German, Kiev in Russian) was quiet overnight."),
    ],
)
def foreign_transliteration(document: Document, match: Match) -> Iterator[Hit]:
    """A name is spelt as the source language's press spells it.

    Why: Arabic, Cyrillic, Persian or Hebrew names are written by sound, and each language does it
    in its own way: Poutine, Selenskyj, Jamenei. An engine that does not know the name copies it.
    Legitimate: people and places whose own name that is (a Frenchman called Moussa), names and
    titles in the source language (Tribune de Genève), a text that speaks of the spelling itself.
    Spellings that the target's press prints too are of medium confidence.
    Fix: safe where the name has one usual spelling in the target language.
    Authority: the spellings that the agencies print: AFP and Le Monde against AP and Reuters, dpa,
    EFE and Fundéu; ISO 9 and the BGN/PCGN tables show where the differences come from.
    """
    if is_spoken_of(document, match) or stands_in_foreign_name(document, match):
        return
    if is_somebody_else(document, match.start, match.end):
        return
    form = document.text[match.start : match.end]
    origin = " or ".join(language_name(source) for source in match.sources)
    what = (
        f"“{form}” is how the name is spelt in {origin}; the translation kept it."
        if origin
        else f"“{form}” is not how the press writes the name."
    )
    hit = match.hit(f"{what} {match.entry.note}".strip())
    yield Hit(
        hit.start,
        hit.end,
        hit.message,
        hit.suggestion,
        fix=_fix(match),
        sources=hit.sources,
        confidence=hit.confidence,
    )


def _fix(match: Match) -> Fix | None:
    """The suggestion in place of the form, where both are one spelling and neither is in doubt."""
    entry = match.entry
    if entry.suggest is None or entry.confidence == "medium":
        return None
    if " or " in entry.suggest or _MORE_THAN_THE_FORM & {*entry.find, *entry.suggest}:
        return None
    return Fix((Edit(match.start, match.end, entry.suggest),))
