"""ein, das, dem before nouns that are always feminine: ein Regierung, das Entscheidung."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mtcheck.language.agreement import Disagreement
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_FEMININE = {
    "ein": "eine", "einem": "einer", "einen": "eine", "eines": "einer", "kein": "keine",
    "keinem": "keiner", "keinen": "keine", "das": "die", "dem": "der", "des": "der",
    "im": "in der", "am": "an der", "zum": "zur", "beim": "bei der", "vom": "von der",
    "ins": "in die",
}  # fmt: skip
_MAY_BE_PRONOUNS = frozenset(("das", "dem"))
_ARTICLE = late_pattern(
    r"(?<![\w-])(?P<word>[Ee]in|[Ee]inem|[Ee]inen|[Ee]ines|[Kk]ein|[Kk]einem|[Kk]einen|[Dd]as|[Dd]em"
    r"|[Dd]es|[Ii]m|[Aa]m|[Zz]um|[Bb]eim|[Vv]om|[Ii]ns) "
    r"(?P<next>[A-ZÄÖÜ][a-zäöüß]{2,}(?:ung|heit|keit|ität|schaft))(?![\w-])"
)
_NOT_FEMININE = ("samsung", "sprung", "schwung", "dung", "schaft", "jung", "swung")
_FEMININE_ENDING_SO = (
    "bildung", "wendung", "kleidung", "meldung", "werbung", "bindung", "findung", "scheidung",
    "sendung", "handlung", "ladung", "mündung", "rundung", "bandung", "landung", "wandung",
    "gründung", "zündung", "leidung", "meidung", "neidung", "eidung", "windung", "gesellschaft",
    "wirtschaft", "mannschaft", "gemeinschaft", "botschaft", "gewerkschaft", "landschaft",
    "freundschaft", "partnerschaft", "meisterschaft", "wissenschaft", "präsidentschaft",
    "staatsanwaltschaft", "nachbarschaft", "herrschaft", "bereitschaft", "mitgliedschaft",
)  # fmt: skip
_GOES_ON = late_pattern(r" (?:[a-zäöüß]+end(?:e[nrsm]?)?(?!\w)|und |oder |[a-zäöüß]*-)")


def disagreements(document: Document) -> Iterator[Disagreement]:
    """All of them."""
    text = document.text
    for found in _ARTICLE.finditer(text):
        word, noun = found["word"], found["next"].lower()
        if noun.endswith(_NOT_FEMININE) and not noun.endswith(_FEMININE_ENDING_SO):
            continue
        if word in _MAY_BE_PRONOUNS:
            continue  # ein Land, das Ausbildung fördert
        if _GOES_ON.match(text, found.end()):
            continue  # ein Achtung gebietender Mann
        right = _FEMININE[word.lower()]
        shown = right.capitalize() if word[0].isupper() else right
        yield Disagreement(
            found.start(),
            found.end("next"),
            f"{shown} {found['next']}",
            f"“{found['next']}” is feminine, so German says “{right}”.",
        )
