"""Are all links and anchors inside the built pages whole?

    python -m docs.check_links docs/_build

Prints each broken one and ends with 1. Links that leave the site are not opened.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit


class _Page(HTMLParser):
    """The anchors of a page, and what it links to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.anchors: set[str] = {"", "top"}
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.anchors.add(value)
            elif name in ("href", "src") and value is not None:
                self.links.append(value)


def broken_links(site: Path) -> Iterator[tuple[Path, str]]:
    """(page, link) of each link inside the site that leads nowhere."""
    site = site.resolve()
    pages = {path: _Page(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}
    for path, page in sorted(pages.items()):
        for link in dict.fromkeys(page.links):
            address, anchor = urldefrag(link)
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            target = target / "index.html" if target.is_dir() else target
            known = pages.get(target)
            if not target.is_file() or (known and unquote(anchor) not in known.anchors):
                yield path.relative_to(site), link


def main(folder: str) -> int:
    """Tell what is broken; the exit code."""
    site = Path(folder)
    broken = list(broken_links(site))
    for page, link in broken:
        print(f"{page}: {link} leads nowhere", file=sys.stderr)
    if not any(site.rglob("*.html")):
        print(f"{folder} holds no pages", file=sys.stderr)
        return 2
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
