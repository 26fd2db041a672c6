from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.language.conventions import language_name
from mtcheck.language.whole_language import other_language
from mtcheck.rule import Hit, bad, good, rule

_FRENCH = (
    "Le gouvernement a annoncé lundi une réforme des retraites\n\nLe gouvernement a annoncé lundi "
    "qu’il présenterait une réforme des retraites avant la fin de l’année. Les syndicats ont "
    "appelé à une journée de grève dans tout le pays, et des manifestations sont prévues dans "
    "plusieurs villes."
)
_ENGLISH = (
    "The government will present a pension reform\n\nThe government said on Monday that it would "
    "present a reform of the pensions before the end of the year. The unions called for a day of "
    "strikes in all of the country, and marches are planned in several towns."
)
_RUSSIAN = (
    "Правительство представит реформу\n\nПравительство сообщило в понедельник, что представит "
    "реформу пенсий до конца года. Профсоюзы призвали к забастовкам по всей стране, и этого "
    "требуют также рабочие. Шествия пройдут в нескольких городах."
)


@rule(
    category="accuracy/untranslated",
    severity="critical",
    confidence="high",
    examples=[
        bad(_FRENCH.replace("Le gouv", "⟦Le gouv", 1).replace("retraites\n", "retraites⟧\n", 1)),
        bad(f"⟦{_ENGLISH}".replace("reform\n", "reform⟧\n", 1), "de"),
        bad(f"⟦{_ENGLISH}".replace("reform\n", "reform⟧\n", 1), "ja"),
        bad(f"⟦{_RUSSIAN}".replace("реформу\n", "реформу⟧\n", 1), "uk"),
        bad(f"⟦{_RUSSIAN}".replace("реформу\n", "реформу⟧\n", 1), "es"),
        good(_FRENCH, "fr"),
        good(_ENGLISH, "en-GB"),
        good(_RUSSIAN, "ru"),
        good("Le Monde, Libération, Agence France-Presse, BFMTV, Le Figaro, Ouest-France", "en"),
        good(
            "The song\n\nThis is the refrain that they sang on Monday:\n\n" + _FRENCH,
        ),
        good(
            "Regjeringen vil legge fram en pensjonsreform før året er omme, sa statsministeren på "
            "mandag. Fagforeningene har varslet streik i hele landet, og det er planlagt "
            "demonstrasjoner i flere byer i løpet av uken. Partiene på Stortinget er delte.",
            "da",
        ),
    ],
)
def wrong_language(document: Document) -> Iterator[Hit]:
    """The whole article is in another language than it was said to be.

    Why: the original was published in place of its translation, or the engine gave its input back.
    Legitimate: short texts, lists of names, articles that are mostly quotations. Languages that
    are close to each other (Danish and Norwegian, Czech and Slovak) are never told apart here. An
    article whose language was not told is taken for what it is.
    Fix: none; the article has to be translated.
    Authority: ISO 17100 on translation services asks that what is delivered is in the language
    ordered.
    """
    language = other_language(document)
    if language is None or not document.blocks:
        return
    first = document.headline or document.sentences[0]
    yield Hit(
        first.start,
        first.end,
        f"The article is in {_name(language)}, not in {_name(document.target)}: it was not "
        "translated, or it is marked with the wrong language.",
        sources=(language,),
    )


def _name(language: str) -> str:
    name = language_name(language)
    if name != language:
        return name
    from babel import Locale

    return str(Locale("en").languages.get(language, language))
