"""Units that translators convert: miles, feet, Fahrenheit, days for hours."""

from __future__ import annotations

_FACTORS: dict[str, dict[str, float]] = {
    "length": {
        "km": 1000, "mi": 1609.344, "m": 1, "ft": 0.3048, "in": 0.0254, "yd": 0.9144, "cm": 0.01,
        "mil": 10_000,
    },
    "mass": {"kg": 1, "lb": 0.4536, "t": 1000, "st": 6.35, "oz": 0.02835, "g": 0.001},
    "volume": {"l": 1, "gal": 3.785},
    "area": {"ha": 10_000, "ac": 4046.86, "sqkm": 1e6},
    "time": {"min": 1, "h": 60, "d": 1440, "w": 10_080, "mo": 43_830, "y": 525_960,
             "dec": 5_259_600, "cen": 52_596_000},
}  # fmt: skip
_DEGREES = frozenset({"c", "f", "deg"})
_DIMENSIONS = {unit: name for name, units in _FACTORS.items() for unit in units}
_TOLERANCE = 0.1
TIME_UNITS = frozenset(_FACTORS["time"])


def converts(value: float, unit: str, other: float, other_unit: str) -> bool:
    """Is one quantity about the other in another unit?"""
    if not unit or not other_unit or (unit == other_unit != "deg"):
        return False
    if unit in _DEGREES and other_unit in _DEGREES:
        celsius, fahrenheit = min(value, other), max(value, other)
        return abs(celsius * 1.8 + 32 - fahrenheit) < 3 or abs(celsius * 1.8 - fahrenheit) < 2
    dimension, other_dimension = _DIMENSIONS.get(unit), _DIMENSIONS.get(other_unit)
    if {dimension, other_dimension} == {"area", "length"}:
        return _is_about(value * _square_metres(unit), other * _square_metres(other_unit))
    if dimension is None or dimension != other_dimension:
        return False
    factor = _FACTORS[dimension][unit] / _FACTORS[dimension][other_unit]
    return any(_is_about(value * ratio, other) for ratio in (factor, factor * factor))


def _square_metres(unit: str) -> float:
    """Of an area, or of the square of a length."""
    return _FACTORS["area"].get(unit) or _FACTORS["length"][unit] ** 2


def _is_about(one: float, other: float) -> bool:
    return abs(one - other) <= _TOLERANCE * max(abs(one), abs(other))


def measure_the_same(unit: str, other_unit: str) -> bool:
    """Lengths both, or times both, or degrees of which the kind is told."""
    if {unit, other_unit} == {"c", "f"}:
        return True
    dimension = _DIMENSIONS.get(unit)
    return dimension is not None and dimension == _DIMENSIONS.get(other_unit)
