from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.language.clock_words import clock_faults
from mtcheck.language.date_faults import faulty_dates
from mtcheck.language.eastern_figures import eastern_figures, figure_hit
from mtcheck.language.formats import is_foreign_matter
from mtcheck.language.left_dates import left_in_dates
from mtcheck.language.time_faults import faulty_times
from mtcheck.rule import Edit, Fix, Hit, bad, good, rule


@rule(
    category="locale-conventions/date-format",
    severity="minor",
    confidence="high",
    yields_to=("page-furniture", "related-link"),
    examples=[
        bad("Die Behörde hatte um ⟦17:40 Stunden⟧ die höchste Warnstufe ausgerufen.", "de"),
        bad("The quake struck at ⟦03.27⟧ local time; he was born in ⟦1985 year⟧ in Izmir."),
        bad("La ofensiva comenzó a las ⟦1 hora 50 minutos de la noche⟧.", "es"),
        bad("Le train part à ⟦17:40 heures⟧ de la gare centrale.", "fr"),
        bad("De brand brak uit om ⟦17:40 uren⟧, op ⟦12 Maart⟧ van dit jaar.", "nl"),
        bad("The summit was held on ⟦2024 March 12⟧ in Beijing.", source_lang="zh"),
        bad("The trial opened ⟦the 12 March 2024⟧ in Paris.", source_lang="fr"),
        bad("La rueda de prensa empieza a las ⟦9:30 AM ET⟧ en la sede.", "es", source_lang="en"),
        bad("El partido empieza a las ⟦20h45⟧ en Lyon.", "es", source_lang="fr"),
        bad("会議は⟦午後3点⟧に始まり、⟦03/12/2024⟧に発表された。", "ja"),
        bad("会议于⟦火曜日⟧举行，晚上⟦20:45时⟧结束。", "zh"),
        good(
            "Nach 3:40 Stunden war Schluss, um 2:30 Stunden verlängert; seit 2019 Jahr für Jahr.",
            "de",
        ),
        good(
            "À 1 heure 50 minutes de Paris; en 2024, année électorale; en 2023 an après an.", "fr"
        ),
        good("Shares closed at 20.15 on Monday; in 2020 year on year growth was 2.45 at best."),
        good("W 2024 roku 12 marca był wolny; o 1 godzinę 50 minut dłużej.", "pl"),
        good("Нападение началось в 1 час 50 минут ночи 12 марта 2024 года.", "ru"),
        bad("Město chystá na ⟦Květen 9⟧ koncert na počest opraváře.", "cs"),
        bad("Der Weg bleibt bis ⟦März 3⟧ geschlossen, sagte das Amt.", "de", source_lang="en"),
        bad("Le sommet s'ouvrira ⟦octobre 12⟧ à Genève, selon le ministère.", "fr"),
        bad("Zirve ⟦Ekim 12⟧ günü Cenevre'de başlayacak.", "tr"),
        good("En mars 12 de ses buts ont compté, et mars 12 à 15 personnes.", "fr"),
        good("Im März 14 neue Fälle, im April 12; der Mai 1968 blieb.", "de"),
        good("Bis März 3 Prozent mehr; im Mai 16 neue Fälle.", "de", source_lang="en"),
        bad("La découverte remonte au ⟦12 Chubat⟧.", "fr", source_lang="ar"),
        bad(
            "He was born on ⟦7. October 1952⟧ in Bonn.",
            "en-GB",
            fixed="He was born on 7 October 1952 in Bonn.",
        ),
        bad(
            "The law came in on ⟦07.10.2023⟧ at ⟦14h30⟧.",
            "en-US",
        ),
        bad("They met on ⟦the 7 October 2023⟧, he said.", "en-US"),
        bad("They met at ⟦14 o'clock⟧ on ⟦7 of October⟧; it was ⟦14 Uhr⟧ in Bonn."),
        bad("Music of ⟦the years 90⟧ and of the ⟦1990er⟧."),
        bad("Er kam am ⟦Oktober 7, 2023⟧.", "de", fixed="Er kam am 7. Oktober 2023."),
        bad("Er kam am ⟦7 Oktober⟧ um ⟦3 p.m.⟧ Die ⟦1990s⟧ sind vorbei.", "de"),
        bad(
            "Il est venu le ⟦octobre 7, 2023⟧, puis le ⟦1 mai⟧ et le ⟦7 octobre, 2022⟧.",
            "fr",
            fixed="Il est venu le 7 octobre 2023, puis le 1er mai et le 7 octobre 2022.",
        ),
        bad("El ⟦7 octubre 2023⟧ llegó.", "es", fixed="El 7 de octubre de 2023 llegó."),
        bad("Chegou no dia ⟦outubro 7, 2023⟧ às ⟦3 p.m.⟧", "pt"),
        bad("È arrivato il ⟦ottobre 7, 2023⟧, negli anni ⟦1990s⟧.", "it"),
        bad("Он приехал ⟦октября 7, 2023⟧ и уехал ⟦7 октябрь⟧.", "ru"),
        bad("Przyjechał ⟦7 październik⟧.", "pl", fixed="Przyjechał 7 października."),
        bad(
            "Am ⟦23 dezember⟧ trauerte das Land.", "de", fixed="Am 23. Dezember trauerte das Land."
        ),
        bad("Přijel ⟦7 října 2023⟧.", "cs", fixed="Přijel 7. října 2023."),
        bad("Toplantı ⟦Ekim 7, 2023⟧ günü yapıldı.", "tr"),
        bad("他于⟦7日10月⟧抵达，会议⟦3 p.m.⟧开始。", "zh"),
        bad("知事は⟦11月、11日⟧に着き、⟦7 novembre⟧に帰った。", "ja"),
        bad("州长承诺⟦15.12.2026⟧前公布标准。", "zh"),
        bad("المباراة المقررة ⟦7. ديسمبر⟧ في باريس ثم ⟦November 7⟧ في روما.", "ar"),
        bad("El plazo vence el ⟦10/23/2023⟧.", "es"),
        bad("Im ⟦Oktober de 2023⟧ kam er, am ⟦7. Oktober 2023 г.⟧ ging er.", "de"),
        bad("O julgamento começa em ⟦Oct. 12⟧ em Roma, às ⟦14u30⟧.", "pt"),
        good("Nell'ottobre del 2023, alle 14:30, il 1º maggio e nel 2023.", "it"),
        good("The 7 October attack; on the 7th of October 2023; 7 October 2023; 20:00 hours."),
        good("At 3 p.m. on October 7, 2023, in Group 7. October was cold. A 24h strike."),
        good("Seit März 21 Tote; am 7. Oktober um 14.30 Uhr; 5 am Tag; die 1990er-Jahre.", "de"),
        good("Le 7 octobre 2023 à 14h30, le 1er mai 68, en octobre 7 personnes, mai 68.", "fr"),
        good("El 7 de octubre de 2023, a las 3 p. m.; en mayo 12 personas.", "es-MX"),
        good("7 октября 2023 года, в октябре 7 человек, 1990-е.", "ru"),
        good("截至9月27日10月份的数据，10月7日。", "zh"),
    ],
)
def date_format(document: Document) -> Iterator[Hit]:
    """A date, time or decade is written in another language's manner.

    Why: an engine puts the words of a date into the target language and keeps their order and
    dress: "Oktober 7, 2023", "7. October", "on the 7 October", 14h30, 3 p.m., "die 1990s".
    Legitimate: British 7 October beside American October 7; a date before a noun ("the 7 October
    attack"); months before a count ("in March 21 people"); p.m. in Spanish; titles and quotations
    in another language.
    Fix: safe for dates in words, where the order alone or a small mark is wrong; times and
    decades are only suggested.
    Authority: CLDR date patterns; Chicago Manual of Style 9.29-9.36; The Guardian style guide;
    Duden, "Datum"; RAE, Ortografía, "fecha"; Lexique de l'Imprimerie nationale, "dates".
    """
    last_end = 0
    faults = (
        *faulty_dates(document),
        *faulty_times(document),
        *left_in_dates(document),
        *clock_faults(document),
    )
    for fault in sorted(faults, key=lambda fault: (fault.start, -fault.end)):
        if fault.start < last_end or is_foreign_matter(document, fault.start, fault.end):
            continue
        last_end = fault.end
        edit = Edit(fault.start, fault.end, fault.suggestion or "")
        form = document.text[fault.start : fault.end]
        yield Hit(
            fault.start,
            fault.end,
            f"“{form}” {fault.message}",
            suggestion=fault.suggestion,
            fix=Fix((edit,))
            if fault.is_safe and _keeps_its_names(form, fault.suggestion)
            else None,
            sources=tuple(source for source in fault.sources if source != document.target),
            confidence=fault.confidence,
        )
    for figure in eastern_figures(document, "date"):
        yield figure_hit(document, figure)


def _keeps_its_names(form: str, suggestion: str | None) -> bool:
    """Does the suggestion hold all words with a capital? A month that takes another form is for
    an editor."""
    return bool(suggestion) and all(
        word in (suggestion or "") for word in form.split() if word[0].isupper()
    )
