"""Texts that a careless pattern or loop takes too long over, at any size."""
# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle

Make = Callable[[int], str]
"""What makes a text of a given length."""

_NEWS = {
    "en": (
        "Ministers met in Geneva on Friday, 12 May, and agreed to spend $3.5 million on the port. ",
        "“We will not wait,” said Anna Berg, who leads the council of the region. ",
        "The report (published in 2021) says that 45% of the ships were late. ",
    ),
    "de": (
        "Die Minister trafen sich am Freitag in Genf und bewilligten 3,5 Millionen Euro. ",
        "„Wir warten nicht“, sagte Anna Berg, die den Rat der Region leitet. ",
    ),
    "fr": (
        "Les ministres se sont réunis vendredi à Genève et ont voté 3,5 millions d’euros. ",
        "« Nous n’attendrons pas », a dit Anna Berg, qui dirige le conseil régional. ",
    ),
    "es": (
        "Los ministros se reunieron el viernes en Ginebra y aprobaron 3,5 millones de euros. ",
        "¿Quién pagará? «No vamos a esperar», dijo Ana Berg, que dirige el consejo. ",
    ),
    "ru": (
        "Министры встретились в пятницу в Женеве и выделили 3,5 млн евро на порт. ",
        "«Мы не будем ждать», — сказала Анна Берг, которая возглавляет совет. ",
    ),
    "zh": ("部长们周五在日内瓦会面，同意拨款350万美元用于港口。", "“我们不会等待，”安娜·贝格说。"),
    "ja": ("閣僚らは金曜日にジュネーブで会談し、350万ドルの支出で合意した。", "「待たない」とベルグ氏は述べた。"),
    "ko": ("장관들은 금요일 제네바에서 만나 350만 달러를 쓰기로 했다. ", "“기다리지 않겠다”고 베르그가 말했다. "),
    "ar": (
        "التقى الوزراء في جنيف يوم الجمعة، ووافقوا على إنفاق المال. ",
        "«لن ننتظر»، قالت آنا بيرغ. ",
    ),
}  # fmt: skip


def _repeated(text: str) -> Make:
    return lambda length: (text * (length // len(text) + 1))[:length]


def _numbered(line: str) -> Make:
    """The line again and again, its braces holding the number of the time."""
    return _counted(line.format)


def _counted(piece: Callable[[int], str]) -> Make:
    def make(length: int) -> str:
        pieces: list[str] = []
        room, number = length, 0
        while room > 0:
            pieces.append(piece(number))
            room -= len(pieces[-1])
            number += 1
        return "".join(pieces)[:length]

    return make


def _lettered(line: str) -> Make:
    """As `_numbered`, with the number in letters: a word of its own each time."""
    return _counted(lambda number: line.format(_letters(number)))


def _letters(number: int) -> str:
    word = ""
    while number or not word:
        number, rest = divmod(number, 19)
        word = "abdefghijklmnoprstu"[rest] + word
    return word


def _nested(opener: str, closer: str) -> Make:
    return lambda length: (
        opener * (length // 2 // len(opener)) + closer * (length // 2 // len(closer))
    )


def _between(first: str, middle: str, last: str) -> Make:
    """One beginning, one end, and all the same between them."""
    return lambda length: first + _repeated(middle)(max(0, length - len(first) - len(last))) + last


def _news(language: str, end: str) -> Make:
    sentences = _NEWS[language]

    def make(length: int) -> str:
        pieces: list[str] = []
        for number, sentence in enumerate(cycle(sentences)):
            pieces.append(sentence + (end if number % 3 == 2 else ""))
            length -= len(pieces[-1])
            if length <= 0:
                break
        return "".join(pieces)

    return make


_PROSE: dict[str, tuple[str, Make]] = {
    "news": ("en", _news("en", "\n\n")),
    "one line": ("en", _news("en", "")),
    "one line of German": ("de", _news("de", "")),
    "one line of French": ("fr", _news("fr", "")),
    "one line of Spanish": ("es", _news("es", "")),
    "one line of Russian": ("ru", _news("ru", "")),
    "Chinese": ("zh", _news("zh", "\n\n")),
    "one line of Chinese": ("zh", _news("zh", "")),
    "one line of Japanese": ("ja", _news("ja", "")),
    "Korean": ("ko", _news("ko", "\n")),
    "Arabic": ("ar", _news("ar", "\n\n")),
    "the same sentence": ("en", _repeated("The council will meet again on Friday at noon. ")),
    "handles in a row": ("en", _repeated("@a.b@")),
    "the same line": ("en", _repeated("The council will meet again on Friday at noon.\n")),
    "the same paragraph": ("en", _repeated("".join(_NEWS["en"]) + "\n\n")),
    "the same in German": ("de", _repeated("Der Rat der Stadt tagt am Freitag um zwölf Uhr. ")),
    "the same in Japanese": ("ja", _repeated("閣僚らは金曜日にジュネーブで会談し、港への支出で合意した。")),
    "the same in Russian": ("ru", _repeated("Министры встретились в Женеве и договорились о расходах. ")),
    "nearly the same sentence": (
        "en", _numbered("The council of ward {} will meet again on Friday in the town hall. ")
    ),
    "nearly the same paragraph": (
        "en", _lettered("The council of {} will meet again on Friday in the old town hall.\n\n")
    ),
    "nearly the same in Chinese": ("zh", _numbered("第{}区的议会将于周五中午在市政厅再次开会讨论预算。\n")),
    "the same beginning": (
        "en", _lettered("The council of the town will meet again on Friday to hear {}. ")
    ),
    "ever longer": (
        "en", _counted(lambda n: "The council will meet on Friday at noon" + " again" * (n % 40) + ". ")
    ),
    "one long sentence": ("en", _lettered("and then the council of {} met ")),
    "one long sentence with commas": ("en", _lettered("the council of {} met, ")),
    "short lines": ("en", _repeated("Yes\n")),
    "short numbered lines": ("en", _numbered("Line {}\n")),
    "paragraphs of one word": ("en", _lettered("Town{}\n\n")),
    "wrapped lines": (
        "en", _repeated("The council of the town will meet again on Friday at noon in\nthe hall. ")
    ),
    "questions": ("en", _repeated("Who pays? ")),
    "cut lines": ("en", _lettered("The council of {} will meet and the\n\n")),
    "headlines": ("en", _lettered("Council Of {} Meets Again\n\n")),
    "fragments": ("en", _lettered("Because of the {}. ")),
    "English in German": ("de", _lettered("The council of {} will meet again on Friday at noon. ")),
    "German in English": ("en", _lettered("Der Rat von {} trifft sich am Freitag wieder um zwölf. ")),
    "French quotations": ("en", _lettered("He said “le conseil de la ville de {} se réunit”. ")),
    "French words in English": ("en", _repeated("The ministère said that the région voted. ")),
}  # fmt: skip

_MARKS: dict[str, tuple[str, Make]] = {
    "straight quotes": ("en", _repeated('"')),
    "quotes between words": ("en", _repeated('a " b ')),
    "quoted words": ("en", _repeated('"a" ')),
    "opening quotes": ("en", _repeated("“")),
    "opening quotes before words": ("en", _repeated("“Go ")),
    "closing quotes": ("en", _repeated("”")),
    "closing quotes after words": ("en", _repeated("go” ")),
    "nested quotes": ("en", _nested("“a ", " b”")),
    "quotes in quotes": ("en", _repeated("“a ‘b’ c” ")),
    "low and high quotes": ("de", _repeated("„“ ")),
    "low quotes": ("de", _repeated("„Ja ")),
    "guillemets": ("fr", _repeated("« a » ")),
    "opening guillemets": ("fr", _repeated("«")),
    "nested guillemets": ("fr", _nested("« a ", " b »")),
    "typed quotes": ("en", _repeated("``a'' ")),
    "apostrophes": ("en", _repeated("'")),
    "elisions": ("fr", _repeated("l'")),
    "possessives": ("en", _repeated("workers’ rights ")),
    "inches": ("en", _repeated('12" ')),
    "corner brackets": ("ja", _repeated("「")),
    "nested corner brackets": ("ja", _nested("「あ", "い」")),
    "Chinese quotes": ("zh", _repeated("“的”")),
    "Chinese brackets": ("zh", _nested("（", "）")),
    "book titles": ("zh", _repeated("《书》")),
    "Arabic guillemets": ("ar", _repeated("«")),
    "brackets": ("en", _nested("(", ")")),
    "brackets and words": ("en", _nested("(a ", " b)")),
    "brackets never closed": ("en", _repeated("a (b ")),
    "square brackets": ("en", _nested("[", "]")),
    "square brackets never closed": ("en", _repeated("[a ")),
    "braces": ("en", _nested("{", "}")),
    "placeholders": ("en", _repeated("{{name}} %s ")),
    "placeholders never closed": ("en", _repeated("{{a ")),
    "tags never closed": ("en", _repeated("<a b ")),
    "tags": ("en", _repeated("<p>a</p>")),
    "nested tags": ("en", _nested("<div>", "</div>")),
    "comments never closed": ("en", _repeated("<!-- a ")),
    "Markdown links": ("en", _repeated("[a](b) ")),
    "Markdown stars": ("en", _repeated("**a ")),
    "backticks": ("en", _repeated("`a ")),
    "angle brackets": ("en", _repeated("<")),
    "dots": ("en", _repeated(".")),
    "dots and spaces": ("en", _repeated(". ")),
    "letters and dots": ("en", _repeated("a.")),
    "initials": ("en", _repeated("A. ")),
    "initials and names": ("ru", _repeated("А. Б. Иванов ")),
    "ellipses": ("en", _repeated("a… ")),
    "commas": ("en", _repeated(",")),
    "commas and spaces": ("fr", _repeated(" ,")),
    "words and commas": ("en", _repeated("a, ")),
    "commas without a space": ("en", _repeated("a,b")),
    "semicolons": ("fr", _repeated(" ;")),
    "colons": ("en", _repeated("a: ")),
    "exclamations": ("en", _repeated("!")),
    "exclamations after spaces": ("fr", _repeated("a ! ")),
    "inverted marks": ("es", _repeated("¿")),
    "inverted marks and words": ("es", _repeated("¿a ")),
    "inverted marks in English": ("en", _repeated("¡a! ")),
    "hyphens": ("en", _repeated("-")),
    "hyphens between letters": ("en", _repeated("a-")),
    "hyphens between spaces": ("en", _repeated("a - ")),
    "em dashes": ("en", _repeated("—")),
    "em dashes between words": ("ru", _repeated("а — ")),
    "en dashes between figures": ("en", _repeated("1–")),
    "Chinese dashes": ("zh", _repeated("——")),
    "stars": ("en", _repeated("*")),
    "underlines": ("en", _repeated("_")),
    "words and underlines": ("en", _repeated("a_")),
    "equal signs": ("en", _repeated("a=")),
    "bars": ("en", _repeated("a | ")),
    "hash signs": ("en", _repeated("#a ")),
    "at signs": ("en", _repeated("a@")),
    "at signs and dots": ("en", _repeated("a@b.")),
    "slashes": ("en", _repeated("a/")),
    "backslashes": ("en", _repeated("\\n")),
    "ampersands": ("en", _repeated("&")),
    "entities": ("en", _repeated("&amp;")),
    "entities of entities": ("en", _between("&", "amp;", "lt;")),
    "percent escapes": ("en", _repeated("%20")),
    "dollars": ("en", _repeated("$")),
    "bullets": ("en", _repeated("- a\n")),
    "bullets with sentences": ("en", _lettered("• The council of {} will meet on Friday.\n")),
    "numbered items": ("en", _numbered("{}. A word\n")),
    "full-width marks": ("zh", _repeated("，")),
    "half-width marks in Chinese": ("zh", _repeated("的,")),
    "middle dots": ("zh", _repeated("安·")),
    "Arabic commas": ("ar", _repeated("،")),
    "replacement signs": ("en", _repeated("\ufffd")),
    "emoji": ("en", _repeated("👩\u200d👩\u200d👧 ")),
    "arrows": ("en", _repeated("→ a ")),
    "Greek question marks": ("en", _repeated("a\u037e ")),
}  # fmt: skip

_FIGURES: dict[str, tuple[str, Make]] = {
    "digits": ("en", _repeated("1234567890")),
    "short figures": ("en", _repeated("1 ")),
    "groups of digits": ("en", _repeated("123,456 ")),
    "groups of digits in a row": ("en", _repeated("123,")),
    "groups with spaces": ("fr", _repeated("123 ")),
    "groups with dots": ("de", _repeated("123.")),
    "decimals": ("en", _repeated("1.5 ")),
    "decimals in a row": ("en", _repeated("1.")),
    "clock times": ("en", _repeated("12:30 ")),
    "clock times in a row": ("en", _repeated("12:")),
    "dates": ("en", _numbered("on {} May 2021 ")),
    "dates in figures": ("de", _repeated("12.05.2021 ")),
    "dates with slashes": ("en", _repeated("12/05/2021 ")),
    "years": ("en", _repeated("2021 ")),
    "months": ("en", _repeated("May ")),
    "days of the week": ("en", _repeated("Friday, ")),
    "money": ("en", _repeated("$3.5 million ")),
    "currencies": ("en", _repeated("EUR ")),
    "percentages": ("en", _repeated("45% ")),
    "percentages with spaces": ("de", _repeated("45 % ")),
    "sums told twice": ("en", _repeated("3.5 million euros (3,500,000 euros) ")),
    "scores": ("en", _repeated("3-2 ")),
    "telephone numbers": ("en", _repeated("+1 555 0100 ")),
    "ordinals": ("de", _repeated("1. ")),
    "Roman figures": ("en", _repeated("XIV ")),
    "number words": ("en", _repeated("twenty-")),
    "Chinese digits": ("zh", _repeated("一二三")),
    "Chinese myriads": ("zh", _repeated("3万")),
    "Chinese dates": ("zh", _repeated("5月12日")),
    "full-width digits": ("ja", _repeated("１２３")),
    "Arabic digits": ("ar", _repeated("١٢٣ ")),
    "superscripts": ("en", _repeated("m² ")),
}  # fmt: skip

_WORDS: dict[str, tuple[str, Make]] = {
    "one letter": ("en", _repeated("a")),
    "one capital letter": ("en", _repeated("A")),
    "one small word": ("en", _repeated("a ")),
    "one word": ("en", _repeated("very ")),
    "two words": ("en", _repeated("in Gaza ")),
    "different words": ("en", _lettered("{} ")),
    "capitalised words": ("en", _numbered("Berg{} ")),
    "capitalised words by letters": ("en", _counted(lambda n: f"B{_letters(n)} ")),
    "capitals": ("en", _repeated("BERG ")),
    "camel case": ("en", _repeated("aB")),
    "capitals in German": ("de", _counted(lambda n: f"Der B{_letters(n)} ")),
    "full names": ("en", _numbered("Anna Berg{} said. ")),
    "full names by letters": ("en", _counted(lambda n: f"Anna B{_letters(n)} said so. ")),
    "names alike": ("en", _counted(lambda n: f"Mr Ber{_letters(n % 300)}g and Ber{_letters(n % 301)}k. ")),
    "two spellings": ("en", _repeated("Mr Zelensky met Mr Zelenskyy and Zelenskiy. ")),
    "titles": ("en", _repeated("Dr. ")),
    "titles and names": ("en", _repeated("President Putin ")),
    "honorifics": ("en", _repeated("Monsieur Dupont ")),
    "acronyms": ("en", _repeated("ONU ")),
    "acronyms explained": ("en", _repeated("United Nations (UN) ")),
    "acronyms with dots": ("en", _repeated("U.S. ")),
    "place names": ("en", _repeated("Genève and Bruxelles ")),
    "Chinese names": ("zh", _counted(lambda n: f"安娜·贝{chr(0x4E00 + n % 3000)}说，")),
    "Japanese names": ("ja", _counted(lambda n: f"アンナ・ベル{chr(0x30A1 + n % 80)}氏は")),
    "articles": ("en", _repeated("a apple ")),
    "the same phrase": ("en", _repeated("of the of the ")),
    "phrases that return": ("en", _lettered("the town hall of the old town {} ")),
    "spellings of both sides": ("en", _repeated("colour color ")),
    "dateline": ("en", _repeated("GENEVA (Reuters) - ")),
    "buttons of a page": ("en", _repeated("Share\nSubscribe\nRead more\n")),
    "crumbs of a page": ("en", _repeated("Home / News / Economy\n")),
    "crumbs in one line": ("en", _repeated("News › ")),
    "related links": ("en", _repeated("Read also: Talks open in Geneva\n\n")),
    "related links in one line": ("en", _repeated("Read also: ")),
    "words of a model": ("en", _repeated("As an AI language model, I cannot ")),
    "camera captions": ("en", _repeated("Photo: AP / ")),
    "writers' names": ("en", _lettered("By Anna {}, Reuters\n")),
    "contractions": ("en", _repeated("it's ")),
    "links": ("en", _repeated("www.example.com ")),
    "one long link": ("en", _between("https://", "a/", "")),
    "links never ended": ("en", _repeated("https://a.b/?")),
    "handles": ("en", _repeated("@berg ")),
    "file names": ("en", _repeated("berg.jpg ")),
    "code": ("en", _repeated("if (a == b) { return c; }\n")),
    "JSON": ("en", _numbered('{{"id": {0}, "text": "a"}}, ')),
    "JSON never closed": ("en", _repeated('{"a": [')),
    "CSV": ("en", _numbered("{0},a,b,c\n")),
    "front matter": ("en", _between("---\n", "a: b\n", "")),
    "escaped signs": ("en", _repeated("\\u00e9")),
    "base 64": ("en", _repeated("QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo")),
    "suppressing comments": ("en", _repeated("<!-- mtcheck: ignore -->\na b\n")),
}  # fmt: skip

_SIGNS: dict[str, tuple[str, Make]] = {
    "combining marks": ("en", lambda length: "e" + "\u0301" * (length - 1)),
    "letters with combining marks": ("en", _repeated("e\u0301")),
    "combining marks in Arabic": ("ar", _repeated("ا\u064b\u064e")),
    "spaces": ("en", _repeated(" ")),
    "spaces before a mark": ("fr", lambda length: " " * (length - 1) + "!"),
    "spaces between letters": ("en", _between("a", " ", "b")),
    "double spaces": ("en", _repeated("a  ")),
    "tabs": ("en", _repeated("a\t")),
    "line breaks": ("en", _repeated("\n")),
    "carriage returns": ("en", _repeated("a\r")),
    "line breaks and spaces": ("en", _repeated("\n ")),
    "line separators": ("en", _repeated("a\u2028")),
    "form feeds": ("en", _repeated("a\x0c")),
    "no-break spaces": ("fr", _repeated("\u00a0")),
    "no-break spaces between letters": ("fr", _repeated("a\u00a0")),
    "narrow spaces": ("fr", _repeated("a\u202f! ")),
    "full-width spaces": ("ja", _repeated("あ\u3000")),
    "zero-width signs": ("en", _repeated("\u200b")),
    "zero-width signs in words": ("en", _repeated("a\u200bb ")),
    "soft hyphens": ("de", _repeated("a\u00ad")),
    "direction marks": ("en", _repeated("\u202ea\u202c ")),
    "joiners": ("en", _repeated("a\u200d")),
    "control signs": ("en", _repeated("a\x00")),
    "lone surrogates": ("en", _repeated("a\ud800")),
    "private signs": ("en", _repeated("\ue000")),
    "tag signs": ("en", _repeated("\U000e0041")),
    "wrong decoding": ("fr", _repeated("Ã©")),
    "wrong decoding of quotes": ("en", _repeated("â€œa â€\x9d ")),
    "wrong decoding of Cyrillic": ("ru", _repeated("РџСЂРё")),
    "Chinese without a break": ("zh", _repeated("部长们周五在日内瓦会面同意拨款用于港口")),
    "one Chinese sign": ("zh", _repeated("的")),
    "different Chinese signs": ("zh", _counted(lambda n: chr(0x4E00 + n * 7919 % 20000))),
    "spaced Chinese": ("zh", _repeated("的 ")),
    "Traditional signs": ("zh", _repeated("這們國會說")),
    "katakana": ("ja", _repeated("ア")),
    "hiragana": ("ja", _repeated("あ")),
    "Chinese in English": ("en", _repeated("The 部长 said ")),
    "Chinese lines in English": ("en", _repeated("部长们周五在日内瓦会面。\n")),
    "English in Chinese": ("zh", _repeated("部长hello说")),
    "Arabic without a space": ("ar", _repeated("الوزراء")),
    "Arabic in English": ("en", _repeated("He said الوزراء today. ")),
    "Hebrew": ("en", _repeated("שלום ")),
    "Thai": ("en", _repeated("สวัสดี")),
    "one Russian letter": ("ru", _repeated("а")),
    "Latin in Russian": ("ru", _repeated("Он сказал hello и ушёл. ")),
    "Latin words in Russian": ("ru", _lettered("Он сказал {} и ушёл. ")),
    "Russian in English": ("en", _lettered("He said привет to {} today. ")),
    "letters of two scripts": ("ru", _repeated("aа")),
    "words of two scripts": ("en", _repeated("Mоsсow ")),
    "one word in each script": ("en", _repeated("a а α א ا あ 的 가 ")),
    "Ukrainian letters": ("ru", _repeated("Київ ")),
    "letters with accents": ("en", _repeated("é")),
    "decomposed Korean": ("ko", _repeated("\u1112\u1161\u11ab")),
}  # fmt: skip

TEXTS: dict[str, tuple[str, Make]] = {**_PROSE, **_MARKS, **_FIGURES, **_WORDS, **_SIGNS}
"""By name: the language that it is checked in, and what makes the text of a given length."""


def texts(length: int) -> Iterator[tuple[str, str, str]]:
    """(name, language, text) of each."""
    for name, (language, make) in TEXTS.items():
        yield name, language, make(length)
