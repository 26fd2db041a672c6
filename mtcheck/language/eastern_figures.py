"""Numbers, sums and dates in Chinese and Japanese that are put together as no writer of these
languages does: 1百20, 2.4千, 24百万, $300亿美元, 11月、11日, 7 novembre.

The marks of digits (24.762) and the sides of signs are judged elsewhere, for all languages alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.data import languages
from mtcheck.language.eastern_quotes import is_traditional
from mtcheck.language.formats import calendar
from mtcheck.language.mentions import is_set_apart
from mtcheck.patterns import late_pattern
from mtcheck.rule import Confidence, Hit

if TYPE_CHECKING:
    from mtcheck.document import Document

EASTERN = frozenset(("zh", "ja"))
_LATIN_SOURCES = ("en", "fr", "es", "de", "it", "pt")
_UNIT_OF_MEASURE = "米克瓦卡赫兆伏焦帕升字周分万萬円ワメグキバヘカロトボ"
_MIXED_NUMBER = late_pattern(
    # 1百20: a numeral in figures around the word for hundred or thousand
    r"(?<![\d.,第年〇零])\d{1,3}百\d{1,2}(?![\d.,万萬亿億])|(?<![\d.,第])\d{1,3}千\d{2,3}(?![\d.,万萬亿億])"
    # 四萬2,000: words, then figures
    r"|(?<![一二三四五六七八九十百千万萬亿億兆\d第])[一二三四五六七八九兩两][十百]?[万萬億亿](?:\d{1,3},\d{3}|\d{4}(?!年))(?!\d)"
    # 3万五千: figures, then words
    r"|(?<![\d.])\d{1,4}[万萬亿億][二三四五六七八九]千[一二三四五六七八九]?百?"
)
_THOUSANDS = late_pattern(
    rf"(?<![\d.,])(?:\d{{1,3}}[.,]\d{{1,2}}|\d{{2,3}}) ?"
    rf"(?:千(?![{_UNIT_OF_MEASURE}])|百(?=[名人位个個]))"
    r"|(?<![\d.,])(?:\d{1,3}[.,]\d{1,2}|\d{2,3}) ?百[万萬](?![年])"
    r"|(?<![\d.,])\d{1,3}(?:\.\d{1,2})? ?(?:百千[万萬]|千百[万萬]|十[亿億](?!分))"
)
_WIDE_POINT = late_pattern(
    r"(?<![\d．])[0-9]{1,4}．[0-9]{1,3}(?![0-9．])|(?<![０-９.])[０-９]{1,3}[0-9]+(?![0-9０-９])"
    r"|(?<![0-9.])[0-9]{1,3}[０-９]{1,3}(?![0-9０-９])"
)
_DOUBLE_PERCENT = late_pattern(r"百分之\d+(?:\.\d+)?(?:%|％|个百分点|個百分點)")
_LATIN_PERCENT = late_pattern(
    r"\d{1,30}(?:[.,]\d{1,30})? ?(?:per ?cent|percent|pct|Prozent|pour cent|por ciento)(?![A-Za-z])"
)
_LATIN_MAGNITUDE = late_pattern(
    r"(?<![A-Za-z\d.,$€£¥])\d[\d.,]{0,30} ?(?:millions?|billions?|trillions?|thousands?|hundreds"
    r"?|milliards?"
    r"|millones|millions|Millionen|Milliarden|milioni|miliardi|Mio\.?|Mrd\.?|mln|mld"
    r"|bn|tn|mph|miles?|feet|lbs?|inch(?:es)?|yards?|acres?"
    r"|gallons?|degrees?|hours?|days?|weeks?|months?|years?|people|heures?|jours?|ans"
    r"|Jahre|Tage|años)(?![A-Za-z])"
)
_COMMA_FOR_POINT = late_pattern(
    r"(?<![\d，、第])\d{1,3}，\d{1,2} ?"
    r"(?=[%％万萬亿億倍级級]|分钟|分鐘|公里|美元|欧元|歐元|元|个百分点|個百分點|英里|公斤"
    r"|吨|噸)"
)
_LATIN_SUM = late_pattern(
    r"(?:US|HK|NT|A|C|S)?[$€£¥] ?\d[\d.,]{0,30}(?: ?[-–~] ?\d[\d.,]{0,30})? ?"
    r"(?:thousands?|millions?"
    r"|billions?|trillions?|milliards?|Mio\.?"
    r"|Mrd\.?|mln|mld|bn|mn|tn|[mMbBkK])(?![A-Za-z])"
    r"|(?<![A-Za-z\d.,])\d[\d.,]{0,30} ?(?:(?:thousands?|millions?|billions?|trillions?|milliard"
    r"s?|millones|Millionen|Milliarden|milioni|miliardi|bn|mn|mln|Mio\.|Mrd\.) )?(?:d['’]"
    r"|de |di |of )?"
    r"(?:[Ee]uros?|[Dd]ollars?|[Pp]ounds?|[Rr]o?ubles?|[Pp]esos?|[Ff]rancs?|[Yy]uan|[Yy]en)"
    r"(?![A-Za-z])"
    r"|(?<![A-Za-z])(?:EUR|USD|GBP|JPY|CNY|CHF) ?\d[\d.,]{0,30}"
    r"(?: ?(?:million|billion)| ?[万萬亿億兆])?"
    r"|(?<![A-Za-z\d.,])\d[\d.,]{0,30} ?[万萬亿億兆]? ?(?:EUR|USD|GBP|CHF)(?![A-Za-z])"
)
_PLAIN_SUM = late_pattern(
    r"(?:US|A|C)?[$€£] ?(?:\d{1,3}(?:,\d{3})+(?![\d.,]| ?[万萬億亿兆])"
    r"|\d[\d.,]{0,30}[十百千]{0,2}[万萬億亿兆](?![\d美欧英ドユポ元]))"
)
_BARE_SUM = late_pattern(
    r"(?<![A-Za-z\d])[$€£]\d{1,3}(?:\.\d\d)?(?! ?[\d.,A-Za-z万萬億亿兆百千美欧英ドユポ元])"
)
_IN_THOUSANDS = late_pattern(
    r"(?<![A-Za-z\d.,$€£¥])(?:\d{2,3}|\d{1,3},\d{3}),000 ?"
    r"(?=[名人位个個头頭匹只隻台辆輛户戶戸棟件张張枚棵本吨噸公])"
)
_MIXED_DIGITS = late_pattern(r"(?<![\d.,])[0-9]{1,3}(?:[٫٬][0-9]{1,3}){1,3}(?![\d٫٬])")
_LONG_NUMBER = late_pattern(
    # 61,660,000,000ドル, 3,200,000人: the press counts in 万 and 億
    r"(?<![A-Za-z\d.,$€£¥])\d{1,3}(?:,\d{3}){1,4},000(?![\d,.]) ?"
    r"(?=[名人位个個头頭匹只隻台辆輛户戶戸棟件张張枚棵本吨噸円元美欧歐英日ドユポウルフ株トキメ])"
)
_LONG_FROM = 9
_HOUR_IN_CHINESE = late_pattern(
    r"(?:午前|午後|晚上|早上|上午|下午|凌晨)\d{1,2}点(?:半|\d{1,2}分)?|(?:晚上|早上|凌晨)\d{1,2}時|午後(?:1[3-9]|2[0-4])時"
)
_DAYS_IN_JAPANESE = late_pattern(r"(?<!\d)[月火水木金土日]曜日?")
_HOURS_THAT_LAST = late_pattern(
    r"(?<![\d:])(?:[01]?\d|2[0-4]):[0-5]\d ?(?:小时|小時|時間|时|時|點|点)"
)
_SLASHES = late_pattern(
    r"(?<![\d./-])(?:0?[1-9]|1[0-2])/(?:0?[1-9]|1[0-2])/(?:19|20)\d\d(?=[\u3040-\u30ff\u3400-\u9fff])"
)
_CODE_FIRST = late_pattern(
    r"(?<![A-Za-z\d])(?:RMB|CNY) ?\d[\d.,]{0,30} ?[万萬亿億]?"
    r"|(?<=[利达達为為约約值损損费費额額付资資])(?:美元|欧元|歐元|英镑|英鎊|日元)\d[\d.,]{0,30}[万萬亿億兆]"
)
_ARABIC_BARE_SUM = late_pattern(
    r"(?<![\w$€£])(?:(?P<before>[€£$] ?)\d{1,3}(?:[.,]\d{2,3}){0,4}"
    r"|\d{1,3}(?:[., \u00a0]\d{2,3}){0,4} ?[€£])"
    r"(?![\d\w]| (?:مليون|ملايين|مليار|ألف|آلاف|تريليون))"
)
_ARABIC_SUM = late_pattern(
    r"(?<![A-Za-z\d.,])\d[\d.,]{0,30}"
    r"(?: (?:مليون|ملايين|مليونا|مليونًا|مليار|مليارات|مليارا|ألف|ألفا|آلاف|تريليون))? ?"
    r"(?:F\.? ?CFA|FCFA|CFA|[Ff]rancs?(?: CFA)?|[Ee]uros?|[Dd]ollars?|[Pp]ounds?|[Dd]irhams?"
    r"|[Rr]oubles?|(?P<code>EUR|USD|GBP|CHF))(?![A-Za-z])"
    r"|(?<![A-Za-z\d.,])\d[\d.,]{0,30} "
    r"(?:مليون|ملايين|مليونا|مليار|مليارات|مليارا|ألف|آلاف|تريليون) ?[$€£¥₺₽]"
)
_COUNTED_IN = {
    # 2兆3000億, 2.3兆日元 are Japanese or Taiwanese in simplified Chinese; so is 3割 everywhere
    "zh": (r"(?<![\d.第])\d割(?![断草麦肉让爱據裂])", ("ja",)),
    "ja": (
        r"(?<![\d.第])\d成(?=の|が|を|は|に|増|減|超|以上|近く|余り|、|。)|\d(?:[.,]\d)?(?:個|个)?百分[点點]"
        r"|\d余(?=[ァ-ヴ])|百分之[\d.一二三四五六七八九十百]{1,30}|\d[\d,]{0,30}多(?:人|名|万|億|社|台|件|個|カ国)",
        ("zh",),
    ),
}
_TRILLIONS = late_pattern(
    r"(?<![\d.])\d[\d.,]{0,30}兆(?:\d[\d,]{0,30}[億亿万]|(?=(?:日元|韩元|美元|元|日圆|人民币)))"
    r"|(?<![\d.])\d[\d.,]{0,30}[億萬](?=[^\d])"
)
_WIDE_FIGURES = late_pattern(r"[０-９]+(?:[．，][０-９]+)*[㎞㎝㎜㎡㎥㎏]?|(?<=\d)[㎞㎝㎜㎡㎥㎏]")
_SQUARED = frozenset("㎞㎝㎜㎡㎥㎏")
_UNITS = {
    "zh": (
        "美元|美金|欧元|歐元|英镑|英鎊|日元|日圆|日圓|港元|港币|港幣|人民币|人民幣"
        "|新台币|新台幣|台币|台幣|卢布|盧布|瑞郎|澳元|加元|元"
    ),
    "ja": "米ドル|香港ドル|ドル|ユーロ|ポンド|人民元|元|円|ウォン|ルーブル|フラン",
}
_MAGNITUDE = "十?百?千?[万萬亿億兆]"
_FOREIGN_UNITS = {
    "zh": ("円|圓ドル|ドル|ユーロ|ポンド|ウォン|ルーブル|₽", ("ja",)),
    "ja": (
        "美元|美金|欧元|歐元|英镑|英鎊|日元|日圓|港元|港币|港幣|人民币|人民幣|韩元|韓元|卢布|盧布|新台幣|台幣|澳元|加元|欧罗",
        ("zh",),
    ),
}
_LEADING_UNIT = {
    "zh": r"(?<![\d万萬亿億兆一-龥])(?:欧元|歐元|美元|英镑|英鎊|日元|日圓)"
    r"(?=\d[\d.,]{0,30}[万萬亿億兆])",
    "ja": r"(?<![\dァ-ヴー])(?:ドル|ユーロ|ポンド|ルーブル|ウォン)(?=\d[\d.,]{0,30}[万億兆])",
}
_TORN_DATE = late_pattern(
    r"(?<!\d)(?:1[0-2]|0?[1-9])月[、，,] ?(?:[12]\d|3[01]|0?[1-9])[日号號]"
    r"|(?<!\d)(?:19|20)\d\d年[、，,] ?(?:1[0-2]|0?[1-9])月(?:[12]\d|3[01]|0?[1-9])[日号號]"
)
_YEAR_LAST = late_pattern(
    r"(?<!\d)(?:1[0-2]|0?[1-9])月(?:[12]\d|3[01]|0?[1-9])[日号號]"
    r"[、，,]? ?(?:19|20)\d\d年(?=[，。、,）)にのがは])"
)
_DAY_IN_LATIN = r"(?:[12]\d|3[01]|0?[1-9])"
_FIGURES = late_pattern(
    r"(?<![\d./-])(?:(?P<day>0?[1-9]|[12]\d|3[01])\.(?P<month>0?[1-9]|1[0-2])\."
    r"|(?P<day2>1[3-9]|2\d|3[01])(?P<mark>[/-])(?P<month2>0?[1-9]|1[0-2])(?P=mark)"
    r"|(?P<month3>0?[1-9]|1[0-2])(?P<mark2>[/-])(?P<day3>1[3-9]|2\d|3[01])(?P=mark2))"
    r"(?P<year>(?:19|20)\d\d)(?=[\u3040-\u30ff\u3400-\u9fff])"
)
_HAN_MONTH = "(?:十[一二]?|[一二三四五六七八九])月"
_FIGURE_MONTH = "(?:1[0-2]|0?[1-9])月"
_DAY_FIRST = late_pattern(
    # 16 十月; 16 10月2025年; 16日10月2025年
    rf"(?<![\d.,，、第~～至-])(?:[12]\d|3[01]|0?[1-9])"
    rf"(?: ?{_HAN_MONTH}(?:[，,]? ?(?:19|20)\d\d年?)?"
    r"(?![一二三四五六七八九十\d份底初中末间間革怀懷围圍])"
    rf"| {_FIGURE_MONTH}(?:[，,]? ?(?:19|20)\d\d年?|(?=[，。、に]))"
    rf"|[日号號] ?{_FIGURE_MONTH}[、，,]? ?(?:19|20)\d\d年?)"
)
_MONTH_DAY_YEAR = late_pattern(
    # 1月20、2025; 十月 16, 2024
    rf"(?<![\d一二三四五六七八九十])(?:{_FIGURE_MONTH}|{_HAN_MONTH}) ?{_DAY_IN_LATIN}[日号號]?"
    r"[、，,] ?(?:19|20)\d\d(?!\d|[,.]\d|[人万萬名件个個円元台例])年?"
    # 2023年10月7に; 2025年的三月14日
    rf"|(?<!\d)(?:19|20)\d\d年 ?{_FIGURE_MONTH} ?{_DAY_IN_LATIN}(?=[にのはが，。、])"
    rf"|(?<!\d)(?:19|20)\d\d年的(?:{_FIGURE_MONTH}|{_HAN_MONTH}){_DAY_IN_LATIN}[日号號]"
)
_DOUBTFUL_DATE = late_pattern(
    # 月曜日、10月7日; 星期一，10月7日; 三月14日
    r"(?:[月火水木金土日]曜日?|(?:星期|周|週)[一二三四五六日天])[、，,] ?"
    rf"{_FIGURE_MONTH}{_DAY_IN_LATIN}[日号號]"
    rf"|(?<![十\d年]){_HAN_MONTH} ?{_DAY_IN_LATIN}[日号號]"
    rf"|(?<!\d)(?:19|20)\d\d年の{_FIGURE_MONTH}{_DAY_IN_LATIN}日"
)
_ARABIC_MONTH = (
    "(?:يناير|فبراير|مارس|أبريل|إبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|جانفي|فيفري"
    "|أفريل|ماي|جوان|جويلية|أوت)"
)
_ARABIC_ORDER = late_pattern(
    rf"(?<!\d){_DAY_IN_LATIN} {_ARABIC_MONTH}، ?(?:19|20)\d\d(?!\d)"
    rf"|(?<![\u0621-\u064a/]){_ARABIC_MONTH} {_DAY_IN_LATIN}"
    r"(?= (?:الماضي|المقبل|الجاري)|[.،](?! ?\d))"
)
_ORDINAL = late_pattern(r"(?<![A-Za-z\d])\d{1,3}(?:st|nd|rd|th)(?![A-Za-z])")
_CHINESE_DAY = late_pattern(rf"(?<!\d){_FIGURE_MONTH}{_DAY_IN_LATIN}[号號](?=[にのはがをとでも、])")
_REIGN = {
    "zh": (
        "(?:令和|平成|昭和|大正)(?:元|[一二三四五六七八九十]{1,3}|[0-9０-９]{1,2})年(?!号|號|[（(])",
        ("ja",),
    ),
    "ja": ("民国(?:[一二三四五六七八九十百]{1,4}|[0-9０-９]{2,3})年(?![（(])", ("zh",)),
}
_SHORTENED = 3
_YEAR = r"(?:,? ?(?:de |del )?(?:19|20)\d\d)?"
_WESTERN_DATE = late_pattern(
    rf"(?<![\d.,A-Za-z]){_DAY_IN_LATIN}(?:st|nd|rd|th|er|\.|º)? ?(?:de |of )?"
    rf"(?P<month>[A-Za-z\u00c0-\u024f\u0400-\u04ff]{{3,12}}){_YEAR}(?![A-Za-z\u00c0-\u024f\u0400-\u04ff]"
    rf")"
    rf"|(?<![A-Za-z\u00c0-\u024f\u0400-\u04ff])(?P<month2>[A-Z][a-z]{{2,9}})\.? "
    rf"{_DAY_IN_LATIN}(?:st|nd|rd|th)?(?!\d){_YEAR}(?![A-Za-z])"
)
_TIMES = late_pattern(
    r"(?<![\d:.])(?:[01]?\d|2[0-4])(?:[:.][0-5]\d|[点點時时](?:[0-5]?\d分)?)? ?"
    r"(?:[AaPp]\.? ?[Mm]\.?|Uhr|heures?|horas?|o'clock|hrs|h[0-5]\d)(?![A-Za-z])"
)
_ARABIC_HOUR = late_pattern(r"(?<=الساعة )(?:[01]?\d|2[0-4]) ?[hH](?![A-Za-z\d])")


class Figure(NamedTuple):
    """A number, sum or date that is put together wrongly.

    kind: "number", "sum" or "date". message: the end of a sentence that begins with the form.
    """

    start: int
    end: int
    kind: str
    message: str
    suggestion: str | None = None
    sources: tuple[str, ...] = ()
    confidence: Confidence = "high"


def eastern_figures(document: Document, kind: str) -> Iterator[Figure]:
    """Those of one kind; none in other languages than Chinese and Japanese."""
    if document.target == "ar":
        find_in_arabic = {"number": _latin_numbers, "sum": _arabic_sums, "date": _arabic_dates}
        arabic = find_in_arabic[kind](document)
        yield from (figure for figure in arabic if not _is_innocent(document, figure))
    if document.target not in EASTERN:
        return
    find = {"number": _numbers, "sum": _sums, "date": _dates}[kind]
    ends = -1
    for figure in sorted(find(document)):
        if figure.start >= ends and not _is_innocent(document, figure):
            ends = figure.end
            yield figure


def figure_hit(document: Document, figure: Figure) -> Hit:
    form = document.text[figure.start : figure.end]
    return Hit(
        figure.start,
        figure.end,
        f"“{form}” {figure.message}",
        suggestion=figure.suggestion,
        sources=tuple(source for source in figure.sources if source != document.target),
        confidence=figure.confidence,
    )


def _is_innocent(document: Document, figure: Figure) -> bool:
    place = figure.start, figure.end
    return document.in_link(*place) or is_set_apart(document, *place) or document.is_about_code


def _plain(
    document: Document, pattern: re.Pattern[str], needed: str = ""
) -> Iterator[tuple[int, int]]:
    """Where the pattern matches; needed: characters of which the text must hold one."""
    if needed and document.characters.isdisjoint(needed):
        return iter(())
    return (found.span() for found in pattern.finditer(document.text))


def _numbers(document: Document) -> Iterator[Figure]:
    for place in _plain(document, _MIXED_NUMBER, "百千万萬億亿"):
        yield Figure(
            *place, "number", "mixes figures and characters in one number.",
            "figures, with 万 or 億 alone between them",
        )  # fmt: skip
    for place in _plain(document, _THOUSANDS, "百千十"):
        yield Figure(
            *place, "number", "counts in thousands or millions, as Western languages do.",
            "count in 万 and 億/亿", ("en", "fr", "es", "de", "ru"),
        )  # fmt: skip
    for place in _plain(document, _WIDE_POINT, "．０１２３４５６７８９"):
        yield Figure(*place, "number", "mixes full-width and half-width figures.", "one width")
    for place in _plain(document, _COMMA_FOR_POINT, "，") if document.target == "zh" else ():
        yield Figure(
            *place,
            "number",
            "has a comma for the decimal point.",
            None,
            ("fr", "de", "ru", "es", "it"),
        )
    for place in _plain(document, _DOUBLE_PERCENT, "之"):
        yield Figure(*place, "number", "names the per cent twice.", "百分之… or …%")
    for place in _plain(document, _IN_THOUSANDS, ","):
        yield Figure(
            *place, "number", "counts in thousands, as Western languages do.",
            "the figure in 万", _LATIN_SOURCES, "medium",
        )  # fmt: skip
    for start, end in _plain(document, _LONG_NUMBER, ","):
        form = document.text[start:end].strip()
        yield Figure(
            start, start + len(form), "number", "is written out to its last nought.",
            "the figure in 万 and 億/亿", _LATIN_SOURCES,
            "high" if document.target == "ja" or len(form) > _LONG_FROM else "medium",
        )  # fmt: skip
    pattern, sources = _COUNTED_IN[document.target]
    for found in re.finditer(pattern, document.text):
        yield Figure(
            *found.span(), "number", "counts as the language of the source does.", None, sources,
            "medium" if document.target == "zh" else "high",
        )  # fmt: skip
    if document.target == "zh" and not is_traditional(document.text):
        yield from _in_simplified(document)
    yield from _latin_numbers(document)


def _in_simplified(document: Document) -> Iterator[Figure]:
    """What papers in simplified Chinese do not print: 2兆3000億, ２１２㎞."""
    for place in _plain(document, _TRILLIONS, "兆億萬"):
        form = document.text[slice(*place)]
        yield Figure(
            *place, "number", "has 兆, 億 or 萬, which papers in simplified Chinese do not print.",
            "万, 亿 and 万亿", ("ja",), "medium" if form.endswith("兆") else "high",
        )  # fmt: skip
    for place in _plain(document, _WIDE_FIGURES, "０１２３４５６７８９㎞㎝㎜㎡㎥㎏"):
        form = document.text[slice(*place)]
        if len(form) > 1 or document.text[place[1] : place[1] + 1] in tuple("万亿千百人年月日"):
            is_sure = not _SQUARED.isdisjoint(form)
            yield Figure(
                *place, "number", "has full-width signs, as Japanese prints them.",
                "plain figures", ("ja",), "high" if is_sure else "medium",
            )  # fmt: skip


def _latin_numbers(document: Document) -> Iterator[Figure]:
    for place in _plain(document, _MIXED_DIGITS, "٫٬"):
        yield Figure(*place, "number", "has a mark of Arabic digits between Latin ones.")
    latin = chain(
        _plain(document, _LATIN_PERCENT, "ct"), _plain(document, _LATIN_MAGNITUDE, "lnhM")
    )
    for place in latin:
        yield Figure(
            *place, "number", "has a word of another language after the figure.",
            "translate it", _LATIN_SOURCES,
        )  # fmt: skip


def _sums(document: Document) -> Iterator[Figure]:
    text, target = document.text, document.target
    double, foreign, leading = _sum_patterns(target)
    for place in _plain(document, double, "$€£¥￥"):
        yield Figure(
            *place,
            "sum",
            "names the currency twice, by its sign and by its word.",
            "one of the two",
        )
    has_latin = not document.characters.isdisjoint("$€£¥EUGJCaeo")
    for found in _LATIN_SUM.finditer(text) if has_latin else ():
        code = re.search(r"EUR|USD|GBP|JPY|CNY|CHF", found.group())
        yield Figure(
            *found.span(), "sum", "is a sum as Western languages write it.",
            "figures with 万 or 億/亿 and the currency's name", _LATIN_SOURCES,
            "medium" if code else "high",
        )  # fmt: skip
    for place in _plain(document, _PLAIN_SUM, "$€£"):
        yield Figure(
            *place, "sum", "is a sum as Western languages write it.",
            "figures with 万 or 億/亿 and the currency's name", _LATIN_SOURCES,
            "high" if target == "ja" else "medium",
        )  # fmt: skip
    for place in _plain(document, _BARE_SUM, "$€£"):
        yield Figure(
            *place, "sum", "is a sum as Western languages write it.",
            "the figure and the currency's name", _LATIN_SOURCES, "medium",
        )  # fmt: skip
    for place in _plain(document, _CODE_FIRST, "RC美欧歐英日") if target == "zh" else ():
        yield Figure(
            *place, "sum", "has the currency before the figure, as Western sums do.",
            "the currency after the figure", _LATIN_SOURCES,
        )  # fmt: skip
    for found in foreign.finditer(text):
        if not document.quotations_around(*found.span()):
            yield Figure(
                *found.span(), "sum", "names the currency as the language of the source does.",
                None, _FOREIGN_UNITS[target][1],
            )  # fmt: skip
    for found in leading.finditer(text):
        end = found.end()
        while end < len(text) and (text[end].isdigit() or text[end] in ".,万萬亿億兆"):
            end += 1
        yield Figure(
            found.start(), end, "sum", "has the currency before the figure, as Western sums do.",
            "the currency after the figure", _LATIN_SOURCES, "high" if target == "ja" else "medium",
        )  # fmt: skip


def _arabic_sums(document: Document) -> Iterator[Figure]:
    for found in _ARABIC_SUM.finditer(document.text):
        yield Figure(
            *found.span(), "sum", "names the currency as the language of the source does.",
            "the currency in Arabic", _LATIN_SOURCES, "medium" if found["code"] else "high",
        )  # fmt: skip

    for found in (
        [] if document.characters.isdisjoint("$€£") else _ARABIC_BARE_SUM.finditer(document.text)
    ):
        yield Figure(
            *found.span(), "sum", "has a sign where Arabic names the currency.",
            "the currency in Arabic",
            ("en", "nl", "it") if found["before"] else _LATIN_SOURCES[1:], "medium",
        )  # fmt: skip


@cache
def _sum_patterns(target: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    number = rf"\d[\d.,]{{0,30}}(?:{_MAGNITUDE}\d{{0,30}}){{0,2}}"
    double = (
        rf"(?:US|HK|NT|RMB|A|C|S)?[$€£¥￥] ?{number} ?(?:{_UNITS[target]})"
        rf"(?![素旦首月])|{number} ?(?"
        rf":{_UNITS[target]})[$€£]"
    )
    sign_last = rf"|\d[\d.,]{{0,30}} ?{_MAGNITUDE} ?[$€£]"
    foreign = rf"{number} ?(?:多|余|餘|余り)?(?:{_FOREIGN_UNITS[target][0]})"
    return re.compile(double + sign_last), re.compile(foreign), re.compile(_LEADING_UNIT[target])


def _dates(document: Document) -> Iterator[Figure]:
    text = document.text
    for place in _plain(document, _TORN_DATE):
        yield Figure(
            *place, "date", "has a comma inside, as in English.",
            re.sub("[、，, ]", "", text[slice(*place)]), ("en",),
        )  # fmt: skip
    for place in _plain(document, _YEAR_LAST):
        yield Figure(
            *place,
            "date",
            "has the year at its end, as in Western languages.",
            None,
            _LATIN_SOURCES,
        )
    for place in chain(_plain(document, _DAY_FIRST), _plain(document, _MONTH_DAY_YEAR)):
        yield Figure(
            *place, "date", "has the order of a Western date.",
            "年, 月, 日, in this order", _LATIN_SOURCES,
        )  # fmt: skip
    for place in _plain(document, _DOUBTFUL_DATE):
        yield Figure(
            *place, "date", "is put together as in Western languages.",
            None, _LATIN_SOURCES, "medium",
        )  # fmt: skip
    for place in _plain(document, _CHINESE_DAY, "号號") if document.target == "ja" else ():
        yield Figure(*place, "date", "names the day as Chinese does.", "日", ("zh",))
    for place in _plain(document, _HOUR_IN_CHINESE, "午上凌") if document.target == "ja" else ():
        yield Figure(*place, "date", "is no hour as Japanese tells it.", "午後3時", ("zh", "en"))
    for place in _plain(document, _DAYS_IN_JAPANESE, "曜") if document.target == "zh" else ():
        yield Figure(*place, "date", "names the day as Japanese does.", "星期…", ("ja",))
    for place in _plain(document, _HOURS_THAT_LAST, ":"):
        yield Figure(
            *place, "date", "has a word for hours after a time with a colon.", None, _LATIN_SOURCES
        )
    for place in _plain(document, _SLASHES, "/"):
        yield Figure(
            *place, "date", "has the order of a Western date.",
            "年, 月, 日, in this order", ("en", "fr", "es", "pt", "it"),
        )  # fmt: skip
    reign, sources = _REIGN[document.target]
    for found in re.finditer(reign, text):
        yield Figure(
            *found.span(), "date", "counts the years as the source's country does.",
            "the common year", sources, "medium",
        )  # fmt: skip
    for found in _FIGURES.finditer(text):
        day, month = (
            next(found[f"{name}{n}"] for n in ("", "2", "3") if found[f"{name}{n}"])
            for name in ("day", "month")
        )
        yield Figure(
            *found.span(), "date", "has the order of a Western date.",
            f"{found['year']}年{int(month)}月{int(day)}日",
            ("de", "ru", "pl", "tr")
            if found["day"]
            else ("en",) if found["month3"] else ("fr", "es"),
        )  # fmt: skip
    yield from western_dates(document)
    for place in _plain(document, _TIMES, "mMrs"):
        yield Figure(
            *place, "date", "is a time as Western languages write it.", None, _LATIN_SOURCES
        )


def _arabic_dates(document: Document) -> Iterator[Figure]:
    yield from western_dates(document)
    for place in _plain(document, _ARABIC_HOUR, "hH"):
        yield Figure(*place, "date", "is a time as French writes it.", None, ("fr",))
    for place in _plain(document, _ARABIC_ORDER):
        yield Figure(
            *place, "date", "has the order or the comma of an English date.",
            None, ("en",), "medium",
        )  # fmt: skip
    for place in _plain(document, _ORDINAL, "tnr"):
        yield Figure(*place, "date", "is an English ordinal.", None, ("en",))


def western_dates(document: Document) -> Iterator[Figure]:
    """7 novembre, November 7th, 2025: a month's name in Latin or Cyrillic letters."""
    if not document.digit_starts or document.characters.isdisjoint("aeо"):
        return
    for found in _WESTERN_DATE.finditer(document.text):
        sources = _languages_of_month(found["month"] or found["month2"])
        if sources:
            yield Figure(
                *found.span(), "date", "is a date left in another language.", None, sources
            )


@cache
def _languages_of_month(name: str) -> tuple[str, ...]:
    name = name.lower()
    return tuple(
        tag
        for tag in languages()
        if name in calendar(tag).months or any(
            month.startswith(name) for month in calendar(tag).months if len(name) == _SHORTENED
        )
    )  # fmt: skip
