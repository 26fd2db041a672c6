"""Charts as SVG that stands in the page: no library, no style attribute, colours by class."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from mtcheck.finding import Finding
from mtcheck.reporters.marked_text import attribute
from mtcheck.reporters.wording import plural
from mtcheck.rule import SEVERITIES, Severity

_GRAVEST_FIRST = tuple(reversed(SEVERITIES))
_WIDTH, _HEIGHT = 600, 190
_LEFT, _RIGHT, _TOP, _BOTTOM = 34, 6, 10, 24
_LARGEST_DOT, _SMALLEST_DOT = 11.0, 3.0
_ROW, _LABEL_WIDTH, _COUNT_WIDTH, _THICKNESS = 27, 108, 44, 15


def score_chart(scores: Sequence[tuple[float, Severity | None]]) -> str:
    """A dot an article, in the order of the run, in the colour of its gravest finding.

    The dots of a colour are one path, so that thousands cost nothing.
    """
    step = (_WIDTH - _LEFT - _RIGHT) / max(1, len(scores))
    floor = _HEIGHT - _BOTTOM
    stems = []
    paths: dict[str, list[str]] = {}
    for index, (score, gravest) in enumerate(scores):
        x = _LEFT + step * (index + 0.5)
        y = floor - (floor - _TOP) * score / 100
        stems.append(f"M{x:.1f} {floor}V{y:.1f}")
        paths.setdefault(gravest or "clean", []).append(f"M{x:.1f} {y:.1f}h0")
    size = min(_LARGEST_DOT, max(_SMALLEST_DOT, step * 0.7))
    lines = "".join(_grid_line(score, floor) for score in (0, 50, 100))
    bars = f'<path class="stem" stroke-width="{min(2, step / 3):.2f}" d="{"".join(stems)}"/>'
    bars += "".join(
        f'<path class="dot {name}" stroke-width="{size:.1f}" d="{"".join(moves)}"/>'
        for name, moves in sorted(paths.items())
    )
    lowest = min((score for score, _ in scores), default=100.0)
    label = f"Score of {plural(len(scores), 'article')} in order, the lowest {lowest:.1f} of 100"
    last = len(scores)
    ends = f'<text x="{_LEFT + step / 2:.1f}" y="{_HEIGHT - 6}" text-anchor="middle">1</text>' + (
        f'<text x="{_WIDTH - _RIGHT - step / 2:.1f}" y="{_HEIGHT - 6}" '
        f'text-anchor="{"middle" if step > 20 else "end"}">{last:,}</text>'
        if last > 1
        else ""
    )
    return (
        f'<svg id="score-chart" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        f'aria-label="{attribute(label)}" data-left="{_LEFT}" data-right="{_WIDTH - _RIGHT}">'
        f"{lines}{bars}{ends}</svg>"
    )


def _grid_line(score: int, floor: int) -> str:
    y = floor - (floor - _TOP) * score / 100
    return (
        f'<path class="grid" d="M{_LEFT} {y:.1f}H{_WIDTH - _RIGHT}"/>'
        f'<text x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{score}</text>'
    )


def family_chart(findings: Sequence[Finding]) -> str:
    """A row a family, the longest first, each bar parted by severity."""
    counts: dict[str, Counter[Severity]] = {}
    for finding in findings:
        counts.setdefault(finding.family, Counter())[finding.severity] += 1
    rows = sorted(counts.items(), key=lambda row: (-row[1].total(), row[0]))
    longest = max((count.total() for count in counts.values()), default=1)
    unit = (_WIDTH - _LABEL_WIDTH - _COUNT_WIDTH) / longest
    drawn = [_family_row(index * _ROW, *row, unit) for index, row in enumerate(rows)]
    told = ", ".join(f"{family} {count.total()}" for family, count in rows) or "none"
    return (
        f'<svg id="family-chart" viewBox="0 0 {_WIDTH} {max(1, len(rows)) * _ROW + 4}" role="img" '
        f'aria-label="{attribute(f"Findings by family: {told}")}">{"".join(drawn)}</svg>'
    )


def _family_row(y: int, family: str, count: Counter[Severity], unit: float) -> str:
    x = float(_LABEL_WIDTH)
    bars = []
    for severity in _GRAVEST_FIRST:
        if count[severity]:
            width = max(1.5, count[severity] * unit)
            bars.append(
                f'<rect class="bar {severity}" x="{x:.1f}" y="{y + 6}" width="{width:.1f}" '
                f'height="{_THICKNESS}"><title>{count[severity]:,} {severity}</title></rect>'
            )
            x += width
    middle = y + 6 + _THICKNESS - 3
    return (
        f'<g data-family="{attribute(family)}">'
        f'<text x="{_LABEL_WIDTH - 8}" y="{middle}" text-anchor="end">{attribute(family)}</text>'
        f"{''.join(bars)}"
        f'<text class="count" x="{x + 7:.1f}" y="{middle}">{count.total():,}</text></g>'
    )
