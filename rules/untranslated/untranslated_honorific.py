import re
from collections.abc import Iterator
from functools import cache

from mtcheck.document import Document
from mtcheck.language.conventions import language_name
from mtcheck.language.data import FOLDER, languages_with, listed_lines, listed_words
from mtcheck.language.foreign_words import CYRILLIC_LANGUAGES, own_words
from mtcheck.language.mentions import is_named, is_set_apart
from mtcheck.language.words import CHARACTERS_PER_WORD
from mtcheck.lexicon import Lexicon, Match
from mtcheck.patterns import late_pattern
from mtcheck.rule import Confidence, Hit, bad, good, rule

_SMALL_WORD_BEFORE = late_pattern(
    r"(?<![\w’'])[^\W\dA-ZÀ-Þ_][^\W\d_]{0,40}[,،؛;:–—\"”“»«]*\s?[“„«\"(–—]{0,40}\s?$"
)
_TITLE_AFTER = late_pattern(r"\s(?:Dr|Prof|Ing)\b")
_PARTICLES = frozenset(("Le", "La", "De", "Van", "Von", "Al", "El", "Ben", "Bin", "Di", "Da", "Du"))
_COUPLE = late_pattern(r"\b(?:M|Mr|Herr|Sr|sig)\.? \w{1,3} $")
_LAW = late_pattern(r"advoca|rechter|rechtbank|jurist|raadsman|notaris|officier van justitie")
_GERMAN_NOUN_BEFORE = late_pattern(
    r"(?<![\w-])(?:d(?:er|ie|en|em|es)|eine?[nmrs]?|vom|zum|zur|beim|\w+e[nrms]?)"
    r" [A-ZÄÖÜ][a-zäöüß]{4,}(?:er|ers|ern|in|ist|isten|ant|anten|ent|enten|or|ors|eur|ar|är|mann"
    r"|chef|rat),? $"
)
"""A noun for a person, with its article or adjective: den Bauunternehmer M. Roustan."""
_FEWEST_WORDS = 120
_SLAVIC = ("pl", "cs", "ru", "uk")
"""Their honorifics stand in one another's texts in Latin letters: Pan Новак."""
_SMALL_IN_TARGET = {("sv", "Herr"): ("de",)}
"""Forms of the source with a capital that the target has too, small, and hardly ever prints."""
_ALSO_LARGE = frozenset(
    (
        "Pan", "Pana", "Pani", "Paní", "Panem", "Don", "Doña", "Dona", "Bayan", "On.", "Madame",
        "Mademoiselle",
    )
)  # fmt: skip
"""Honorifics that a translation gives a capital; a figure of a story seldom has them (Don Juan)."""
_CYRILLIC_M = "\u041c."
_SMALL_CYRILLIC_BEFORE = late_pattern(r"(?<!\w)[а-яёіїєґ]+,? $")
_CYRILLIC_INITIAL = late_pattern(r"(?<![\w.])[А-ЯЁІЇЄҐ]\.(?= ?[А-ЯЁІЇЄҐ])")
_FIRST_KANA = "\u3040"
_KANA = late_pattern("[\u3040-\u30ff]")
_FIRST_HAN = "\u3400"
_LETTER = "(?:(?![\u3040-\u9fff])[^\\W\\d_]|['’-])"
_NAME_AFTER = late_pattern(rf"\s({_LETTER}+)(?:\s({_LETTER}+))?")


@rule(
    category="accuracy/untranslated",
    severity="major",
    confidence="high",
    languages=languages_with("honorifics.txt"),
    lexicon=Lexicon("untranslated-honorific", of_every_language=True),
    examples=[
        bad("The plan is dead, ⟦M.⟧ Macron said on Monday, and ⟦Mme⟧ Borne agreed."),
        bad("On Monday ⟦Herr⟧ Scholz met ⟦Frau⟧ Baerbock and ⟦Sr.⟧ Sánchez in Berlin."),
        bad("Selon ⟦Mr.⟧ Johnson, la loi est prête ; ⟦Mrs.⟧ May a refusé de répondre.", "fr"),
        bad("⟦Mr.⟧ Johnson sprach am Montag mit ⟦Mme⟧ Le Pen in Straßburg.", "de"),
        bad("Según ⟦Mr.⟧ Johnson, la ley está lista; ⟦Ms.⟧ Truss no respondió.", "es"),
        bad("Secondo ⟦Mr.⟧ Johnson la legge è pronta, ha detto ⟦Herr⟧ Scholz.", "it"),
        bad("Segundo ⟦Mr.⟧ Johnson, a lei está pronta, disse ⟦Mme⟧ Borne.", "pt"),
        bad("По словам ⟦Mr.⟧ Johnson, закон готов.", "ru"),
        bad("За словами мера, ⟦господин⟧ Петров не прийшов.", "uk"),
        bad("白宫发言人⟦Ms.⟧哈里森说，法官从一开始就不公正。", "zh"),
        bad("保安官の⟦Mr.⟧サラザールは会見で述べた。", "ja"),
        bad("札幌市长秋元⟦さん⟧说，计划必须重新制定。", "zh"),
        bad("وذكر رئيس الوزراء، ⟦M.⟧ إدريسا صار، ذلك.", "ar", source_lang="fr"),
        bad("⟦Herr⟧ Weber kallar strejken oansvarig, uppger bolaget.", "sv", source_lang="de"),
        bad("⟦Pan⟧ Новак не виключає продовження протесту.", "uk", source_lang="pl"),
        good("Wang女士周一表示，修复工作需要一周。", "zh", source_lang="ja"),
        good("Mr.マリックがテレビに出演した。", "ja"),
        bad("据⟦Frau⟧ Keller介绍，修复工作需要一周。", "zh", source_lang="de"),
        bad("The repairs will take a week, ⟦Vali⟧ Yılmaz said.", source_lang="tr"),
        bad("Selon ⟦al-Oustaz⟧ Haddad, les travaux dureront une semaine.", "fr"),
        bad("Laut ⟦prefeito⟧ Almeida dauern die Arbeiten eine Woche.", "de", source_lang="pt"),
        bad("Według ⟦licenciado⟧ Peralta naprawy potrwają tydzień.", "pl", source_lang="es"),
        bad("Tanaka⟦先生⟧ unterrichtet seit 1990 in Kyoto.", "de"),
        good("Die Senatorin traf Senator Collins und Bürgermeister Adams.", "de", source_lang="en"),
        good("En el Vali Sports Club jugó Vali Nasr, dijo el club.", "es", source_lang="en"),
        bad("Mr. Jansen kondigde het aan, zei ⟦Herr⟧ Scholz.", "nl"),
        bad(
            "Ein Gericht hat den Bauunternehmer ⟦M.⟧ Alain Roustan verurteilt.",
            "de",
            source_lang="fr",
        ),
        bad("De cijfers dalen. ⟦Mr.⟧ Colin Abbot leidt het programma.", "nl", source_lang="en"),
        bad("O presidente do clube, ⟦don⟧ Ernesto Vidal, protestou.", "pt", source_lang="es"),
        bad("Ulaşım uzmanı ⟦ustaz⟧ Halid Mansur eleştirdi.", "tr"),
        bad("Sein Anwalt, ⟦Maître⟧ Yann Legoff, kündigte Berufung an.", "de", source_lang="fr"),
        bad("Le ⟦Dr.⟧ Galán doit rencontrer les dirigeants.", "fr", source_lang="es"),
        good("Der Schauspieler M. Emmet Walsh starb am Dienstag in Vermont.", "de"),
        good("Il presidente di Libera, don Luigi Ciotti, ha parlato.", "it", source_lang="es"),
        good("De cijfers dalen. Mr. Jan Abbot is advocaat.", "nl", source_lang="en"),
        good("M. Night Shyamalan and Robert M. Gates met J. M. Coetzee at Madame Tussauds."),
        good("Marie Duval won the vote. M. Duval, 43, is a doctor."),
        good("« Mr. Robot » et Mrs. Doubtfire sont rediffusés ; Mr. Bean aussi.", "fr"),
        good("O Sr. Silva falou com a Sra. Costa.", "pt"),
        good("Une lettre de Mr. Harold W. Finch est arrivée à Brest.", "fr"),
        good("Ein Ehepaar aus Rennes, M. und Mme Kerguelen, schickte 500 Euro.", "de"),
        good("Французы зовут его monsieur Basile, а дома он просто Вася.", "ru"),
        good("Non molla Herr Unterweger, come lo chiamano anche gli avversari.", "it"),
        good("Herr Scholz traf Frau Baerbock.", "de"),
        good("“Herr Scholz hat sich geirrt und das wissen die Leute auch”, it read."),
    ],
)
def untranslated_honorific(document: Document, match: Match) -> Iterator[Hit]:
    """A Mr or Mrs of the source language stands before a name.

    Why: an engine takes M., Herr or Sr. for a part of the name. Every press has its own form, or
    prints the surname alone.
    Legitimate: initials (M. Night Shyamalan), titles of works, names of firms, quotations in the
    source language, what somebody is called (they call him Herr Karl). Before a full name, or once
    in a whole article before a name that stands nowhere else in it, a writer may mean it: then it
    is of medium confidence.
    Fix: none; some languages put the form after the name, some papers print none.
    Authority: AP Stylebook, "courtesy titles"; Lexique de l'Imprimerie nationale, "M., Mme"; Duden;
    Fundéu, "señor".
    """
    form = document.text[match.start : match.end]
    sources = match.sources or _SMALL_IN_TARGET.get((document.target, form), ())
    if not sources and document.target in CYRILLIC_LANGUAGES and form.isascii():
        sources = tuple(tag for tag in _SLAVIC if tag != document.target)
    if not sources or _is_innocent(document, match):
        return
    origin = " or ".join(language_name(source) for source in sources)
    own = _forms(document.target).get(match.entry.suggest or "")
    advice = "Mr or the surname alone" if own == "Mr" else own
    yield Hit(
        match.start,
        match.end,
        f"“{form}” is how {origin} says it; the translation kept it before the name.",
        suggestion=advice,
        sources=sources,
        confidence=_confidence(document, match) if match.sources or form != "Herr" else "medium",
    )


def _confidence(document: Document, match: Match) -> Confidence | None:
    if _is_in_two_scripts(document, match) or match.entry.confidence == "high":
        return "high"
    if _is_courtesy(document, match) or _stands_once(document, match):
        return "medium"
    return match.entry.confidence


def _is_in_two_scripts(document: Document, match: Match) -> bool:
    """Pan Станіслав."""
    if document.target not in CYRILLIC_LANGUAGES or not document.text[match.start].isascii():
        return False
    name = document.text[match.end : match.end + 2].strip()
    return bool(name) and not name[0].isascii()


def _is_courtesy(document: Document, match: Match) -> bool:
    """Mme Hélène Roux, Herr Dr Vogel, M. und Mme Kerguelen: so a writer, too, may introduce a
    foreigner, while a bare surname is the way of a whole article."""
    if _COUPLE.search(document.text, max(0, match.start - 12), match.start):
        return True
    if _TITLE_AFTER.match(document.text, match.end):
        return True
    names = _NAME_AFTER.match(document.text, match.end)
    first, second = names.groups() if names else ("", None)
    return second is not None and second[0].isupper() and first.capitalize() not in _PARTICLES


def _stands_once(document: Document, match: Match) -> bool:
    """Is it the only one of a whole article, before a name that the article has nowhere else? So
    a writer calls a colourful stranger: monsieur Delacroix, Señora Dolores, Mr. Parrott."""
    form = document.plain[match.start : match.end]
    if document.word_count < _FEWEST_WORDS:
        return False
    names = _NAME_AFTER.match(document.plain, match.end)
    return (
        names is not None
        and document.once(
            ("times of", form),
            lambda: len(re.findall(rf"(?<!\w){re.escape(form)} ", document.plain)),
        )
        == 1
        and len(re.findall(rf"(?<!\w){re.escape(names[1])}(?!\w)", document.plain)) == 1
    )


@cache
def _forms(target: str) -> dict[str, str]:
    """What the target's press writes for Mr and Mrs."""
    rows = (line.split("\t") for line in listed_lines(target, "honorifics"))
    return {row[0]: row[1] for row in rows}


@cache
def _titles() -> frozenset[str]:
    lines = (FOLDER / "titles-with-honorifics.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _is_innocent(document: Document, match: Match) -> bool:
    form = document.text[match.start : match.end]
    listed = match.entry.find.partition("{")[2].partition("}")[0]
    opens = match.start == document.sentence_at(match.start).start
    is_named_so = listed.islower() and not form.islower() and form not in _ALSO_LARGE and not opens
    if (
        match.entry.confidence == "medium"
        and is_named_so
        and not _is_in_two_scripts(document, match)
    ):
        return True  # Pan American
    if not match.entry.suggest and form.lower() in own_words(document.target):
        return True  # an office that the target calls so too
    if match.entry.find.startswith("<name>"):
        is_own = document.target in CHARACTERS_PER_WORD and form[0] >= _FIRST_KANA
        return is_own or is_set_apart(document, match.start, match.end)
    after = document.text[match.end : match.end + 2].lstrip()[:1]
    if document.target in CHARACTERS_PER_WORD and not after.isupper():
        if document.target == "zh" and _KANA.match(form):  # it follows the name: 秋元さん
            before = document.text[max(0, match.start - 1) : match.start]
            return before < _FIRST_HAN or _KANA.match(after) is not None
        return after < _FIRST_KANA or is_set_apart(document, match.start, match.end)
    names = _NAME_AFTER.match(document.text, match.end)
    if names is None or not _titles().isdisjoint(filter(None, names.groups())):
        return True
    if is_set_apart(document, match.start, match.end):
        return True
    if is_named(document, match.start, names.end()):
        return True
    if document.target == "nl" and form == "Mr." and opens:
        is_full = _is_courtesy(document, match)  # else the Dutch title of a lawyer, mr.
        return not is_full or _LAW.search(document.folded) is not None
    if form == _CYRILLIC_M:
        return not _SMALL_CYRILLIC_BEFORE.search(
            document.text, max(0, match.start - 30), match.start
        ) or any(found[0] != form for found in _CYRILLIC_INITIAL.finditer(document.text))
    return form == "M." and (
        (not opens and _names_before(document, match)) or _is_initial(document, names)
    )


def _names_before(document: Document, match: Match) -> bool:
    """Robert M. Gates, J. M. Coetzee, or a name in a list of names."""
    before = document.text[max(0, match.start - 40) : match.start]
    last = before.split()[-1:] if before.endswith(" ") else []
    if last and last[0].lower() in listed_words(document.target, "person-titles"):
        return False  # Fransa Cumhurbaşkanı M. Macron
    if document.target == "de" and _GERMAN_NOUN_BEFORE.search(before):
        return False
    return _SMALL_WORD_BEFORE.search(before) is None


def _is_initial(document: Document, names: re.Match[str]) -> bool:
    """Is M. the first letter of a first name: M. Night Shyamalan, or M. Duval whom the article
    calls Marie Duval too?"""
    second = names[2] if names[2] and names[2][0].isupper() else None
    if len(names[1]) == 1 or names[1] == "Night":
        return True
    surnames = "|".join(map(re.escape, filter(None, (names[1], second))))
    return re.search(rf"\bM[^\W\d_]+ (?:{surnames})\b", document.text) is not None
