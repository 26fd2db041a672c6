"""Articles of many formats for one folder, some of which depend on those before them."""

from __future__ import annotations

import json
from pathlib import Path

FAULTY = "Talks open in Moscow\n\nTalks open in Moscow\n\nDelegates met on Friday , he said.\n"
GERMAN = "Der Fluss stieg am Montag über die Ufer.\n\nDie Brücke bleibt bis Ende März gesperrt.\n"
RENDERINGS = (
    "The river rose on Monday.\n\nThe bridge will stay closed until the end of March.\n",
    "On Monday the river rose.\n\nThe bridge remains shut to the end of March.\n",
    "The river rose on Monday.\n\nThe bridge is to reopen once March is over.\n",
)
"""Of the same source: a later one is held against the first."""


def write_articles(folder: Path, records: int = 12) -> None:
    """Text, Markdown with a comment, HTML, segments, records, a file that is none and an empty
    one."""
    (folder / "a.txt").write_text(FAULTY * 3)
    (folder / "b.md").write_text(
        "# Talks open in Moscow\n\n<!-- mtcheck-ignore duplicated-headline: a quotation -->\n"
        "Talks open in Moscow\n\nDelegates met on Friday , **he** said .\n"
    )
    (folder / "c.html").write_text(
        "<html lang=en><h1>Talks open &amp; close</h1><p>Talks open &amp; close</p>"
        "<p>Delegates met on Friday , he said.</p></html>"
    )
    (folder / "d.txt").write_bytes(b"caf\xe9 is no UTF-8\n")
    (folder / "e.txt").write_text("")
    (folder / "f.po").write_text(
        'msgid "Der Fluss stieg."\nmsgstr "The river rose ."\n\n'
        'msgid "Der Fluss stieg."\nmsgstr "The river rose  ."\n'
    )
    lines = [
        {"id": str(number), "lang": "en", "source_lang": "de", "source": GERMAN, "text": text}
        for number, text in enumerate(RENDERINGS * (records // 3))
    ]
    lines[4:4] = [{"id": "none", "text": 3}, {"id": "alone", "text": FAULTY, "lang": "en"}]
    (folder / "g.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    (folder / "h.txt").write_text("Die Minister trafen sich am Freitag in Genf , sagte er.\n" * 20)
