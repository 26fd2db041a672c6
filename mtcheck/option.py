"""What a user may set in a rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

ALLOW = "allow"
"""An option of every rule: the texts that it is to leave alone."""

Setting = TypeVar("Setting", bool, int, float, str)


@dataclass(frozen=True, eq=False)
class Option(Generic[Setting]):
    """What a user may set in a rule: [rules.<rule>] of the configuration.

    name: in small letters, with hyphens. default: what holds where nothing is set; the value must
        be of the same type.
    documentation: one sentence.
    least: the smallest number that makes sense. choices: the words that it may be; (): any.
    """

    name: str
    default: Setting
    documentation: str
    least: float = 0
    choices: tuple[str, ...] = ()
