from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from mtcheck.document import Document
from mtcheck.language.data import languages_with
from mtcheck.rule import Hit, Related, bad, good, rule

if TYPE_CHECKING:
    from mtcheck.bilingual.quantity_match import Mismatch

_LANGUAGES = languages_with("quantities.tsv")
"""The languages whose words for numbers are known."""


@rule(
    category="accuracy/mistranslation",
    severity="major",
    confidence="high",
    languages=_LANGUAGES,
    needs=("source",),
    examples=[
        bad("Prices rose ⟦8⟧ %.", source_lang="fr", source="Les prix ont augmenté de 7 %."),
        bad(
            "Die Schulden stiegen auf ⟦3 Billionen⟧ Dollar.",
            "de",
            source_lang="en",
            source="Debt rose to $3 billion.",
        ),
        bad(
            "La dette atteint ⟦2,3 millions⟧ d'euros.",
            "fr",
            source_lang="de",
            source="Die Schulden erreichen 2,3 Mrd. Euro.",
        ),
        bad(
            "El 7 de ⟦junio⟧ de 2023 empezó todo.",
            "es",
            source_lang="en",
            source="It all began on 7 July 2023.",
        ),
        bad(
            "⟦Погибли десятки человек.⟧",
            "ru",
            source_lang="en",
            source="At least 137 people died.",
        ),
        bad(
            "该省拨款⟦203万⟧元。",
            "zh",
            source_lang="en",
            source="The province gave 20.3 million yuan.",
        ),
        bad("会議は⟦14時30分⟧に始まった。", "ja", source_lang="en", source="It began at 3:30 p.m."),
        bad(
            "Zginęły ⟦53⟧ osoby, w tym dzieci.",
            "pl",
            source_lang="uk",
            source="Загинули люди, серед них діти.",
        ),
        bad(
            "Das Feuer brannte ⟦8 km⟧ vor der Stadt.",
            "de",
            source_lang="en",
            source="The fire burned 8 miles from the town.",
        ),
        bad("Perdió ⟦20 libras⟧.", "es", source_lang="en", source="He lost 20 kg."),
        bad("It was ⟦30 °F⟧ in Lyon.", source_lang="fr", source="Il faisait 30 °C à Lyon."),
        bad("Пожар длился ⟦три минуты⟧.", "ru", source_lang="en", source="It burned three hours."),
        bad(
            "Après le vol d'⟦un tiers⟧ du parc.",
            "fr",
            source_lang="de",
            source="Nachdem ein Viertel der Räder gestohlen worden war.",
        ),
        bad(
            "Mindestens ⟦neunzig⟧ sind explodiert.",
            "de",
            source_lang="en",
            source="At least nine exploded.",
        ),
        bad("قتل ⟦35⟧ شخصا في الهجوم.", "ar", source_lang="tr", source="Saldırıda 25 kişi öldü."),
        good(
            "In July the province gave 20.3 million yuan, half of it on the 7th, at 2:30 p.m.",
            source_lang="zh",
            source="7月该省拨款2030万元，其中50％在7日14时30分拨付。",
        ),
        good(
            "Im Oktober 2023 waren es 2,3 Billionen Dollar, rund 1200 je Kopf, zwei Drittel mehr.",
            "de",
            source_lang="en",
            source="In 10/2023 it was $2.3 trillion, $1,197 a head, 2/3 more.",
        ),
        good(
            "Dans les années 90, à 80 km de là, il faisait 27 °C à 14h30, il y a vingt-cinq ans.",
            "fr",
            source_lang="en",
            source="In the 1990s, 50 miles away, it was 80 °F at 2.30pm, 25 years ago.",
        ),
        good(
            "Dois mil milhões de euros em 07.10.2023: um terço, meia dúzia, o século XXI.",
            "pt",
            source_lang="ja",
            source="2023年10月7日に20億ユーロ。3分の1、6個、21世紀。",
        ),
        good(
            "Двадцать пять тысяч человек, 3,5 млн рублей (около 40 тыс. долларов).",
            "ru",
            source_lang="en",
            source="Some 25,000 people, 3.5m roubles.",
        ),
        good(
            "She had lost 380 kilograms (840 pounds). It was 8 miles (13 km) away, at 86 °F.",
            source_lang="de",
            source="Sie hatte 380 Kilogramm verloren. Es war 13 Kilometer entfernt, bei 30 °C.",
        ),
        good(
            "Это длилось с 6:40 до начала второго.",
            "ru",
            source_lang="de",
            source="Es dauerte von 6.40 Uhr bis kurz nach 13 Uhr.",
        ),
        good(
            "令和5年の選挙で、2割が3億5000万円を得た。",
            "ja",
            source_lang="cs",
            source="Ve volbách roku 2023 dostala pětina 350 milionů jenů, tedy 20 %.",
        ),
    ],
)
def number_mismatch(document: Document) -> Iterator[Hit]:
    """A figure of the source was changed, lost or invented.

    Numbers, percentages, months and times of day are read as values on both sides, however they are
    written: 7月 is July, 2030万 is 20.3 million, a Milliarde is a billion, 2/3 is two thirds.
    Why: an engine copies most figures and then stumbles over the few that must be recast: billion,
    Billion and billón are false friends, 万 and lakh have no counterpart, a digit is dropped. No
    reader can see that, and no other error is as costly in news.
    The unit counts too: 8 miles are not 8 km, nor three hours three minutes.
    Legitimate: a number rounded and marked so ("about 1,200"), converted (miles to kilometres), put
    into the next sentence or said in other words (half for 50 %); a sum in another currency in
    brackets. Small numbers that are spelt out are never missed: they are often articles or idioms.
    Fix: none; the finding suggests the right number as the language writes it.
    Authority: MQM, "mistranslation" with its subtype "number"; Unicode CLDR for the formats.
    """
    if document.source is None or document.source.target not in _LANGUAGES:
        return
    from mtcheck.bilingual.quantity_match import mismatches

    found = mismatches(document)
    for bead, group in groupby(found, key=lambda mismatch: mismatch.bead):
        lost = []
        for mismatch in group:
            if mismatch.target is None:
                lost.append(mismatch)
            else:
                yield _hit(document, mismatch)
        if lost:
            yield _loss(document, bead.target, lost)


def _hit(document: Document, mismatch: Mismatch) -> Hit:
    from mtcheck.bilingual.quantity_text import false_friend, in_format_of, name_of
    from mtcheck.bilingual.quantity_unit_faults import is_unit_alone

    bead, original, number = mismatch
    assert number is not None and document.source is not None
    name = name_of(document, number)
    if original is None:
        place = Related(bead.source.start, bead.source.end, "in the source", "source")
        return Hit(
            number.start,
            number.end,
            f"The translation has {name}, of which the source says nothing.",
            related=(place,),
        )
    if is_unit_alone(original, number):
        theirs = document.source.text[original.start : original.end]
        ours = document.text[number.start : number.end]
        return Hit(
            number.start,
            number.end,
            f"The source has “{theirs}”, the translation “{ours}”: the unit was changed, not the"
            " number.",
            related=(Related(original.start, original.end, "in the source", "source"),),
        )
    return Hit(
        number.start,
        number.end,
        f"The source has {name_of(document.source, original)}, the translation {name}."
        + false_friend(document, original, number),
        suggestion=in_format_of(document, original, number),
        related=(Related(original.start, original.end, "in the source", "source"),),
    )


def _loss(document: Document, span: tuple[int, int], lost: list[Mismatch]) -> Hit:
    from mtcheck.bilingual.quantity_text import name_of

    assert document.source is not None
    numbers = [mismatch.source for mismatch in lost if mismatch.source is not None]
    names = " and ".join(name_of(document.source, number) for number in numbers)
    start, end = document.sentence_at(max(span[0], span[1] - 1))
    return Hit(
        max(start, span[0]),
        min(end, span[1]),
        f"The source has {names}; the translation lacks {'them' if len(numbers) > 1 else 'it'}.",
        related=tuple(
            Related(number.start, number.end, "in the source", "source") for number in numbers
        ),
    )
