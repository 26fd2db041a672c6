from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.language.conventions import language_name
from mtcheck.language.eastern_figures import eastern_figures, figure_hit
from mtcheck.language.foreign_digits import foreign_digits
from mtcheck.language.foreign_numbers import (
    ALSO_GROUPED_BY,
    GROUP_FROM,
    foreign_numbers,
    number_hit,
    sum_around,
)
from mtcheck.language.left_units import left_units, unit_hit
from mtcheck.language.magnitudes import foreign_magnitudes, magnitude_hit
from mtcheck.language.mentions import is_set_apart
from mtcheck.language.needless_spaces import percent_after
from mtcheck.rule import Edit, Fix, Hit, bad, good, rule

_YEAR = 4


@rule(
    category="locale-conventions/number-format",
    severity="minor",
    confidence="high",
    options=(ALSO_GROUPED_BY, GROUP_FROM),
    examples=[
        bad("市場予想の平均は⟦61,660,000,000⟧ドル、インフレ率は⟦%32⟧だった。", "ja"),
        bad("The governor said ⟦1.450⟧ tents had been sent; it was the ⟦21e⟧ edition."),
        bad("Köpekbalığı ⟦3.2⟧ metre uzunluğundaydı ve ⟦21.5⟧ kilo geldi.", "tr", source_lang="en"),
        bad(
            "Es war der ⟦21st⟧ Sieg; der Plan kostet ⟦500 Crore⟧ Rupien, er wurde ⟦3º⟧ Platz.", "de"
        ),
        bad("Длина моста — ⟦250 m⟧, население — ⟦500 кроров⟧.", "ru"),
        bad("وتراجع السهم بنسبة ⟦6٫1⟧% بعد النتائج.", "ar"),
        bad("Os prejuízos somam ⟦1'2⟧ milhões.", "pt"),
        bad("La fabbrica ha ⟦3 diecimila⟧ operai.", "it"),
        good("De molen is op zaterdag open, van 10.00 tot 16.00 uur.", "nl"),
        good("Open van dinsdag tot zaterdag, 11.30-14 uur en 17-22 uur.", "nl"),
        good("The iPhone 16e has a 3.5 mm jack; he averaged 1.450 points, 6'2\" tall."),
        good(
            "Das iPhone 16e kostet 699 Euro, die 7th Avenue Band spielt bei 38° im Schatten.", "de"
        ),
        good("国土面积9,600,000平方公里，1,234,567人投票。", "zh"),
        bad("Podle úřadu je ve špatném stavu ⟦3.412⟧ mostů.", "cs", source_lang="pl"),
        bad("Auf der Liste stehen ⟦1,108⟧ Namen.", "de", source_lang="en"),
        good("Auf der Liste stehen 1,108 Namen; läuft unter Windows 8 und 8.1 weiter.", "de"),
        bad(
            "The war has killed ⟦24 762⟧ people, most of them women.",
            fixed="The war has killed 24,762 people, most of them women.",
        ),
        bad("Ein Beben der Stärke ⟦6.1⟧ hat die Provinz erschüttert.", "de"),
        bad(
            "The ministry counted ⟦24.762⟧ dead and ⟦1.200.000⟧ displaced.",
            fixed="The ministry counted 24,762 dead and 1,200,000 displaced.",
        ),
        bad(
            "Prices rose ⟦3,5⟧% to ⟦1.234,56⟧ points.",
            fixed="Prices rose 3.5% to 1,234.56 points.",
        ),
        bad("Rund ⟦24,000⟧ Menschen kamen.", "de", fixed="Rund 24.000 Menschen kamen."),
        bad(
            "Die Preise stiegen um ⟦3.5⟧ Prozent.", "de", fixed="Die Preise stiegen um 3,5 Prozent."
        ),
        bad("Plus de ⟦10,000⟧ personnes.", "fr", fixed="Plus de 10\u00a0000 personnes."),
        bad(
            "Costó ⟦2.5⟧ millones; asistieron 12.500 personas, un 3,4 % más.",
            "es",
            fixed="Costó 2,5 millones; asistieron 12.500 personas, un 3,4 % más.",
        ),
        bad("Погибли ⟦24,762⟧ человека.", "ru", fixed="Погибли 24\u00a0762 человека."),
        bad("Wzrost wyniósł ⟦3.5⟧ proc.", "pl", fixed="Wzrost wyniósł 3,5 proc."),
        bad("Sono morte ⟦24,762⟧ persone.", "it", fixed="Sono morte 24.762 persone."),
        bad("共有⟦24.762⟧人死亡。", "zh", fixed="共有24,762人死亡。"),
        bad("该校约有⟦2.4千⟧名研究人员，火场面积⟦四万2,000⟧英亩。", "zh"),
        bad("約⟦1百20⟧人が参加し、風速は⟦185 mph⟧に達した。", "ja"),
        bad("Der Zug fuhr mit ⟦120 км/ч⟧ auf den Bahnhof zu, es war die ⟦2nd⟧ von dreien.", "de"),
        bad("La inflación llegó al ⟦%45⟧ y el piso mide ⟦80 qm⟧.", "es"),
        bad("Поезд шёл со скоростью ⟦60 mph⟧, длина моста — ⟦450 ft⟧.", "ru"),
        bad("Enflasyon ⟦10%⟧ arttı, fiyatlar ⟦30 %'una⟧ indi.", "tr"),
        bad("وبلغت الحرارة ⟦31.5C⟧ يوم الأحد.", "ar"),
        bad("The outage hit ⟦٣٠⟧ percent of homes.", fixed="The outage hit 30 percent of homes."),
        bad("Am Montag fehlten ⟦२५⟧ Menschen.", "de", fixed="Am Montag fehlten 25 Menschen."),
        bad("Fuel rose by ⟦๓๐⟧ baht in Bangkok.", fixed="Fuel rose by 30 baht in Bangkok."),
        good("Auf der Tafel steht «٧٨٦» neben dem Tor.", "de"),
        good("The mosque bears the date ١٤٢٣ on its gate, carved in stone."),
        good("ارتفع السعر ٣٠ في المئة، وبلغ ۲۵ في إيران.", "ar"),
        good("El día 2 llegaron 12 mil; 80 km/h (50 mph), 30 °C, 5.ª edición, n.º 5.", "es"),
        good("Am 2. Mai fuhr die 7th Avenue Band; 80 qm, 3 Std., iOS 16C und Gate 25C.", "de"),
        good("1兆3千億円、3千円、5万一张、24.5千瓦，新台幣30.685元兌1美元。", "zh"),
        bad("Rund ⟦24’762⟧ Menschen zahlten große Summen.", "de-DE"),
        good("It rose 1.234% to 3.5 in 2020; version 3.12.1 at 192.168.1.1, chapters 1,2,3."),
        good("On October 7 762 people died. Call +44 7624 800 100. He ran 1.219 million laps."),
        good("The 2,06,737 cases in Delhi cost Rs 1,00,000 each.", "en-IN"),
        good("Um 14.30 Uhr am 7.10. stand es 6,4; § 3.5 gilt, iOS 16.4 auch, 3,482 %.", "de"),
        good("Rund 24’762 Franken, also 3.5 Prozent mehr.", "de-CH"),
        good("Alle 14.30 del 7.10.2023 erano 24.762.", "it"),
        good("Subió un 3.5 % hasta 1,234.50 pesos.", "es-MX"),
        good("Subió 3.5 por ciento; 12,500 personas.", "es"),
        good("В 14.30 по ст. 20.2 КоАП; 24 762 человека, 3,5%.", "ru"),
        good("Quelque 10.000 personnes, 24 762 selon la police, soit 3,482 % de plus.", "fr"),
        good("增长3.5%，共24,762人。", "zh"),
        good("Yüzde 1.5 artışla 24.762 kişi.", "tr"),
        good("The paper wrote: « Plus de 24 762 personnes ont été tuées dans la guerre. »"),
    ],
)
def number_format(document: Document) -> Iterator[Hit]:
    """Digits are grouped, decimals parted off, or units written as another language does it.

    Why: an engine copies figures as they stand. 24 762 is French, 24.762 German, 24,762 English;
    read with the wrong habit, 24.762 people are not even twenty-five. What stands beside the figure
    stays too: 80 qm, 120 км/ч, %45, 21st.
    Legitimate: years, dates, times, scores, telephone numbers, versions, references to a law;
    decimals with three digits; the apostrophe in Switzerland, lakh in India, 1,234.5 in Mexico and
    Central America. Where a number can be read in both ways, only the words after it (people, per
    cent, million) or the article's source decide.
    Fix: safe where the number can be read in one way only.
    Authority: CLDR; Chicago Manual of Style 9.54-9.56; Duden; RAE, Ortografía, "números"; Lexique
    de l'Imprimerie nationale; Milchin, Spravochnik.
    """
    for number in foreign_numbers(document):
        if sum_around(document, number) is None:  # currency-format tells those
            yield number_hit(document, number, number.numeral.start, number.numeral.end)
    for short in foreign_magnitudes(document):
        if not short.is_money and not is_set_apart(document, short.start, short.end):
            yield magnitude_hit(document, short)
    for figure in eastern_figures(document, "number"):
        yield figure_hit(document, figure)
    for unit in left_units(document):
        yield unit_hit(document, unit)
    for digits in foreign_digits(document):
        yield Hit(
            digits.start,
            digits.end,
            f"Digits of {language_name(digits.sources[0])}, left standing; "
            f"{document.conventions.name} prints 0 to 9.",
            suggestion=digits.own,
            fix=Fix((Edit(digits.start, digits.end, digits.own),)),
            sources=digits.sources,
            confidence="medium" if len(digits.own) == _YEAR else None,  # a date on a gate
        )
    for percent in percent_after(document):
        yield Hit(
            percent.start,
            percent.end,
            f"{document.conventions.name} writes the sign before the number.",
            suggestion=percent.right,
            fix=Fix((Edit(percent.start, percent.end, percent.right),)),
            sources=("en", "de", "fr", "es"),
        )
