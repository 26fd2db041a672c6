"""Does a short line speak as buttons and boxes of web pages do?

Every page owner words them anew ("Find all the news of the Top 14 on our app"), so no list of
lines holds them. They are known by their vocabulary: they bid the reader do something (subscribe,
watch), with something of the page (newsletter, replay), and say next to nothing else.

The word lists, in `languages/<language>/word-lists.tsv`: `page-calls`, `page-things` (hardly
ever in news), `page-topics` (in news too), `page-address` (our, your, this), `page-fillers`,
`page-last-calls` (where the verb of a call comes last: German infinitives).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from mtcheck.cache import remembered
from mtcheck.language.data import FOLDER, function_words, languages, word_list
from mtcheck.language.words import small_letters
from mtcheck.patterns import late_pattern

_ROLES = ("things", "topics", "services", "address", "fillers", "calls")
_TOKEN = late_pattern(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_COMPOUND = late_pattern(r"^\w{1,2}'|^.*-")  # l'application, Sport-Newsletter
_LONGEST_FORM = 4
_SERVICES = (
    "facebook", "twitter", "x", "whatsapp", "telegram", "instagram", "linkedin", "tiktok",
    "youtube", "bluesky", "threads", "mastodon", "google news", "google discover", "reddit",
    "messenger", "pinterest", "e-mail", "email", "mail", "sms", "spotify", "apple podcasts",
    "apple news", "deezer", "flipboard", "xing", "tumblr", "viber", "twitch", "discord", "pocket",
)  # fmt: skip
_CLAUSE_END = late_pattern(r"[.!?:;|,/–—()•\n]|\s-\s")
_COPYRIGHT = late_pattern(
    r"(?:©|\(c\)|copyright ©|copyright \(c\)|(?:[\w-]{2,12}, )?dpa:\d{6}-|dpa-infocom gmbh)",
    re.IGNORECASE,
)
_LONGEST_COPYRIGHT = 20
_FEWEST_SERVICES = 3
_ENOUGH = 3
_HEAVY = 2


_MOST_STRANGERS = 2
_MOST_NAMES = 3


class PageTalk(NamedTuple):
    """What a line holds of the vocabulary.

    calls: words that bid the reader do something, where a clause begins or ends.
    things, topics: what the page offers, each form once; services: Facebook and the like.
    addressed: the line says our, your or this.
    strangers: words that are no part of the vocabulary, names left out; names: those.
    is_sentence: it ends in a full stop.
    """

    words: int
    calls: int
    things: frozenset[str]
    topics: frozenset[str]
    services: int
    addressed: bool
    strangers: int
    names: int
    is_sentence: bool

    @property
    def is_furniture(self) -> bool:
        """Does the line call the reader to something of the page, or name several such things,
        with nothing else of weight in it?"""
        if self.strangers > (self.words > 4) + (self.words > 9 and self.addressed):
            return False
        if self.names > _MOST_NAMES or (
            self.is_sentence and not self.calls and len(self.things) < 2
        ):
            return False
        weight = _HEAVY * len(self.things) + len(self.topics) + min(self.services, 2)
        nothing_else = not self.strangers
        if self.is_sentence and not (self.addressed or self.things):
            return False
        if (self.services >= _FEWEST_SERVICES or self.things) and nothing_else and self.names < 3:
            return True
        if self.calls >= _FEWEST_SERVICES and nothing_else:
            return True  # "Print | Save | Share"
        if not self.calls:
            return self.addressed and bool(self.things) and weight + (self.words > 6) >= _ENOUGH
        if nothing_else and self.words > 2 and self.names < 3:
            return weight > 0
        return weight > 0 and weight + self.addressed >= _HEAVY

    @property
    def is_call(self) -> bool:
        """Does it call the reader to the outlet's own things?"""
        return self.is_furniture and self.calls > 0 and self.addressed and not self.strangers


def is_copyright_line(line: str) -> bool:
    """A line that opens with the sign © and says little, or an agency's number of a text."""
    return _COPYRIGHT.match(line) is not None and len(line.split()) <= _LONGEST_COPYRIGHT


def languages_of_page_talk(passage: str, target: str) -> Iterator[str]:
    """A cheap test before `page_talk`: the languages, the target first, in which the passage may
    be furniture, or what stands before its first colon a call. It needs a word that opens a call
    or names a thing of the page, and few that are no part of the vocabulary."""
    tokens = _tokens(passage)
    known, languages_of = _telling_words()
    telling = [word for word in tokens if word in languages_of]
    if "'" in passage or "’" in passage or "-" in passage:
        heads = (_COMPOUND.sub("", word) for word in tokens if "'" in word or "-" in word)
        telling += [word for word in heads if word in languages_of]
    told = {tag for word in telling for tag in languages_of[word].split()}
    if not told:
        return
    before_colon = passage.partition(":")[0]
    if before_colon != passage:
        tokens = _tokens(before_colon)
    simple = frozenset(word for word in tokens if "'" not in word and "-" not in word)
    for language in sorted(told, key=lambda tag: (tag != target, known.index(tag))):
        if len(simple - _words_known(language)) <= _MOST_STRANGERS + _MOST_NAMES:
            yield language


def _tokens(passage: str) -> list[str]:
    return _TOKEN.findall(small_letters(passage).replace("’", "'"))


@cache
def _telling_words() -> tuple[tuple[str, ...], dict[str, str]]:
    """The languages whose page vocabulary is known; for each word that opens a call, a thing or
    a service, the languages in which it does."""
    paths = [FOLDER / language / "word-lists.tsv" for language in languages()]
    made: tuple[tuple[str, ...], dict[str, str]] = remembered(
        "page-words",
        [Path(__file__), *(path for path in paths if path.is_file())],
        _made_telling_words,
    )
    return made


def _made_telling_words() -> tuple[tuple[str, ...], dict[str, str]]:
    telling = {"calls", "things", "services"}
    known = tuple(language for language in languages() if word_list("page-calls", language))
    words: dict[str, str] = {}
    for language in known:
        firsts = {
            form.partition(" ")[0] for form, roles in _roles(language).items() if roles & telling
        }
        for word in firsts:
            words[word] = f"{words[word]} {language}" if word in words else language
    return known, words


@cache
def _words_known(language: str) -> frozenset[str]:
    """All words of the vocabulary, and the language's commonest."""
    words = {word for form in _roles(language) for word in form.split(" ")}
    return frozenset(words | function_words(language))


def page_talk(passage: str, language: str) -> PageTalk:
    """The passage, measured by the page vocabulary of the language."""
    common, last_calls = function_words(language), word_list("page-last-calls", language)
    found: dict[str, set[str]] = {role: set() for role in _ROLES}
    calls = idle_calls = strangers = names = 0
    opens, shouted = True, passage.isupper()
    position = 0
    for start, end, form, roles in _forms(passage, language):
        opens = opens or _CLAUSE_END.search(passage, position, start) is not None
        position = end
        closes = form in last_calls and _CLAUSE_END.match(passage[end:].lstrip() or ".")
        if closes or ("calls" in roles and opens):
            calls += 1
            opens = False
            if "things" in roles:
                found["things"].add(form)
        elif roles:
            role = min(roles, key=_ROLES.index)
            found[role].add(form)
            idle_calls += role == "calls"
            opens = opens and not roles.isdisjoint(("fillers", "address"))
        else:
            is_name = passage[start].isupper() and not (opens or shouted or last_calls)
            is_stranger = form not in common
            names += is_stranger and is_name
            strangers += is_stranger and not is_name
            opens = False
            if strangers > _MOST_STRANGERS or names > _MOST_NAMES:
                break  # no line of a page: what else it holds does not matter
    strangers += idle_calls if not calls else 0
    return PageTalk(
        len(passage.split()), calls, frozenset(found["things"]), frozenset(found["topics"]),
        len(found["services"]), bool(found["address"]), strangers, names,
        passage.rstrip().endswith("."),
    )  # fmt: skip


def _forms(passage: str, language: str) -> Iterator[tuple[int, int, str, frozenset[str]]]:
    """The longest forms of the vocabulary, and the words that are none of them: start, end, the
    form in small letters, its roles."""
    roles_of = _roles(language)
    tokens = list(_TOKEN.finditer(small_letters(passage).replace("’", "'")))
    words = [token.group() for token in tokens]
    firsts = _first_words(language)
    index = 0
    while index < len(tokens):
        longest = _LONGEST_FORM if words[index] in firsts else 1
        for count in range(min(longest, len(tokens) - index), 0, -1):
            form = " ".join(words[index : index + count])
            if form in roles_of or count == 1:
                head = _COMPOUND.sub("", form)
                roles = roles_of.get(form) or roles_of.get(head) or frozenset()
                yield tokens[index].start(), tokens[index + count - 1].end(), form, roles
                index += count
                break


@cache
def _first_words(language: str) -> frozenset[str]:
    """The words that open a form of several."""
    return frozenset(form.partition(" ")[0] for form in _roles(language) if " " in form)


@cache
def _roles(language: str) -> dict[str, frozenset[str]]:
    roles: dict[str, frozenset[str]] = dict.fromkeys(_SERVICES, frozenset({"services"}))
    known: dict[frozenset[str], frozenset[str]] = {}
    for role in _ROLES:
        for form in word_list(f"page-{role}", language):
            theirs = roles.get(form, frozenset()) | {role}
            roles[form] = known.setdefault(theirs, theirs)
    return roles
