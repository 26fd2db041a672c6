"""Names in another language's form. The forms are CLDR's own, of any two languages."""

import re
from functools import cache
from random import Random

from benchmarks.planted.articles import Article
from benchmarks.planted.kinds import Planted, kind, picked, replaced

_LATIN = ("en", "fr", "de", "es", "it", "pt", "nl", "pl", "cs", "sv", "tr")
_FROM = ("en", "fr", "de", "es", "it", "pt")


@cache
def _names(language: str) -> dict[str, str]:
    """Territories and months by CLDR's keys."""
    from babel import Locale

    locale = Locale(language)
    territories = {k: v for k, v in locale.territories.items() if len(k) == 2}
    months = {f"month {k}": v for k, v in locale.months["format"]["wide"].items()}
    return territories | months


@kind("untranslated-name", "untranslated-word", "foreign-transliteration", languages=_LATIN)
def name_of_another_language(article: Article, rng: Random) -> Planted | None:
    own = {name: key for key, name in _names(article.language).items()}
    pattern = "|".join(sorted(map(re.escape, own), key=len, reverse=True))
    match = picked(article, rng, rf"(?<![\w-])(?:{pattern})(?![\w-])")
    if not match:
        return None
    forms = [(_names(lang).get(own[match.group()]), lang) for lang in _FROM]
    known = {name.casefold() for name in own}
    forms = [(form, lang) for form, lang in forms if form and form.casefold() not in known]
    if not forms:
        return None
    form, language = rng.choice(forms)
    return replaced(article, match.start(), match.end(), form, language)


_VARIANTS = (
    ("ou", "u"), ("y", "i"), ("kh", "h"), ("sh", "ch"), ("ph", "f"), ("tz", "z"), ("ss", "s"),
    ("ll", "l"), ("nn", "n"), ("tt", "t"), ("ck", "k"), ("w", "v"), ("é", "e"), ("ö", "o"),
    ("ü", "u"), ("á", "a"), ("í", "i"), ("ó", "o"),
)  # fmt: skip


@kind("inconsistent-name", "foreign-transliteration", languages=_LATIN)
def name_spelt_in_two_ways(article: Article, rng: Random) -> Planted | None:
    """A surname that follows a first name once is spelt otherwise where it comes back."""
    for full in re.finditer(r"[A-ZÀ-Ý][a-zà-ÿ]+ (?P<name>[A-ZÀ-Ý][a-zà-ÿ]{5,})\b", article.text):
        name = full["name"]
        again = [m for m in re.finditer(rf"\b{name}\b", article.text) if m.start() > full.end()]
        variants = [name.replace(a, b, 1) for a, b in _VARIANTS if a in name[1:]]
        if again and variants:
            match = rng.choice(again)
            return replaced(article, match.start(), match.end(), rng.choice(variants))
    return None
