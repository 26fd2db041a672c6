"""Articles checked by several processes at once, and told in the order they were given in."""

from __future__ import annotations

import os
from pathlib import Path

AUTO = 0
"""In place of a number of processes: as many as there are cores, where it pays."""
_MOST = 1024
_QUOTA = "/sys/fs/cgroup/cpu.max"


def parsed_jobs(value: str) -> int:
    """The number of processes that a caller asks for, or `AUTO`. Raises ValueError."""
    if value == "auto":
        return AUTO
    if not (value.isascii() and value.isdigit()):
        raise ValueError(f"{value!r} is no number of processes; write 2, or auto for every core")
    if len(value) > len(str(_MOST)) or int(value) > _MOST:
        raise ValueError(f"{value} are too many processes; {_MOST} are the most")
    return int(value)


def most_processes(jobs: int) -> int:
    """How many processes that number comes to: of `AUTO`, one for each core."""
    return usable_cores() if jobs == AUTO else jobs


def usable_cores() -> int:
    """How many cores this process may use: those it is bound to, and what a container grants."""
    if hasattr(os, "sched_getaffinity"):
        cores = len(os.sched_getaffinity(0))
    else:
        cores = os.cpu_count() or 1
    return max(1, min(cores, _granted() or cores))


def _granted() -> int | None:
    """The cores that the container's quota comes to, rounded up; None without one."""
    try:
        quota, _, period = Path(_QUOTA).read_text(encoding="ascii").partition(" ")
        return -(-int(quota) // int(period))
    except (OSError, ValueError, ZeroDivisionError):
        return None
