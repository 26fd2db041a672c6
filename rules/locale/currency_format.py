import re
from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.language.conventions import language_name
from mtcheck.language.eastern_figures import eastern_figures, figure_hit
from mtcheck.language.foreign_numbers import foreign_numbers, number_hit, sum_around, written_here
from mtcheck.language.foreign_sums import foreign_sums, foreign_units, sum_hit, unit_hit
from mtcheck.language.formats import (
    SPACE,
    Formats,
    formats,
    is_foreign_matter,
    languages_with_format,
    sign_word,
)
from mtcheck.language.magnitudes import foreign_magnitudes, magnitude_hit
from mtcheck.language.sum_dress import odd_sum_hit, odd_sums
from mtcheck.language.sums import Sum, sums
from mtcheck.patterns import late_pattern
from mtcheck.rule import Confidence, Edit, Fix, Hit, bad, good, rule

_ENGLISH_PLURAL = late_pattern(
    r"(?:[$€£] ?)\d[\d.,]* (?P<word>millions|billions|trillions)\b"
    r"|(?<![\d.,])(?!(?:19|20)\d\d )\d[\d.,]* (?P<word2>millions|billions|trillions) (?:of )?"
    r"(?=(?:euros|dollars|pounds|yen|yuan|rubles|roubles|francs|pesos)\b)"
)


_SHORTEST_SPELT_OUT = 6
_ENGLISH_SHORT = frozenset(("bn", "tn", "m"))
_ENGLISH_PREFIXES = frozenset(("C", "A", "S", "CA", "AU", "NZ"))
_WHO_PRINTS = {"R": ("pt",), "US": ("en", "es", "pt", "zh", "ja"), "U.S.": ("en",)}
_SIGNS_AND_WORDS = frozenset(("ru", "uk", "es", "pt"))
"""Languages whose press sets both a sign and a word, as room allows."""
_SAID_BY_SIGN = {
    "$": ("dollar", "dólar", "dolar", "доллар", "долар", "دولار"),
    "€": ("euro", "евро", "євро", "eur", "يورو"),
    "£": ("pound", "livre", "libra", "pfund", "sterline", "pond", "pund", "фунт", "funt", "liber"),
    "¥": ("yen", "yuan", "jen", "jüan", "иен", "юан", "єн"),
}
_LONGEST_CASE_ENDING = 2
_SIGN_AND_WORD = late_pattern(
    r"(?:(?P<sign>[$€£¥])\s?\d[\d.,]*+(?<![.,])(?:\s?(?:[^\W\d_]{2,10}\.?|bn|m|k)(?!\w))?(?:\sde|\sd'|\sdi|\sof)?\s?"
    r"|(?<![\d.,])\d[\d.,]*\s?(?P<sign_after>[$€£¥])\s)(?P<word>[^\W\d_]{3,})"
)
_MILLIONS_OF_EUROS = late_pattern(r"(?<![\w.,])\d[\d.,]*[ \u00a0\u202f]?(?:M|Mds?|k|М)€(?!\w)")


@rule(
    category="locale-conventions/currency-format",
    severity="minor",
    confidence="high",
    examples=[
        bad("O dólar oficial fechou a ⟦1.455 $⟧ na sexta.", "pt"),
        bad("L'auto costa ⟦98.000 RMB⟧ in Cina, la multa ⟦500 rub⟧ a testa.", "it"),
        bad("入場料は⟦25 zł⟧だ。", "ja"),
        bad("La ayuda suma ⟦4 millones y medio de €⟧ al año.", "es", source_lang="fr"),
        bad("Der Mindestlohn liegt bei ⟦R$ 1.412⟧ im Monat.", "de", source_lang="pt"),
        bad("公司亏损⟦RMB 3.5亿⟧。", "zh"),
        bad("The stock closed at ⟦¥2,500 yen⟧ in Tokyo."),
        good("Custou R$ 12, US$ 1.455 e 12 €.", "pt"),
        good("They rubbed shoulders with 500 others; ¥2,500 was a yen trader's bet."),
        bad("Der Bau kostete ⟦142 Mio. hrn⟧.", "de"),
        bad("Het fonds telt ⟦3,2 miljard van FCFA⟧.", "nl"),
        bad("Пассажиры получат по ⟦€ 250⟧.", "ru", source_lang="de"),
        good("L'État prévoit 10 millions FCFA; le groupe vise 2 millions d'euros.", "fr"),
        bad("It costs ⟦10 €⟧ now.", fixed="It costs €10 now."),
        bad(
            "They paid ⟦10,000$⟧ and ⟦2.5 million €⟧.", fixed="They paid $10,000 and €2.5 million."
        ),
        bad("The fire cost them ⟦$2 million dollars⟧."),
        bad("A ticket is ⟦$5 dollars⟧."),
        bad("Il progetto costerà ⟦57 millones de euros⟧ in cinque anni.", "it"),
        bad("Projektet kostar ⟦57 Millionen Euro⟧ under fem år.", "sv"),
        bad("La loi coûtera ⟦3 miliardi di euro⟧ à l’État.", "fr"),
        good("Il film «The $100 Million Dollar Man» esce venerdì.", "it"),
        good("O pacote de 57 mil milhões de euros e os 3 bilhões de reais.", "pt"),
        bad("Самое дешёвое предложение превысило бюджет на ⟦48 млн zł⟧.", "ru"),
        bad("Klub wypłaci każdemu ⟦2 mln TL⟧ premii.", "pl"),
        bad("Rodiny žádají ⟦100 tis. zł⟧ odškodnění.", "cs"),
        good("Билет стоит 400 руб., сообщил музей. Kurs TL spadł.", "ru"),
        good("La cara costó US$ 400. El dólar cerró a $ 1.472.", "es-AR"),
        good("He won $20 Dollar General cards. Corn at £5 pounded by hail; £5 sterling."),
        bad("Країна недоотримала близько ⟦$90 млн доларів⟧.", "uk"),
        bad("They spent ⟦$ 150 million⟧ on it.", fixed="They spent $150 million on it."),
        bad("The deal is worth ⟦$10 millions⟧.", fixed="The deal is worth $10 million."),
        bad("Ущерб оценивается в ⟦$140,000⟧.", "ru"),
        bad("Prices rose to ⟦$1.234,56⟧.", fixed="Prices rose to $1,234.56."),
        bad("La multa es de ⟦1.500,- euros⟧ al mes.", "es"),
        bad("Verlangt werden bis zu ⟦S/ 15⟧ am Tag.", "de"),
        bad("Les billets, vendus ⟦EUR 18⟧, sont partis.", "fr"),
        bad("Losses are put at ⟦85 million of euros⟧."),
        bad("Компания заплатит ⟦£2.5m⟧ семьям.", "ru"),
        good("Ein Ticket kostet 12,- Euro, in Lima 15 Sol.", "de"),
        bad("Es kostet ⟦€10⟧.", "de", fixed="Es kostet 10\u00a0€."),
        bad("Der Umsatz lag bei ⟦$20 Millionen⟧.", "de"),
        bad("Il coûte ⟦£140⟧, soit ⟦$2 milliards⟧ en tout.", "fr"),
        bad("Straty szacuje się na ⟦85 Mio. €⟧.", "pl"),
        bad("保险损失恐达⟦$4.5 billion⟧。", "zh"),
        bad("Škody jdou do ⟦80 Mrd. Euro⟧ ročně.", "cs"),
        good("Straty: 85 mln euro, 3 mld zł.", "pl"),
        good("Der Schaden liegt bei 85 Mio. Euro.", "de"),
        bad("Cuesta ⟦€10⟧.", "es", fixed="Cuesta 10\u00a0€."),
        bad("Vale ⟦$2 milioni⟧.", "it"),
        bad("Custou ⟦$2 milhões⟧ e ⟦10 R$⟧.", "pt-BR"),
        bad("Het kost ⟦10 €⟧.", "nl", fixed="Het kost € 10."),
        bad("Kosztuje ⟦€10⟧.", "pl", fixed="Kosztuje 10\u00a0€."),
        bad("Stálo to ⟦£26⟧.", "cs", fixed="Stálo to 26\u00a0£."),
        bad("Det kostar ⟦$100⟧.", "sv", fixed="Det kostar 100\u00a0$."),
        bad("售价为⟦10 €⟧。", "zh", fixed="售价为€10。"),
        bad("Een dosis kost ⟦£14⟧, tegen 9 pond voor de huidige prik.", "nl"),
        bad("Der Preis lag bei ⟦2,4 millions d'euros⟧ im Jahr.", "de"),
        bad("Le gouvernement a débloqué ⟦57 millones de euros⟧ mardi.", "fr"),
        good("Il a coûté 57 millions d'euros, soit 60 millions de dollars.", "fr"),
        bad("El Estado destinará ⟦2,5 M€⟧ al museo.", "es", source_lang="fr"),
        bad("O governo vai liberar ⟦C$30 milhões⟧ em ajuda.", "pt", source_lang="en"),
        bad("Билет стоит ⟦₽500⟧.", "ru", fixed="Билет стоит 500\u00a0₽."),
        bad("終値は⟦HK$98.5元⟧、補助金は⟦ユーロ50億⟧、資金は⟦$300 billion⟧の見込み。", "ja"),
        bad("總額約⟦13兆円⟧的經濟對策，罰款⟦3億€⟧。", "zh"),
        bad("وبلغت الكلفة ⟦$662 مليون⟧ حتى الآن.", "ar"),
        good("It costs €10, US$10, or 10 euros; he had five $10 bills; EUR 10; in 2020 $5 was it."),
        good("In 2020 millions of dollars went. $10m, £1.5bn."),
        good("Es kostet 10 €, 10 Mrd. $, CHF 10 oder Fr. 10.–.", "de"),
        good("Es kostet € 10.", "de-AT"),
        good("Cela coûte 10 $ ou 912 millions $.", "fr-CA"),
        good("Cuesta $10 o US$10.", "es-MX"),
        good("Custou R$ 10, US$ 10 milhões e € 10.", "pt-BR"),
        good("Het kost € 10 of €10.", "nl"),
        good("Цена — $20 млн, €10 млн или 500 ₽.", "ru"),
        good("售价$10，约10欧元。", "zh"),
        good("The shell printed `$1 $2` and A$AP Rocky sang."),
    ],
)
def currency_format(document: Document) -> Iterator[Hit]:
    """The sign of a currency stands on the side of the number where another language sets it.

    Why: an engine copies a sum as it stands: 10 € in English, €10 in French, $20 Millionen in
    German.
    Legitimate: what the press of each country prints: $10 in Latin America, € 10 in Austria and
    the Netherlands, US$ 10 in Brazil, $20 млн in Russian, 10 $ in Québec. Price lists are left
    alone.
    Fix: safe for a plain number; before millions only the suggestion is given.
    Authority: CLDR currency patterns; Interinstitutional Style Guide of the EU 7.3.3; Chicago
    Manual of Style 9.21-9.22; Duden; RAE, Ortografía, "símbolos".
    """
    if document.target == "en":
        yield from _english_plurals(document)
    twice = list(_told_twice(document))
    yield from twice
    own = formats(document.language)
    hits = []
    for found in sums(document.text, document.folded, document.target):
        confidence = _confidence(own, found) or _beside_words(document, found)
        if found.is_before and found.magnitude in _ENGLISH_SHORT and document.target != "en":
            confidence = "high"
        if (
            confidence is None
            or document.is_about_code
            or _is_price_list(document, found)
            or is_foreign_matter(document, found.start, found.end)
            or any(hit.start <= found.start < hit.end for hit in twice)
        ):
            continue
        hits.append(_hit(document, found, confidence))
    yield from hits
    if document.target != "fr":
        yield from _french_millions(document)
    for short in foreign_magnitudes(document):
        if short.is_money:
            yield magnitude_hit(document, short)
    for foreign in foreign_sums(document):
        yield sum_hit(document, foreign)
    for unit in foreign_units(document):
        yield unit_hit(unit)
    judged = [range(hit.start, hit.end) for hit in hits]
    if not document.characters.isdisjoint("$€£¥₽₴₺₹"):
        for number in foreign_numbers(document):
            span = sum_around(document, number)
            if span and not any(number.numeral.start in each for each in judged):
                yield number_hit(document, number, *span)
    for odd in odd_sums(document):
        yield odd_sum_hit(document, odd)
    for figure in eastern_figures(document, "sum"):
        yield figure_hit(document, figure)


def _is_price_list(document: Document, found: Sum) -> bool:
    """An item of a list that is no sentence; what is said after a dash is one."""
    block = document.block_at(found.start)
    return block.kind == "list_item" and document.text[block.start : block.end].rstrip()[
        -1:
    ] not in (tuple('.!?»”"'))


def _confidence(own: Formats, found: Sum) -> Confidence | None:
    """How surely the sign stands as in another language; None where it is at home."""
    if not own.is_known:
        return None  # CLDR and the press differ too often
    if found.is_before and _never_before(own, found):
        return "high"
    if _has_needless_space(own, found):
        return "medium" if found.prefix else "high"
    if own.no_sign_after_words and len(found.magnitude) >= _SHORTEST_SPELT_OUT:
        # 5 миллионов $; before the number some papers set it: $5 миллионов
        return "medium" if found.is_before and own.sign == "either" else "high"
    side = _side(found)
    if own.sign in (side, "either"):
        if "no before-space" in own.sign_seen and found.is_before and found.is_spaced:
            return "medium"
        if f"no {side}{found.sign}" in own.sign_seen and not found.prefix:
            return "high"
        is_seldom = found.magnitude and f"no {found.sign} million" in own.sign_seen
        return "medium" if is_seldom and not found.is_spaced else None
    seen = {side, f"{side}{found.sign}", f"{side}-space" if found.is_spaced else side}
    return "medium" if seen.intersection(own.sign_seen) else "high"


def _beside_words(document: Document, found: Sum) -> Confidence | None:
    """A sign of other countries' money where the article writes that money in words (£14 beside
    9 pond), or with the letters that English sets before it (C$30)."""
    if not found.is_before or document.target == "en":
        return None
    if found.prefix in _ENGLISH_PREFIXES:
        return "medium" if found.magnitude and not found.is_spaced else None
    if found.prefix == "R" and document.target not in ("es", "pt"):
        return "medium"  # R$, as only Brazil prints it
    word = sign_word(document.language, found.sign).rpartition(" ")[2]
    if found.sign not in "$£" or not word or found.prefix or document.target in _SIGNS_AND_WORDS:
        return None
    words = re.compile(rf"\d(?:{SPACE}[^\W\d_]{{3,9}}\.?)?{SPACE}{re.escape(word)}(?!\w)")
    return "high" if word in document.folded and words.search(document.folded) else None


def _told_twice(document: Document) -> Iterator[Hit]:
    """$90 million dollars, 5 € euros: the sign and the word for it."""
    if document.characters.isdisjoint("$€£¥"):
        return
    for found in _SIGN_AND_WORD.finditer(document.plain):
        sign, word = found["sign"] or found["sign_after"], found["word"].lower()
        if found["word"].istitle() and document.target != "de":
            continue  # $20 Dollar General cards
        if _is_word_of(sign, word) and not is_foreign_matter(document, *found.span()):
            yield Hit(
                *found.span(),
                f"“{sign}” and “{found['word']}” say the same twice: the engine wrote the sum out "
                "and kept the sign.",
                suggestion=f"leave out the sign or “{found['word']}”",
            )


def _is_word_of(sign: str, word: str) -> bool:
    """Is it the currency's word, in whatever case: dollars, доларів? Not pounded."""
    endings = [word[len(stem) :] for stem in _SAID_BY_SIGN[sign] if word.startswith(stem)]
    return any(len(ending) <= _LONGEST_CASE_ENDING and ending != "ed" for ending in endings)


def _french_millions(document: Document) -> Iterator[Hit]:
    """2,5 M€, as French papers print it; so do some in the other languages of the south."""
    if "€" not in document.text:
        return
    for found in _MILLIONS_OF_EUROS.finditer(document.text):
        start, end = found.span()
        if is_foreign_matter(document, start, end):
            continue
        may_be_own = document.target in ("es", "pt", "it", "ca")
        yield Hit(
            start,
            end,
            f"“{found.group()}” is short for millions as French papers print it.",
            suggestion="write the word for million, milliard or thousand",
            sources=("fr",),
            confidence="medium" if may_be_own else None,
        )


def _side(found: Sum) -> str:
    return "before" if found.is_before else "after"


def _never_before(own: Formats, found: Sum) -> bool:
    forms = {found.sign} if not found.prefix else set()
    if found.magnitude:
        forms.add(f"{found.sign} million")
    return not forms.isdisjoint(own.no_sign_before)


def _has_needless_space(own: Formats, found: Sum) -> bool:
    return own.sign == "before" and own.sign_space == "none" and found.is_before and found.is_spaced


def _hit(document: Document, found: Sum, confidence: Confidence) -> Hit:
    own, name = formats(document.language), language_name(document.target)
    right, is_safe = _suggestion(document, own, found)
    sources: tuple[str, ...] = ()
    if _has_needless_space(own, found):
        what = f"has a space after the sign, which {name} does not set"
    elif found.is_before and found.magnitude in _ENGLISH_SHORT:
        what, sources = f"has the English abbreviation “{found.magnitude}”", ("en",)
    elif "no before-space" in own.sign_seen and found.is_before and found.is_spaced:
        what = f"has a space after the sign, which {name} sets behind the number"
        sources = ("de", "nl", "it", "fr", "es", "pt", "pl", "cs", "sv", "tr")
    else:
        what = f"has the sign {_side(found)} the number, where {name} does not set it"
        sources = languages_with_format("sign", _side(found), document.target)
        if not found.is_before:
            sources += languages_with_format("sign", "either", document.target)
        else:
            wanted = "either" if found.is_spaced else "none"
            sources = tuple(
                tag
                for tag in sources
                if formats(tag).sign_space == wanted or (wanted == "none" and tag != "nl")
            )
        if found.is_before and found.is_spaced and document.target == "de":
            sources += ("es", "it", "fr", "tr")
    if found.prefix in _WHO_PRINTS:
        sources = _WHO_PRINTS[found.prefix]
    form = document.text[found.start : found.end]
    return Hit(
        found.start,
        found.end,
        f"“{form}” {what}: the sum was copied from the source as it stood.",
        suggestion=right,
        fix=Fix((Edit(found.start, found.end, right),)) if is_safe and right else None,
        sources=sources,
        confidence=confidence,
    )


def _suggestion(document: Document, own: Formats, found: Sum) -> tuple[str | None, bool]:
    """The sum as the language writes it, and whether a fix may put it there."""
    sign = found.prefix + found.sign
    amount = _number(document, found) + (f" {found.magnitude}" if found.magnitude else "")
    if found.magnitude in _ENGLISH_SHORT:
        return None, False
    if document.target == "pt" and _never_before(own, found):
        return f"US$ {amount}", False
    if own.no_sign_after_words and len(found.magnitude) >= _SHORTEST_SPELT_OUT:
        word = sign_word(document.language, found.sign)
        return (f"{amount} {word}" if word else None), False
    if _confidence(own, found) is None:
        # The sign stands where it may; it is the article that writes this money in words.
        word = sign_word(document.language, found.sign)
        return (f"{amount} {word}" if word else None), False
    if own.sign == "before" or not found.is_before:
        gap = " " if document.target in ("nl", "pt") else ""
        return sign + gap + amount, not found.is_range
    if not found.magnitude:
        return f"{amount}\u00a0{sign}", not found.is_range
    if len(found.magnitude) < 3:
        return None, False  # bn, m: the word must be translated too
    word = sign_word(document.language, found.sign)
    return (f"{amount} {word}" if word else f"{amount}\u00a0{sign}"), False


def _number(document: Document, found: Sum) -> str:
    """The number of the sum, in the language's own marks where it is sure how it is meant."""
    for number in foreign_numbers(document):
        if found.start <= number.numeral.start < found.end and number.reading.is_sure:
            return written_here(number)
    return found.number


def _english_plurals(document: Document) -> Iterator[Hit]:
    if "illions" not in document.text:
        return
    for found in _ENGLISH_PLURAL.finditer(document.text):
        word = found["word"] or found["word2"]
        start, end = found.span()
        right = found.group().replace(word, word[:-1]).removesuffix("of ")
        if found["word2"]:
            end -= len(found.group()) - len(found.group().rstrip())
            right = right.rstrip()
        yield Hit(
            start,
            end,
            f"English writes “{word[:-1]}” after a number; the plural is that of the source.",
            suggestion=right,
            fix=Fix((Edit(start, end, right),)),
            sources=("fr", "es", "it", "pt", "de"),
        )
