"""What the elements of HTML are to a reader of prose, and what on a page is none of the article.

Sources: HTML Living Standard (WHATWG), sections 4 and 13.1.2.4 (optional tags); WAI-ARIA 1.2
(landmark roles). The names of classes are those that news sites and their content systems use.
"""

from __future__ import annotations

from collections.abc import Mapping

from mtcheck.document import BlockKind
from mtcheck.patterns import late_pattern


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


KIND_OF: dict[str, BlockKind] = {
    "h1": "headline", "h2": "subheading", "h3": "subheading", "h4": "subheading",
    "h5": "subheading", "h6": "subheading", "p": "paragraph", "li": "list_item",
    "dt": "list_item", "dd": "list_item", "figcaption": "caption", "caption": "caption",
    "blockquote": "quote", "td": "cell", "th": "cell", "summary": "subheading",
}  # fmt: skip
"""What a text directly in the element is; in any other that is not inline, a paragraph."""

VOID = _names("area base br col embed hr img input link meta source track wbr param keygen")
INLINE = _names(
    "a abbr acronym b bdi bdo big cite data del dfn em font i ins kbd label mark meter nobr output "
    "progress q rb rp rt ruby s samp small span strike strong sub sup time tt u var code wbr img "
    "math"
)
"""Elements that do not end a sentence."""
PHRASING = INLINE | _names(
    "script style noscript template button svg select textarea map object iframe audio video "
    "canvas input embed picture"
)
"""Elements that can stand in a sentence, also those whose own text is none of it."""
CODE = _names("code kbd samp var tt")
SKIPPED = _names(
    "script style noscript template nav aside footer button select textarea option svg math "
    "iframe object embed audio video canvas map pre dialog menu address head input rt rp del "
    "noembed noframes applet xmp listing"
)
"""Elements whose text is no prose of the article."""
MEDIA = _names("img picture iframe object embed audio video canvas svg pre script")
"""What is not to go with a paragraph that is taken out."""
CLOSED_BY: dict[str, frozenset[str]] = {
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "tr": frozenset(("tr", "td", "th")),
    "td": frozenset(("td", "th")),
    "th": frozenset(("td", "th")),
    "option": frozenset(("option",)),
    "body": frozenset(("head",)),
}
"""Which open elements the start of this one ends, if nothing of `SCOPES` stands between."""
SCOPES = _names("ul ol dl table body html article section div main blockquote figure")
REMOVABLE = _names("p li h2 h3 h4 h5 h6 figcaption blockquote dt dd")
"""Elements that can be taken out of a page with their text."""
QUOTING = frozenset(("blockquote",))
"""Blocks whose own language marks a quotation; that of a paragraph marks nothing."""

_SKIPPED_ROLES = _names(
    "navigation complementary search banner contentinfo dialog alertdialog menu menubar toolbar "
    "tablist tooltip button form alert status"
)
_NEVER_SKIPPED = _names("html body main article h1 h2 h3 em strong b i a q blockquote")
_FURNITURE = late_pattern(
    r"(?:social|share|sharing|sharebar|addtoany|sharedaddy|related|recommend(?:ed|ations?)?"
    r"|read-?(?:more|next|also)|more-(?:news|stories|on|from)|most-?(?:read|popular)|trending"
    r"|newsletters?|subscribe|subscription|sign-?up|breadcrumbs?|nav|navbar|navigation|menu"
    r"|sidebar|footer|adverts?|ads?|advertisement|sponsored|promos?|teasers?|cookies?|consent"
    r"|comments?|disqus|tags?|tag-?(?:list|cloud)|post-?tags|entry-?tags|bylines?|authors?"
    r"|author-?(?:bio|box|info)|timestamp|dateline-meta|post-?meta|entry-?meta|article-?meta"
    r"|meta|metadata|popup|modal|overlay|paywall|toolbar|tools|pagination|skip-?link"
    r"|sr-only|visually-?hidden|screen-reader-text|a2a_kit|print-only|toc|widget)"
    r"(?:[-_]{1,2}(?:links?|list|items?|box|block|bar|buttons?|icons?|articles?|posts?|stories"
    r"|content|container|wrapper|section|area|widget|module|panel|group|tools|unit|slot|media"
    r"|cloud|inner|outer|row|form|us|date|name|[a-z]?\d*))*"
)
_FURNITURE_OF = late_pattern(
    r"(?!has-|is-|no-|with-)(?:[a-z]+[-_]{1,2}){1,2}"
    r"(?:share|sharing|social|related|newsletter|nav|tags|byline)"
)
_HIDING_STYLE = late_pattern(r"(?i)(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)")


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Does the element not show?"""
    return (
        ("hidden" in attributes and attributes["hidden"] != "until-found")
        or attributes.get("aria-hidden", "").lower() == "true"
        or bool(_HIDING_STYLE.search(attributes.get("style", "")))
    )


def is_skipped(name: str, attributes: Mapping[str, str]) -> bool:
    """Is the element by its name, its role or because it does not show no prose?"""
    return (
        name in SKIPPED
        or attributes.get("role", "").lower() in _SKIPPED_ROLES
        or is_hidden(attributes)
    )


def is_furniture(name: str, attributes: Mapping[str, str]) -> bool:
    """Does a class or the id say that this is a box of the site and not of the article?"""
    if name in _NEVER_SKIPPED:
        return False
    if name == "form":
        return True  # some systems wrap the whole page in one
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower().split()
    return any(_FURNITURE.fullmatch(each) or _FURNITURE_OF.fullmatch(each) for each in names)
