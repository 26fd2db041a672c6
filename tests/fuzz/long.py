"""`python -m tests.fuzz.long MINUTES [TARGET...]`: looks for inputs that break the program, makes
them as small as it can, and keeps each in tests/fuzz/corpus. `--seed N` begins elsewhere."""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections.abc import Callable
from random import Random, SystemRandom

from tests.fuzz.targets import TARGETS, Input, Target

_MOST_TRIES = 400


def main() -> int:
    """Fuzz for that long; 1 where something broke."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("minutes", type=float)
    parser.add_argument("targets", nargs="*", help=f"of {', '.join(TARGETS)}; all without any")
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(2**40))
    chosen = parser.parse_args()
    names = chosen.targets or list(TARGETS)
    end, seed = time.monotonic() + 60 * chosen.minutes, chosen.seed
    print(f"seeds from {seed}", flush=True)
    seen: set[str] = set()
    while time.monotonic() < end:
        for name in names:
            given = TARGETS[name].make(Random(seed))
            error = broken_by(TARGETS[name], given)
            if error and _place(error) not in seen:
                seen.add(_place(error))
                _tell(name, seed, given, error)
        seed += 1
    print(f"{seed - chosen.seed} inputs of each of {', '.join(names)}; {len(seen)} broke something")
    return bool(seen)


def broken_by(target: Target, given: Input) -> BaseException | None:
    """What the input raises."""
    try:
        target.bear(given)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # a hang is no Exception
        return error
    return None


def _place(error: BaseException) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    failure = str(error).partition("message=")[2][:60] if "RuleFailure" in str(error) else ""
    return f"{type(error).__name__} at {last.filename}:{last.lineno} {failure}"


def _tell(name: str, seed: int, given: Input, error: BaseException) -> None:
    from tests.fuzz.corpus import keep

    place = _place(error)

    def breaks(smaller: Input) -> bool:
        found = broken_by(TARGETS[name], smaller)
        return found is not None and _place(found) == place

    path = keep(name, reduced(given, breaks), f"{place}: {error}")
    print(f"{name} {seed}: {place}: {str(error)[:300]}\n  kept as {path}", flush=True)


def reduced(given: Input, breaks: Callable[[Input], bool]) -> Input:
    """A smaller input that still breaks: pieces are taken out, large ones first."""
    tries = 0
    size = len(given.data) // 2
    while size and tries < _MOST_TRIES:
        at = 0
        while at < len(given.data) and tries < _MOST_TRIES:
            smaller = given._replace(data=given.data[:at] + given.data[at + size :])
            tries += 1
            if _is_text(smaller) and breaks(smaller):
                given = smaller
            else:
                at += size
        size //= 2
    return given


def _is_text(given: Input) -> bool:
    """May it be handed on? The name of a file has a dot; a text must stay one."""
    if "." in given.name:
        return True
    try:
        given.data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
