import re
from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.language.code_talk import shows_code
from mtcheck.patterns import late_pattern
from mtcheck.rule import Edit, Fix, Hit, bad, good, rule

_COMMON = (
    "nbsp|amp|quot|apos|hellip|ndash|mdash|lsquo|rsquo|sbquo|ldquo|rdquo|bdquo|laquo|raquo|"
    "eacute|egrave|ecirc|agrave|acirc|ccedil|auml|ouml|uuml|szlig|ntilde|iacute|oacute|aacute"
)
_NUMBER = r"# ?(?:\d{2,6}|[xX][0-9A-Fa-f]{2,5})"
_ENTITY = late_pattern(
    rf"[&＆](?:amp ?[;；])*(?:[A-Za-z][A-Za-z0-9]{{1,30}}|{_NUMBER}) ?[;；]"
    rf"|[&＆] ?(?:amp ?; ?)*(?:(?:{_COMMON}|{_NUMBER}) ?[;；]"
    rf"|(?:{_COMMON})(?![\w=;])|#\d{{2,5}}(?![\d;]))"
)
# The engine or the page lost the ampersand.
_BEHEADED = late_pattern(
    r"(?<![&＆\w#;])(?<![&＆#] )(?:nbsp|[lr][sd]quo|hellip|[nm]dash|quot|apos|#(?:39|8217|160)) ?;"
)
_ESCAPED_TAG = late_pattern(r"(?:&amp;|&)lt; ?/? ?[a-zA-Z][^<>&\n]{0,200}(?:&amp;|&)gt;")
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\ufeff")


@rule(
    category="linguistic-conventions/character-encoding",
    severity="major",
    confidence="high",
    examples=[
        bad(
            "The caf⟦&eacute;⟧ reopened on Monday, its owner said.",
            fixed="The café reopened on Monday, its owner said.",
        ),
        bad(
            "Johnson ⟦&amp;⟧ Johnson said it was not Moody⟦&#39;⟧s fault.",
            fixed="Johnson & Johnson said it was not Moody's fault.",
        ),
        bad(
            "Il promet 3 milliards⟦&nbsp;⟧: c⟦&rsquo;⟧est ⟦&laquo;&nbsp;⟧trop⟦&nbsp;&raquo;⟧.",
            "fr",
            fixed="Il promet 3 milliards\u00a0: c’est «\u00a0trop\u00a0».",
        ),
        bad(
            "Der Minister sprach von ⟦&amp;quot;⟧Panik⟦& quot ;⟧ an der Börse.",
            "de",
            fixed='Der Minister sprach von "Panik" an der Börse.',
        ),
        bad("El acuerdo entre Standard ⟦&amp⟧ Poor's y Madrid sigue en pie.", "es"),
        bad("The president ⟦nbsp;⟧spoke for an hour."),
        bad(
            "Le syndicat s ⟦& apos ;⟧ attend à un accord.",
            "fr",
            fixed="Le syndicat s'attend à un accord.",
        ),
        good("AT&T; R&D; Q&A; Marks & Spencer; and the B&B; all of them closed."),
        good("In HTML the ampersand is written &amp; and nothing else will do."),
        good("The page showed the characters “&nbsp;” where the price should have been."),
        good("See https://example.com/list?page=2&amp;sort=date for the list."),
    ],
)
def html_entity(document: Document) -> Iterator[Hit]:
    """A character stands as its HTML code: &nbsp; &amp; &#39; &eacute;.

    Why: the page's code went through the engine as if it were text, or was escaped twice on its
    way back; engines also tear the codes apart (& quot ;).
    Legitimate: a text about HTML, a code shown in quotes or backticks, a link.
    Fix: safe; the code becomes the character that it stands for.
    Authority: the list of named characters of the HTML standard.
    """
    for start, end in _runs(document.text):
        # The number of a code (#39) looks like a hashtag, but begins inside the code.
        in_link = document.in_link(start, start)
        if in_link or shows_code(document, start, end):
            continue
        decoded = _decoded(document.text, start, end)
        shown = decoded.strip() or "a space"
        yield Hit(
            start,
            end,
            "The code of a character instead of the character: the page's HTML was translated "
            "as if it were text.",
            suggestion=shown,
            fix=Fix((_edit(document.text, start, end, decoded),)),
        )


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Codes that follow each other at once are one run."""
    if "&" not in text and ";" not in text and "＆" not in text:
        return
    from html.entities import html5

    spans = [
        found.span()
        for pattern in (_ENTITY, _BEHEADED)
        for found in pattern.finditer(text)
        if (name := _name(found.group())).startswith("#") or f"{name};" in html5
    ]
    tags = [found.span() for found in _ESCAPED_TAG.finditer(text)] if "lt;" in text else []
    run: tuple[int, int] | None = None
    for start, end in sorted(spans):
        if any(tag_start <= start < tag_end for tag_start, tag_end in tags):
            continue
        if run and start == run[1]:
            run = (run[0], end)
            continue
        if run:
            yield run
        run = (start, end)
    if run:
        yield run


def _name(code: str) -> str:
    return re.sub(r"[&＆;； ]|amp ?[;；](?=.)", "", code)


def _decoded(text: str, start: int, end: int) -> str:
    from html import unescape

    code = re.sub(
        r"[ ＆；]", lambda found: {"＆": "&", "；": ";"}.get(found[0], ""), text[start:end]
    )
    code = code if code.endswith(";") else f"{code};"
    if not code.startswith("&"):
        code = f"&{code}"
    for _ in range(3):
        code = unescape(code)
    code = "".join(char for char in code if char not in _INVISIBLE)
    spaced = text[start - 1 : start].isspace() or text[end : end + 1].isspace()
    return code.replace("\u00a0", "") if code == "\u00a0" and spaced else code


def _edit(text: str, start: int, end: int, decoded: str) -> Edit:
    """An apostrophe that was torn off (l &apos; accord) is joined again on both sides."""
    torn = decoded == "'" and text[start - 1 : start] == " " and text[end : end + 1] == " "
    return Edit(start - 1, end + 1, decoded) if torn else Edit(start, end, decoded)
