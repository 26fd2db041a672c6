"""What a figure can mean: 1.234 is a thousand and more, or a little more than one."""

from __future__ import annotations

import re
from math import isfinite

from mtcheck.patterns import late_pattern

_INDIAN = late_pattern(r"\d{1,2}(?:,\d{2})+,\d{3}")


def values_of_figure(written: str, *, decimal_comma: bool, is_spaced: bool) -> list[float]:
    """With one mark and three digits after it, it may be either; the likelier comes first."""
    written = written.replace("٬", ",").replace("٫", ".")
    if is_spaced:
        return [_float(written.replace(" ", "").replace(",", "."))]
    marks = [char for char in written if not char.isdigit()]
    if not marks:
        return [_float(written)]
    if _INDIAN.fullmatch(written):
        return [_float(written.replace(",", ""))]
    parts = re.split(r"[.,']", written)
    if len(marks) == 1:
        as_decimal = _float(".".join(parts)) if marks[0] != "'" else None
        if len(parts[1]) == 3 and parts[0] != "0" and len(parts[0]) <= 3:
            grouped = _float("".join(parts))
            is_decimal = (marks[0] == ",") == decimal_comma and marks[0] != "'"
            both = [as_decimal, grouped] if is_decimal else [grouped, as_decimal]
            return [value for value in both if value is not None]
        return [as_decimal if as_decimal is not None else _float("".join(parts))]
    if len(set(marks)) == 1:
        return [_float("".join(parts))]
    return [_float("".join(parts[:-1]) + "." + parts[-1])]


def _float(digits: str) -> float:
    """What is no number, or none that a float holds, counts as nothing."""
    try:
        value = float(digits)
    except ValueError:
        return 0.0
    return value if isfinite(value) else 0.0
