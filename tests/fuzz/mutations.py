"""Random changes of bytes and texts. All chance comes from the `Random` that is handed in."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cache
from random import Random

STRANGE = (
    "\0", "\x1b[2J", "\x1b]0;x\x07", "\x9b31m", "\x85", "\u2028", "\r", "\r\n", "\n", "\n\n", "\t",
    "\v", "\f", "\u200b", "\u200d", "\u202e", "\u2066", "\ufeff", "\ufffe", "\uffff", "\U0010ffff",
    "\ud800", "\udc80", "\udfff", "\ue000", "\u0301", "\u0489" * 30, "\u1100\u1161\u11a8", "ﷺ",
    "İ", "ß", "ŉ", "ﬁ", "ΐ", "ǰ", "\U0001f3f4\U000e0067\U000e007f", "👨‍👩‍👧", "\U0001d7ce",
    "1" * 400, "9" * 5000, "-" * 50, "٣", "三", "Ⅷ", "½", "²", "①", "௧", "99999", "99/99/99999",
    "31 February 0000", "24:61", "1e999", "$", "€1.000.000,00", "%", "::error::x", "<!--", "-->",
    "<![CDATA[", "]]>", "&", "&#xD800;", "&#99999999;", "&#0;", "&x;", "<", "</", "<p", "{", "}",
    "[" * 60, "{{", '"', "'", "`", "```", "|", "\\", "\\u", "\\ud800", "\\x", "---\n", "+++\n",
    "mtcheck-ignore", "<!-- mtcheck-ignore-next x -->", "mtcheck-ignore-end", "«", "»", "„", "“",
    "”", "’", "‹", "—", "…", ". . .", "\u00a0", "\u202f", "(", ")", "http://", "www.", "@", "#",
    "Ã©", "â€™", "�", "=1+1", "PK\x03\x04", "a\u0300" * 20,
)  # fmt: skip
"""What parsers and rules trip over."""


@cache
def _blocks() -> tuple[range, ...]:
    """Stretches of Unicode of 128 code points each, all planes."""
    return tuple(range(at, at + 128) for at in range(0, sys.maxunicode, 128))


def any_character(random: Random) -> str:
    """A code point of any block, the surrogates among them; those of the first planes more often,
    as most of the others are empty."""
    roll = random.random()
    if roll < 0.3:
        return chr(random.randrange(0x20, 0x250))
    most = 0x3000 if roll < 0.7 else sys.maxunicode
    block = random.choice(_blocks()[: most // 128])
    return chr(random.choice(block))


def noise(random: Random, most: int = 40) -> str:
    """A short text of anything: strange pieces, or characters of all or of one block."""
    kind = random.randrange(4)
    length = random.randint(1, most)
    if kind == 0:
        return random.choice(STRANGE)
    if kind == 1:
        return "".join(random.choice(STRANGE) for _ in range(random.randint(2, 5)))
    if kind == 2:
        return "".join(any_character(random) for _ in range(length))
    block = random.choice(_blocks()[: 0x3000 // 128])
    return "".join(random.choice((chr(random.choice(block)), " ")) for _ in range(length))


def mutated_text(random: Random, text: str, others: Sequence[str] = ()) -> str:
    """The text after one to eight changes. others: texts that pieces are taken from."""
    for _ in range(random.choice((1, 1, 2, 3, 5, 8))):
        start = random.randint(0, len(text))
        end = min(len(text), start + random.choice((0, 1, 2, 5, 20, 80)))
        piece = text[start:end]
        kind = random.randrange(8)
        if kind <= 1:
            text = text[:start] + noise(random) + text[start:]
        elif kind == 2:
            text = text[:start] + text[end:]
        elif kind == 3:
            text = text[:start] + piece * random.choice((2, 3, 30)) + text[end:]
        elif kind == 4:
            text = text[:start] + noise(random) + text[end:]
        elif kind == 5:
            at = random.randint(0, len(text))
            text = text[:at] + piece + text[at:]
        elif kind == 6 and others:
            other = random.choice(others)
            begin = random.randint(0, len(other))
            text = text[:start] + other[begin : begin + random.randint(1, 300)] + text[start:]
        else:
            text = (
                text[:start] + random.choice((str.upper, str.lower, str.title))(piece) + text[end:]
            )
    return text


def mutated_bytes(random: Random, data: bytes, others: Sequence[bytes] = ()) -> bytes:
    """The bytes after changes that know nothing of their format; half of the time the text that
    they are is changed instead, so that more of it can still be read."""
    if random.random() < 0.5:
        text = data.decode("utf-8", "surrogateescape")
        other_texts = [other.decode("utf-8", "surrogateescape") for other in others]
        changed = mutated_text(random, text, other_texts)
        try:
            return changed.encode("utf-8", "surrogateescape")
        except UnicodeEncodeError:
            return changed.encode("utf-8", "surrogatepass")
    changed_bytes = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 4, 8))):
        at = random.randint(0, len(changed_bytes))
        end = min(len(changed_bytes), at + random.choice((1, 1, 4, 30)))
        kind = random.randrange(6)
        if kind == 0 and changed_bytes:
            at = min(at, len(changed_bytes) - 1)
            changed_bytes[at] ^= 1 << random.randrange(8)
        elif kind == 1:
            changed_bytes[at:at] = random.randbytes(random.choice((1, 2, 8)))
        elif kind == 2:
            del changed_bytes[at:end]
        elif kind == 3:
            changed_bytes[at:at] = changed_bytes[at:end] * random.choice((1, 2, 50))
        elif kind == 4:
            del changed_bytes[at:]
        elif others:
            other = random.choice(others)
            begin = random.randint(0, len(other))
            changed_bytes[at:end] = other[begin : begin + random.randint(1, 200)]
    return bytes(changed_bytes)
