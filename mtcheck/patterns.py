"""Regular expressions that are compiled when they are first used.

There are hundreds, and to compile them all takes longer than to check an article, of which most
ask nothing: a pattern for Chinese is never needed on a French one. So module-level patterns are
written `late_pattern(...)` in place of `re.compile(...)`; in use they are the same.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "findall", "finditer", "split", "sub", "subn")


class _LatePattern:
    def __init__(self, pattern: str, flags: re.RegexFlag) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        """Called where the attribute is missing, so only before the first use: then the compiled
        pattern's own methods take their place, and nothing stands between any more."""
        compiled = re.compile(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def late_pattern(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """The pattern, to be compiled at its first use (where a faulty one raises re.error)."""
    return cast("re.Pattern[str]", _LatePattern(pattern, flags))
