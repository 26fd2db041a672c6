"""JSON that may go to a terminal or into the log of a CI job as it is."""

from __future__ import annotations

import json
import re
from typing import Any

from mtcheck.patterns import late_pattern

_NOT_PLAIN = late_pattern(
    r"[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]|#(?=#(?:\[|vso\[|teamcity\[))"
)


def json_text(value: Any, indent: int | None = 2) -> str:
    """The value as JSON without a newline at its end: readable, but what commands a terminal, turns
    a line around or commands a CI server (see `display.visible`) stands as an escape. Lone
    surrogates are left: whoever writes the text to a stream or file escapes them."""
    return _NOT_PLAIN.sub(_escaped, json.dumps(value, ensure_ascii=False, indent=indent))


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found.group()):04x}"
