"""Letters that came out of a wrong decoding as other signs (cafÃ© for café), and what they were.

A cheap pattern finds suspects; ftfy judges them and decodes them. A few signs need no judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.code_pages import misread_words
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

# What the second and later bytes of a UTF-8 character look like when read as cp1252 or cp1251.
_AFTER = "\x80-\x84\x86-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_AFTER_CYRILLIC = "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—˜™љ›њќћџ\xa0ЎўЈ¤Ґ¦§Ё©Є«¬\xad®Ї°±Ііґµ¶·ё№є»јЅѕї"
# Cheap and wide: ftfy judges what this finds.
_SUSPECT = late_pattern(
    rf"[ÂÃÄÅÈÎÏÐÑ×ØÙÚÛ][{_AFTER}]|[à-ï][{_AFTER}][{_AFTER}]|ð[Ÿ\x9f]|Ă[^\w\s]"
    r"|[ÄĹ][^\w\s'\"’”“,.;:!?)-]|√[^\s\da-zA-Z()]|‚Ä\S|¬\S|Ôø|[├┬]\S|(?:ΓÇ|ÔÇ)\S"
    rf"|(?:[РС][{_AFTER_CYRILLIC}]){{2}}|(?<=в)Ђ[{_AFTER_CYRILLIC}]"
    rf"|[ВГ][{_AFTER_CYRILLIC}](?:(?=[a-zA-Z])|(?<=[a-zA-Z]..)|(?<![^\W\d_]..)(?!\w))"
)
_SUSPECT_SIGNS = late_pattern("[ÂÃÄÅÈÎÏÐÑ×ØÙÚÛà-ðĂĹ√‚¬Ô├┬ΓРСЂВГ][^\x00-\x7f]")
# Signs that no text in any language has, so nobody needs to be asked.
_CERTAIN = late_pattern(
    r"[\ufffd\x80-\x84\x86-\x9f]|ï¿½|ï»¿|â€"
    r"|(?<=[^\W\d_])¿(?=[^\W\d_])"
    r"|(?<=[a-zß-ÿ])Ã(?=[a-z\s,.;:!?]|$)|(?<![^\s(\"'“«])Ã(?=[ \u00a0])"
    r"|(?<![^\W\d_])Â(?=[\s\d.,:;!?%€$»«)]|$)|(?<=[a-zß-ÿ])Â(?=[\s.,:;!?»]|$)"
    r"|(?<![A-ZÀ-Ý])â(?=[A-ZÀ-Ý])|(?<=[a-z])â(?=(?:s|t|re|ll|ve|d|m)\b)"
    r"|(?<!\w)[À-ÖØ-öø-ÿ]{5,}(?!\w)"
)
_CERTAIN_SIGNS = late_pattern(
    r"[\ufffd\x80-\x84\x86-\x9f¿À-ÿ](?:(?<=[\ufffd\x80-\x84\x86-\x9fï¿ÃÂâ])|[À-ÿ]{4})"
)
_ESCAPE_SIGNS = ("u00", "\\u", "=C", "=E2", "=D", "%C", "%E2", "%D")
_ESCAPED = late_pattern(
    r"\\u(?:00[89a-f]|01[0-7]|04[0-5]|20[01])[0-9a-f]"
    r"|u00[ef][0-9a-f](?:(?<=[a-z]u00[ef][0-9a-f])(?![0-9])|(?<!\wu00[ef][0-9a-f])(?=[a-z]))"
    r"|(?:[=%](?:C[2-5]|D[01]|E2)(?:[=%][89AB][0-9A-F])+)+"
)
_ESCAPE = late_pattern(r"\\?u([0-9a-f]{4})|((?:[=%][0-9A-F]{2})+)")
_LOST = late_pattern(r"\?[a-zß-ÿ](?<=[a-zß-ÿ]..)")
_CONTROL = late_pattern(r"[\x80-\x9f]")
_SAME_PLACE = late_pattern(r" |[^a-zA-Z\n\u0400-\u04ff]{1,30}")
_PIECE = late_pattern(r"(?:[ÂÃâÐÑ]\u00a0|\S)+")
_NOT_ASCII = late_pattern(r"[^\x00-\x7f]+")
_INNOCENT_CAPITAL = late_pattern(r"(?<=[A-ZÀ-Ý])[ÃÂ][”“’»«–—…](?![^\W\d_])")
_NEAR = 120
_OTHER_ENCODINGS = ("cp437", "cp850", "cp1250", "cp1251", "mac_roman")


class Damage(NamedTuple):
    """start, end: code points. mended: the text as it was meant, or None where nobody can tell."""

    start: int
    end: int
    mended: str | None


def wrong_decodings(document: Document) -> Iterator[Damage]:
    """All places of the text that were decoded wrongly, in order."""
    yield from _merged(document.text, _damages(document))


def _damages(document: Document) -> Iterator[Damage]:
    text = document.text
    covered = -1
    for found in _matches(_SUSPECT_SIGNS, _SUSPECT, text):
        if found.start() >= covered and (damage := _judged(text, found)):
            covered = damage.end
            yield damage
    covered = -1
    for found in _matches(_CERTAIN_SIGNS, _CERTAIN, text):
        if found.start() < covered:
            continue
        before = text[max(0, found.start() - 1) : found.start()]
        # A bare â is Romanian, and between small letters a lost apostrophe only in English.
        lone = found[0] in "Ââ" and document.target == "ro"
        if not lone and (
            found[0] != "â"
            or not before.islower()
            or document.target == "en"
            or text[found.end()].isupper()
        ):
            damage = _certain(text, found)
            covered = damage.end
            yield damage
    yield from (Damage(*misread) for misread in misread_words(document))
    if any(sign in text for sign in _ESCAPE_SIGNS):
        yield from _certain_words(text, _ESCAPED.finditer(text))
    lost = list(_LOST.finditer(text)) if "?" in text else []
    if len(lost) > 1:
        yield from _certain_words(text, lost)


def _certain_words(text: str, signs: Iterable[re.Match[str]]) -> Iterator[Damage]:
    """The word around each sign; one that holds several is looked at once."""
    word = Damage(0, 0, None)
    for found in signs:
        if not (word.start <= found.start() and found.end() <= word.end):
            word = _certain(text, found)
            yield word


def _matches(
    signs: re.Pattern[str], pattern: re.Pattern[str], text: str
) -> Iterator[re.Match[str]]:
    """The pattern's matches, tried only where the cheap signs stand."""
    for sign in signs.finditer(text):
        if found := pattern.match(text, sign.start()):
            yield found


def _judged(text: str, found: re.Match[str]) -> Damage | None:
    """The word around a suspect sign, if ftfy calls it bad or it decodes to a better one."""
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    start, end = _piece(text, found.start())
    piece = text[start:end]
    if _INNOCENT_CAPITAL.search(piece):
        return None
    mended = fix_encoding(piece)
    if mended == piece:
        mended = _NOT_ASCII.sub(_decoded_otherwise, piece)
    if mended == piece and not is_bad(piece):
        return None
    return _word(text, start, piece, mended)


def _piece(text: str, offset: int) -> tuple[int, int]:
    """The run of signs without white space around the offset, or what is near of a long one."""
    start = max(text.rfind(space, max(0, offset - _NEAR), offset) for space in " \n\t") + 1
    start = max(start, offset - _NEAR)
    found = _PIECE.match(text, start, min(len(text), offset + _NEAR))
    return (start, found.end()) if found else (offset, offset + 1)


def _decoded_otherwise(found: re.Match[str]) -> str:
    for encoding in _OTHER_ENCODINGS:
        try:
            decoded = found[0].encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        if all(
            "\u00a0" <= char <= "\u017f"
            or "\u0400" <= char <= "\u045f"
            or "\u2010" <= char <= "\u20ac"
            for char in decoded
        ):
            return decoded
    return found[0]


def _word(text: str, start: int, piece: str, mended: str) -> Damage:
    """Only the damaged word of the piece, without the signs beside it that are whole."""
    if mended == piece:
        bad = [index for index, char in enumerate(piece) if ord(char) > 127]
        first, last, tail = bad[0], bad[-1] + 1, len(piece) - bad[-1] - 1
    else:
        shorter = min(len(piece), len(mended))
        first = next((i for i in range(shorter) if piece[i] != mended[i]), shorter)
        tail = next((i for i in range(shorter - first) if piece[-1 - i] != mended[-1 - i]), 0)
        last = len(piece) - tail
    while first and piece[first - 1].isalnum():
        first -= 1
    while tail and piece[last].isalnum():
        last, tail = last + 1, tail - 1
    new = mended[first : len(mended) - tail]
    sure = mended != piece and "\ufffd" not in new and "â€" not in new
    return Damage(start + first, start + last, new if sure else None)


def _certain(text: str, found: re.Match[str]) -> Damage:
    """The word around a sign that is wrong by itself."""
    start, end = found.span()
    while start and (text[start - 1].isalnum() or text[start - 1] in "\ufffd\\"):
        start -= 1
    while end < len(text) and (text[end].isalnum() or text[end] in "\ufffd\\"):
        end += 1
    piece = text[start:end]
    if _ESCAPE.fullmatch(found[0]):
        mended = _ESCAPE.sub(_unescaped, piece)
    else:
        mended = _CONTROL.sub(_control_decoded, piece)
        if len(found[0]) > 4:
            mended = piece.encode("cp1252", "replace").decode("cp1251", "replace")
    return Damage(start, end, None if mended == piece or "?" in mended else mended)


def _control_decoded(found: re.Match[str]) -> str:
    return found[0].encode("latin-1").decode("cp1252", "replace")


def _unescaped(found: re.Match[str]) -> str:
    if found[1]:
        return chr(int(found[1], 16))
    try:
        return bytes.fromhex(found[2].replace("=", "").replace("%", "")).decode("utf-8")
    except UnicodeError:
        return found[0]


def _merged(text: str, damages: Iterable[Damage]) -> Iterator[Damage]:
    """Damaged words in a row are one place; what two tests found is told once."""
    current: Damage | None = None
    for damage in sorted(damages, key=lambda damage: (damage.start, -damage.end)):
        if current and damage.start < current.end:
            if damage.end > current.end:
                current = Damage(current.start, damage.end, None)
        elif current and _SAME_PLACE.fullmatch(gap := text[current.end : damage.start]):
            known = current.mended is not None and damage.mended is not None
            whole = known and not any(map(str.isalpha, gap))
            mended = f"{current.mended}{gap}{damage.mended}" if whole else None
            current = Damage(current.start, damage.end, mended)
        else:
            if current:
                yield current
            current = damage
    if current:
        yield current
