"""Makes a rule of one [[rule]] table of a rule file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from inspect import cleandoc
from typing import TYPE_CHECKING, Any, cast

from mtcheck.anchors import anchors_of
from mtcheck.language.data import LanguageTagError, normalized_tag
from mtcheck.lexicon import Lexicon
from mtcheck.own_rules.fields import FieldError, Fields
from mtcheck.own_rules.kinds import Narrowing, Wording, pattern_check, phrase_check
from mtcheck.own_rules.shown import examples_of
from mtcheck.patterns import late_pattern
from mtcheck.phrase import PhraseError, parsed_phrase
from mtcheck.rule import (
    CONFIDENCES,
    EVERY_LANGUAGE,
    OWN_FAMILY,
    SEVERITIES,
    AnyCheck,
    Body,
    Confidence,
    Rule,
    Severity,
)

if TYPE_CHECKING:
    from mtcheck.own_rules.bounded import BoundedPattern

DEFAULTS = ("family", "severity", "confidence", "languages", "source-languages", "category")
"""The keys that may stand above the first rule, for all of them."""
KINDS = ("phrases", "substitutions", "pattern")
KEYS = (
    "name", "message", *DEFAULTS, "docs", *KINDS, "suggest", "fix", "ignore-case",
    "unless", "most", "blocks", "skip-quotations", "bad", "good", "fixed",
)  # fmt: skip
_OF_PATTERNS = ("ignore-case",)
_BLOCKS = ("headline", "paragraph", "list_item")
_NAME = late_pattern(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_MOST_SHOWN = 20
_MOST_GROUPS = 16
"""Each group of a phrase can double the ways to match it."""
_NO_LANGUAGE = "und"
_MESSAGES = ("House style: not “{found}”.", "House style: “{suggestion}”, not “{found}”.")
"""Without and with a replacement that is always there."""


def make_rule(table: Mapping[str, Any], file: str) -> Rule:
    """The rule of one table, the defaults of its file among the keys. Raises FieldError."""
    fields = Fields(table, KEYS)
    name = _name(fields, "name")
    kind = _kind(fields)
    languages = _tags(fields, "languages") or EVERY_LANGUAGE
    sources = _tags(fields, "source-languages")
    confidence = _confidence(fields, sources)
    fix = fields.choice("fix", ("safe", "unsafe", "none"), _usual_fix(kind))
    message = fields.text("message", _MESSAGES[bool(fields.raw("suggest")) or kind == KINDS[1]])
    wording = Wording(message, fix, sources)
    narrowing = _narrowing(fields, languages)
    lexicon, function = _content(fields, kind, f"{file}:{name}", languages, wording, narrowing)
    body = Body(
        function,
        _documentation(fields, kind, message),
        tuple(examples_of(fields, languages, sources, confidence)),
    )
    return Rule(
        name=name,
        family=_name(fields, "family", OWN_FAMILY),
        category=fields.text("category", "style/organizational-style"),
        severity=cast(Severity, fields.choice("severity", SEVERITIES, "minor")),
        confidence=confidence,
        languages=languages,
        lexicon=lexicon,
        aliases=(),
        body=lambda: body,
        all_at_once=lexicon is not None,
        provider=file,
    )


def _name(fields: Fields, key: str, default: str = "") -> str:
    if key not in fields and not default:
        raise FieldError(f'a rule needs a {key}: {key} = "kiev-mayor"')
    name = fields.text(key, default)
    if not _NAME.fullmatch(name):
        better = "-".join(re.findall(r"[a-z0-9]+", name.lower())).lstrip("0123456789-")
        hint = f", such as {better}" if better else ""
        raise FieldError(
            f"{key} is {name!r}; write small letters a to z, digits and hyphens{hint}", key
        )
    return name


def _kind(fields: Fields) -> str:
    kinds = [kind for kind in KINDS if kind in fields]
    if len(kinds) != 1:
        many = "more than one of" if kinds else "none of"
        raise FieldError(f"it has {many} {', '.join(KINDS)}; a rule has one of them", *kinds[1:2])
    for key in ("suggest", *_OF_PATTERNS):
        if key in fields and kinds[0] != "pattern":
            raise FieldError(f"{key} belongs to a pattern; this rule has {kinds[0]}", key)
    if kinds[0] == "phrases" and "fix" in fields:
        raise FieldError("phrases are not mended; write substitutions to have a fix", "fix")
    if kinds[0] == "pattern" and "fix" in fields and "suggest" not in fields:
        raise FieldError("a fix needs suggest, which says what to write instead", "fix")
    return kinds[0]


def _usual_fix(kind: str) -> str:
    return "unsafe" if kind == "substitutions" else "none"


def _confidence(fields: Fields, sources: tuple[str, ...]) -> Confidence:
    """Medium is the only confidence that looks at the source language."""
    usual = "medium" if sources else "high"
    confidence = cast(Confidence, fields.choice("confidence", CONFIDENCES, usual))
    if sources and confidence == "high":
        raise FieldError(
            "confidence high speaks always, and source-languages would do nothing; "
            'write confidence = "medium", or leave one of the two out',
            "confidence",
        )
    return confidence


def _tags(fields: Fields, key: str) -> tuple[str, ...]:
    tags = fields.texts(key)
    for tag in tags:
        try:
            if "-" in normalized_tag(tag):
                raise LanguageTagError(f"{tag!r} has a region; write {tag.partition('-')[0]!r}")
        except LanguageTagError as error:
            raise FieldError(f"{key}: {error}", key) from None
    return tuple(map(normalized_tag, tags))


def _narrowing(fields: Fields, languages: tuple[str, ...]) -> Narrowing:
    blocks = fields.texts("blocks")
    for block in blocks:
        if block not in _BLOCKS:
            raise FieldError(f"blocks: {block!r} is none of {', '.join(_BLOCKS)}", "blocks")
    unless = fields.texts("unless")
    for phrase in unless:
        _check_phrase(phrase, languages, "unless")
    return Narrowing(unless, fields.number("most") or 0, blocks, fields.switch("skip-quotations"))


def _content(
    fields: Fields,
    kind: str,
    key: str,
    languages: tuple[str, ...],
    wording: Wording,
    narrowing: Narrowing,
) -> tuple[Lexicon | None, AnyCheck]:
    if kind == "pattern":
        pattern, suggest = _pattern(fields)
        return None, pattern_check(pattern, suggest, wording, narrowing)
    pairs = fields.pairs(kind)
    if not pairs:
        raise FieldError(f"{kind} is empty", kind)
    for phrase, suggestion in pairs:
        _check_phrase(phrase, languages, kind, needs_anchor=True)
        if "\t" in suggestion or "\n" in suggestion:
            raise FieldError(f"{kind}: {suggestion!r} holds a tab or a new line", kind, phrase)
        if kind == "substitutions" and not suggestion:
            raise FieldError(
                f"substitutions: what shall stand for {phrase!r}? To report it without a "
                "suggestion write it under phrases",
                kind,
                phrase,
            )
    lexicon = Lexicon(key, rows=tuple("\t".join(pair) for pair in pairs))
    substitutes = kind == "substitutions"
    return lexicon, phrase_check(wording, narrowing, substitutes=substitutes)


def _check_phrase(
    phrase: str, languages: Iterable[str], key: str, *, needs_anchor: bool = False
) -> None:
    if "\t" in phrase or "\n" in phrase:
        raise FieldError(f"{key}: {phrase!r} holds a tab or a new line; write a space", key, phrase)
    if phrase.count("(") > _MOST_GROUPS:
        raise FieldError(f"{key}: {phrase!r} has over {_MOST_GROUPS} groups; part it", key, phrase)
    every = languages == EVERY_LANGUAGE
    for language in (_NO_LANGUAGE,) if every else languages:
        try:
            parsed_phrase(phrase, language)
            if needs_anchor:
                anchors_of(phrase, language)
        except PhraseError as error:
            reason = str(error).replace(f" for {_NO_LANGUAGE}", "; name the rule's languages")
            raise FieldError(f"{key}: {phrase!r}: {reason}", key, phrase) from None


def _pattern(fields: Fields) -> tuple[BoundedPattern, str | None]:
    from mtcheck.own_rules.bounded import BoundedPattern, PatternError

    source = fields.text("pattern")
    try:
        pattern = BoundedPattern(source, ignore_case=fields.switch("ignore-case"))
    except PatternError as error:
        raise FieldError(f"pattern {source!r}: {error}", "pattern") from None
    suggest = fields.raw("suggest")
    if suggest is None:
        return pattern, None
    if not isinstance(suggest, str):
        raise FieldError("suggest must be a text", "suggest")
    try:
        pattern.check_template(suggest)
    except PatternError as error:
        raise FieldError(f"suggest {suggest!r}: {error}", "suggest") from None
    return pattern, suggest


def _documentation(fields: Fields, kind: str, message: str) -> str:
    """What the author wrote, or else the message; and what the rule looks for."""
    pairs = fields.pairs(kind) if kind != "pattern" else ()
    found, suggestion = pairs[0] if len(pairs) == 1 else ("…", "…")
    text = message.replace("{found}", found).replace("{suggestion}", suggestion)
    summary = text if text.endswith((".", "!", "?")) else f"{text}."
    docs = cleandoc(fields.text("docs")) or summary
    return f"{docs}\n\nLooks for: {_content_in_words(fields, pairs)}"


def _content_in_words(fields: Fields, pairs: tuple[tuple[str, str], ...]) -> str:
    if not pairs:
        return f"the pattern {fields.text('pattern')}"
    shown = [f"{find} → {suggest}" if suggest else find for find, suggest in pairs[:_MOST_SHOWN]]
    more = [f"{len(pairs) - _MOST_SHOWN} more"] if len(pairs) > _MOST_SHOWN else []
    return "; ".join([*shown, *more])
