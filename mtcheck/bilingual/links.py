"""URLs, e-mail addresses, @handles and #hashtags, comparable across two texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

LinkKind = Literal["link", "domain", "e-mail address", "handle", "hashtag"]

# ASCII where a text without spaces would run into it.
_E_MAIL = late_pattern(r"[A-Za-z0-9.+_-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_LINK = late_pattern(
    r"https?://\S+|(?<![A-Za-z0-9.])www\.\S+"
    rf"|(?<![A-Za-z0-9.+_-]){_E_MAIL.pattern}"
    # Lower-case, as a missing space between sentences is not.
    r"|(?<![A-Za-z0-9.@_-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|info|edu|gov|int|eu|example"
    r"|io|tv|fr|de|es|it|pt|nl|ru|ua|pl|cz|cn|jp|tr|se|ch|at|be|uk|us|ca|br|mx|au|nz|in)"
    r"(?:/[!-~]*)?(?![A-Za-z0-9_@-])"
    r"|(?<![A-Za-z0-9_.\u00c0-\u024f\u0400-\u04ff@#/&])[@#]\w+"
)
_SCHEME = late_pattern(r"(?i)https?://(?:www\.)?|www\.")
_ADDRESS = late_pattern(r"[!-~]*[!-~]|[^\s]+")
_CLOSING = ".,;:!?'\"’”»)]}>…"
_LANGUAGE_PART = late_pattern(r"(?<=[/.=])[a-z]{2}(?:[-_][a-zA-Z]{2})?(?=[/.&#]|$)|^[a-z]{2}(?=\.)")


class Link(NamedTuple):
    """start, end: into the document's text. form: as printed. key: what is compared: without
    scheme, www and the slash at the end, the host in small letters."""

    kind: LinkKind
    start: int
    end: int
    form: str
    key: str

    @property
    def localized_key(self) -> str:
        """Without the part that names a language (fr.wikipedia.org, who.int/fr): a translator
        links to the reader's own edition."""
        return _LANGUAGE_PART.sub("", self.key)


def links_of(document: Document) -> tuple[Link, ...]:
    """In order of the text. Domain names with a capital (Booking.com) are names, no links."""
    found = (_link(match[0], match.start()) for match in _LINK.finditer(document.text))
    return tuple(link for link in found if link)


def _link(form: str, start: int) -> Link | None:
    if form[0] in "@#":
        return _tag(form, start)
    if _SCHEME.match(form):
        return _address(form, start)
    if "@" not in form:
        form = form.rstrip(_CLOSING)
        return Link("link" if "/" in form else "domain", start, start + len(form), form, form)
    return Link("e-mail address", start, start + len(form), form, form.lower())


def _address(form: str, start: int) -> Link | None:
    """Cut where the sentence goes on: a text without spaces runs into its links."""
    found = _ADDRESS.match(form)
    form = found[0].rstrip(_CLOSING) if found else ""
    if form.endswith("(") or form.count("(") < form.count(")"):
        form = form.rpartition(")")[0]
    bare = _SCHEME.sub("", form, count=1)
    host, slash, rest = bare.partition("/")
    if "." not in host:
        return None
    key = f"{host.lower()}{slash}{rest}".rstrip("/")
    return Link("link", start, start + len(form), form, key)


def _tag(form: str, start: int) -> Link | None:
    """#1 is a number; in a text without spaces an ASCII name ends where the letters change."""
    if form[1:2].isascii():
        length = next((i for i, c in enumerate(form) if not c.isascii()), len(form))
        if length < len(form) and not _is_latin(form[length]):
            form = form[:length]
    if len(form) < 3 or form[1:].isdigit():
        return None
    kind: LinkKind = "handle" if form[0] == "@" else "hashtag"
    return Link(kind, start, start + len(form), form, form.lower())


def _is_latin(character: str) -> bool:
    return "\u00c0" <= character <= "\u024f"
