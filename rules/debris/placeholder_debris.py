import re
from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.language.code_talk import is_reported, shows_code
from mtcheck.language.data import listed_lines, listed_words
from mtcheck.patterns import late_pattern
from mtcheck.rule import Hit, bad, good, rule

_WORD = r"[^\W\u3040-\u30ff\u3400-\u9fff]"
"""A letter or digit; Chinese and Japanese set them close beside their own."""
_BRACES = late_pattern(
    r"(?:[$%#] ?)?\{\{ ?[^{}\n]{1,40}\}\}|[$%#] ?\{[^{}\n]{1,40}\}"
    r"|\{ ?(?:\d{1,2}|[A-Za-z_][\w.-]{0,30}) ?\}|\{%[^{}\n]{1,60}%\}|<%=?[^<>\n]{1,60}%>"
)
_PERCENT = late_pattern(
    rf"(?<![\d%])(?<!{_WORD})(?<!\d[ \u00a0\u202f])%(?: ?\d ?\$)? ?[sd@](?!{_WORD}|[%'’])"
    r"|%\(\w{1,30}\)[sd]"
    r"|%%?[A-Z_]{3,30}%%?"
)
_UNDERLINED = late_pattern(
    rf"(?<!{_WORD})__ ?[A-Za-z][\w ]{{0,30}}?__(?!{_WORD})"
    rf"|(?<!{_WORD})(?<![@#/.&=-])[A-Z]{{2,}}\d*(?:_[A-Z0-9]+)+(?!{_WORD}|\.\w)"
)
_NUMBERED = late_pattern(
    rf"(?<!{_WORD})(?:(?:NUM|NUMBER|URL|DNT|PLACEHOLDER|ENTITY|PROTECTED|XNAME|PHRASE)\d{{1,3}}"
    rf"|XX+[A-WYZ]{{3,}}XX+)(?!{_WORD})"
    r"|\bXX[./-]XX(?:[./-]XX(?:XX)?)?\b"
)
_INLINE_TAG = late_pattern(
    r"< ?/? ?(?:ph|bpt|ept|mrk|bx|ex|x|g)(?: +[\w-]+ ?= ?[^<>\n]{1,60}?)? ?/? ?>"
    r"|</?\d{1,2}/?>|<[A-Z]{3,12}(?:_?\d{1,2})?>|</?(?:tag|[a-z]{1,8}_?\d{1,2}) ?/?>|⟨\d{1,2}⟩"
    r"|\[\[\d{1,2}\]\]"
)
_BRACKETED = late_pattern(r"\[\[?([^\[\]\n]{2,60})\]\]?|<([^<>\n=/]{2,30})>|#{2}([A-Z_]{3,30})#{2}")
_ERROR_VALUE = late_pattern(
    r"\[object Object\]|#(?:REF!|VALUE!|NAME\?|DIV/0!)|\bInvalid Date\b"
    r"|\bINSERT(?: [A-Z]{3,}){1,4}\b|(?<=[\w,] )NaN(?=[ ,.])"
    r"|^[ \t]*(?:By )?(?:undefined|null|NaN)[ \t]*$",
    re.MULTILINE,
)
_NUMBERED_SIGNS = ("NUM", "URL", "DNT", "PLACEHOLDER", "ENTITY", "PROTECTED", "PHRASE", "XX")
_ERROR_SIGNS = ("[object", "#", "Invalid", "INSERT", "undefined", "null", "NaN")
_SIGNS = frozenset("{%_<[⟨")
_NUMBERED_SLOT = late_pattern(r"([^\W\d_]+)[ _-]?\d{1,3}")


@rule(
    category="design-and-markup/markup",
    severity="major",
    confidence="high",
    examples=[
        bad("The minister met ⟦{0}⟧ in ⟦{{city}}⟧ on Monday."),
        bad("The ⟦<tag1>⟧minister⟦</tag1>⟧ spoke ⟦⟨2⟩⟧ for an hour."),
        bad("Talks with ⟦__NAME__⟧ and ⟦XXNAMEXX⟧ go on; ⟦AI_MUST_REPLACE⟧ said so."),
        bad("Le ministre ⟦%1$s⟧ a rencontré ⟦% s⟧ et ⟦[NOM]⟧ lundi.", "fr"),
        bad("Der Minister traf ⟦<ph id=1/>⟧ und ⟦${name}⟧ am Montag.\n\n⟦[Zitat einfügen]⟧", "de"),
        bad("⟦Lorem ipsum⟧ y el ministro ⟦<nombre>⟧ habló el lunes con ⟦URL_1⟧.", "es"),
        bad("⟦INSERT HEADLINE HERE⟧\n\nThe vote is on Friday."),
        bad("美术专家⟦%s⟧认为，部长⟦__NAME__⟧周一会见了⟦PLACEHOLDER_2⟧。", "zh"),
        good("It costs $1, 100 % sure, 21 % s DPH; the set {1, 2} has two members."),
        good("In Python “{0}” and %s are placeholders, as every programmer knows."),
        good("“Dear {name}, your visit is off,” the e-mail said. A bug in an update was to blame."),
        good("A template error puts “Welcome, {player_name}!” on the home page of the club."),
        good("“[The city] loves me [sic],” said [Mayor] Smith, a video by AFP [VIDEO] shows."),
        good("LO TIENE TODO: playa, sol y @BBC_NEWS #AI_NOW.", "es"),
        good("Rates of < 3 > 2 were seen; write to <anna@example.com>."),
    ],
)
def placeholder_debris(document: Document) -> Iterator[Hit]:
    """A place that should have been filled: {0}, %s, __NAME__, [NAME], lorem ipsum.

    Why: names and numbers are often hidden from the engine behind a placeholder and put back
    afterwards; when the engine changed the placeholder, nothing was put back. Templates leave
    theirs when a field stays empty.
    Legitimate: prices ($1), a text about programming or about a letter that came out so, a
    placeholder shown in quotes, an
    editor's words in square brackets inside a quotation, handles and hashtags.
    Fix: none; only the source tells what belongs there.
    Authority: the placeholder forms of printf, ICU, XLIFF and the common template languages.
    """
    covered = -1
    for start, end in sorted(_places(document)):
        in_link = document.text[start] != "#" and document.in_link(start, end)
        if start < covered or in_link or shows_code(document, start, end):
            continue
        if is_reported(document, start, end):
            continue
        covered = end
        yield Hit(
            start,
            end,
            "A placeholder that should have been replaced by a name, number or phrase.",
            suggestion="put in what the source has here",
        )


def _places(document: Document) -> Iterator[tuple[int, int]]:
    text = document.text
    if not _SIGNS.isdisjoint(text):
        for pattern in (_BRACES, _PERCENT, _UNDERLINED, _INLINE_TAG):
            yield from (found.span() for found in pattern.finditer(text))
        for found in _BRACKETED.finditer(text):
            if _is_slot(document, found):
                yield found.span()
    for pattern, signs in ((_NUMBERED, _NUMBERED_SIGNS), (_ERROR_VALUE, _ERROR_SIGNS)):
        if any(sign in text for sign in signs):
            yield from (found.span() for found in pattern.finditer(text))
    for phrase in listed_lines(document.target, "dummy-text"):
        where = document.plain if phrase != phrase.lower() else document.folded
        at = where.find(phrase)
        if at >= 0 and not where[max(0, at - 1) : at].isalnum():
            yield at, at + len(phrase)


def _is_slot(document: Document, found: re.Match[str]) -> bool:
    """[NAME] anywhere, [name] and [insert name] outside quotations, where an editor's addition
    would stand."""
    inside = (found[1] or found[2] or found[3]).strip()
    words = inside.lower().split()
    slots = listed_words(document.target, "slot-words") | listed_words("en", "slot-words")
    verbs = listed_words(document.target, "slot-verbs") | listed_words("en", "slot-verbs")
    if not words:
        return False
    numbered = _NUMBERED_SLOT.fullmatch(words[-1])
    is_slot = len(words) == 1 and (words[0] in slots or (numbered and numbered[1] in slots))
    asks = 1 < len(words) <= 8 and (words[0].strip(":") in verbs or words[-1] in verbs)
    if not (is_slot or asks or found[3]):
        return False
    return inside.isupper() or not document.quotations_around(*found.span())
