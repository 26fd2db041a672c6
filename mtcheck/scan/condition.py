"""`--where`: which documents are chosen, in a small language of comparisons.

    score < 80 and (language in ('en', 'fr') or 'foreign-quotes' in rules) and not words < 50

Nothing of it is ever run as Python. A comparison with null is neither true nor false, as in SQL;
a document is chosen where the whole is true.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, NamedTuple

from mtcheck.scan import ScanError
from mtcheck.scan.schema import Column

Truth = bool | None
Row = Mapping[str, Any]

_TOKEN = re.compile(
    r"""\s*(?:(?P<number>-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)"""
    r"""|(?P<string>'(?:[^']|'')*'|"(?:[^"]|"")*")"""
    r"""|(?P<name>[^\W\d]\w*)|(?P<quoted>`[^`]+`)|(?P<sign><=|>=|==|!=|<>|[<>=(),\[\]]))"""
)
_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
    "=": operator.eq, "==": operator.eq, "!=": operator.ne, "<>": operator.ne,
}  # fmt: skip
_KIND_OF_COLUMN = {"integer": "number", "number": "number", "string": "string", "flag": "flag"}
_WORDS = {"true": True, "false": False, "null": None, "none": None}
_RESERVED = ("and", "or", "not", "in", "is", *_WORDS)
_DEEPEST = 50
_LONGEST = 10_000


class _Value(NamedTuple):
    """An operand: kind "number", "string", "flag", "strings" or "null"; how it is got from a
    row."""

    kind: str
    of: Callable[[Row], Any]


class _Token(NamedTuple):
    kind: str
    text: str
    start: int


class Condition:
    """A condition on the row of a document. Raises ScanError for a text that is none."""

    def __init__(self, text: str, columns: Sequence[Column]) -> None:
        self.text, self._columns = text, tuple(columns)
        self._test = _Parser(text, columns).parse()

    def __call__(self, row: Row) -> bool:
        return self._test(row) is True

    def __reduce__(self) -> tuple[object, ...]:
        return Condition, (self.text, self._columns)


class _Parser:
    def __init__(self, text: str, columns: Sequence[Column]) -> None:
        self._kinds = {column.name: column.kind for column in columns}
        self._text = text
        self._tokens = list(self._tokenize(text))
        self._at = self._depth = 0

    def _tokenize(self, text: str) -> Any:
        at, end = 0, len(text.rstrip())
        if end > _LONGEST:
            raise ScanError(f"the condition is longer than {_LONGEST:,} characters")
        while at < end:
            found = _TOKEN.match(text, at)
            if not found:
                raise self._wrong(at, f"{text[at:].strip()[:10]!r} is not understood")
            yield _Token(found.lastgroup or "", found[found.lastgroup or 0], found.start())
            at = found.end()

    def _wrong(self, at: int, what: str) -> ScanError:
        return ScanError(
            f'condition, character {at + 1}: {what}; write one such as "score < 80 and language '
            "= 'en'\""
        )

    def _error(self, what: str) -> ScanError:
        token = self._peek()
        return self._wrong(token.start if token else len(self._text), what)

    def _peek(self) -> _Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _takes(self, *texts: str) -> str:
        """The next token, taken where it is one of these words or signs; else ""."""
        token = self._peek()
        if token and token.kind in ("name", "sign") and token.text.lower() in texts:
            self._at += 1
            return token.text.lower()
        return ""

    def _require(self, text: str) -> None:
        if not self._takes(text):
            raise self._error(f"{text!r} is missing")

    def parse(self) -> Callable[[Row], Truth]:
        if not self._tokens:
            raise ScanError("the condition is empty")
        test = self._either()
        if token := self._peek():
            raise self._error(f"{token.text!r} is not expected here")
        return test

    def _either(self) -> Callable[[Row], Truth]:
        tests = [self._both()]
        while self._takes("or"):
            tests.append(self._both())
        return tests[0] if len(tests) == 1 else lambda row: _any(test(row) for test in tests)

    def _both(self) -> Callable[[Row], Truth]:
        tests = [self._not()]
        while self._takes("and"):
            tests.append(self._not())
        return tests[0] if len(tests) == 1 else lambda row: _all(test(row) for test in tests)

    def _not(self) -> Callable[[Row], Truth]:
        is_negated = False
        while self._takes("not"):
            is_negated = not is_negated
        test = self._test()
        return _negated(test) if is_negated else test

    def _test(self) -> Callable[[Row], Truth]:
        if self._takes("("):
            self._depth += 1
            if self._depth > _DEEPEST:
                raise self._error("the brackets are nested too deeply")
            inner = self._either()
            self._require(")")
            self._depth -= 1
            return inner
        left = self._operand()
        if self._takes("is"):
            wants_null = not self._takes("not")
            self._require("null")
            return lambda row: (left.of(row) is None) is wants_null
        if sign := self._takes(*_COMPARISONS):
            return self._comparison(left, sign)
        is_negated = bool(self._takes("not"))
        if is_negated or ((token := self._peek()) and token.text.lower() == "in"):
            self._require("in")
            test = self._membership(left)
            return _negated(test) if is_negated else test
        if left.kind != "flag":
            raise self._error("a comparison is missing")
        return left.of

    def _comparison(self, left: _Value, sign: str) -> Callable[[Row], Truth]:
        right = self._operand()
        if "null" in (left.kind, right.kind):
            raise self._error("to ask for null write 'is null' or 'is not null'")
        if "strings" in (left.kind, right.kind):
            raise self._error("to ask for one of a list write \"'name' in rules\"")
        if left.kind != right.kind:
            raise self._error(f"a {left.kind} cannot be compared with a {right.kind}")
        if left.kind == "flag" and sign in ("<", "<=", ">", ">="):
            raise self._error("true and false have no order")
        compare = _COMPARISONS[sign]

        def test(row: Row) -> Truth:
            one, other = left.of(row), right.of(row)
            return None if one is None or other is None else compare(one, other)

        return test

    def _membership(self, left: _Value) -> Callable[[Row], Truth]:
        close = {"(": ")", "[": "]"}.get(self._takes("(", "["))
        if close is None:
            right = self._operand()
            if right.kind != "strings" or left.kind != "string":
                raise self._error("after 'in' stands a list, or rules: 'name' in rules")
        else:
            members = [self._operand()]
            while self._takes(","):
                members.append(self._operand())
            self._require(close)
            if any(member.kind != left.kind for member in members):
                raise self._error(f"the list must hold a {left.kind} and nothing else")
            right = _Value("list", lambda row: [member.of(row) for member in members])

        def test(row: Row) -> Truth:
            one, many = left.of(row), right.of(row)
            return None if one is None or many is None else one in many

        return test

    def _operand(self) -> _Value:
        token = self._peek()
        if token is None:
            raise self._error("something is missing at the end")
        if token.kind == "sign" or (token.text.lower() in _RESERVED and token.kind == "name"):
            word = token.text.lower()
            if token.kind == "sign" or word not in _WORDS:
                raise self._error(f"{token.text!r} is not expected here")
        self._at += 1
        if token.kind == "number":
            number = float(token.text)
            return _Value("number", lambda row: number)
        if token.kind == "string":
            mark = token.text[0]
            string = token.text[1:-1].replace(mark * 2, mark)
            return _Value("string", lambda row: string)
        name = token.text.strip("`")
        if name in self._kinds:
            kind = self._kinds[name]
            return _Value(_KIND_OF_COLUMN.get(kind, kind), lambda row: row.get(name))
        if token.kind == "name" and name.lower() in _WORDS:
            word_value = _WORDS[name.lower()]
            return _Value("null" if word_value is None else "flag", lambda row: word_value)
        self._at -= 1
        close = get_close_matches(name, self._kinds, n=1)
        hint = f"did you mean {close[0]}? " if close else ""
        raise ScanError(
            f"condition, character {token.start + 1}: no column is called {name!r}; {hint}"
            f"there are {', '.join(self._kinds)}"
        )


def _negated(test: Callable[[Row], Truth]) -> Callable[[Row], Truth]:
    def negated(row: Row) -> Truth:
        truth = test(row)
        return None if truth is None else not truth

    return negated


def _any(truths: Any) -> Truth:
    found: Truth = False
    for truth in truths:
        if truth:
            return True
        found = None if truth is None else found
    return found


def _all(truths: Any) -> Truth:
    found: Truth = True
    for truth in truths:
        if truth is False:
            return False
        found = None if truth is None else found
    return found
