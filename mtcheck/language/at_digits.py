"""Patterns that begin at a number are tried where the numbers are: an article holds few."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mtcheck.document import Document


def at_digits(
    pattern: re.Pattern[str], document: Document, lead: str = ""
) -> Iterator[re.Match[str]]:
    """What `finditer` would find in the document's plain text with a pattern whose matches begin
    at the first digit of a run, or at a sign of `lead` before it."""
    text, end = document.plain, 0
    for start in document.digit_starts:
        has_lead = lead and start and text[start - 1] in lead
        for at in (start - 1, start) if has_lead else (start,):
            if at >= end and (found := pattern.match(text, at)):
                end = found.end()
                yield found
                break
