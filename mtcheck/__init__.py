"""mtcheck finds what betrays a machine translation in a news article.

    >>> from mtcheck import check_text
    >>> report = check_text("Talks open\\n\\nTalks open\\n\\nDelegates met.", language="en")
    >>> [finding.rule for finding in report.findings]
    ['duplicated-headline']

Everything public is imported from here: `check_text`, `check_file`, `Document`, `Finding`,
`DocumentReport`, `Report`, `Settings`, `ReadError`.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if not (Path(__file__).parent / "rules").is_dir():
    # In a checkout the rules stand beside this package; in a wheel, inside it.
    __path__.append(str(Path(__file__).parent.parent))

if TYPE_CHECKING:
    from mtcheck.api import check_file, check_text
    from mtcheck.document import Document
    from mtcheck.finding import DocumentReport, Finding, Report
    from mtcheck.readers import ReadError
    from mtcheck.settings import Settings

_HOME_OF = {
    "check_file": "mtcheck.api",
    "check_text": "mtcheck.api",
    "Document": "mtcheck.document",
    "DocumentReport": "mtcheck.finding",
    "Finding": "mtcheck.finding",
    "Report": "mtcheck.finding",
    "ReadError": "mtcheck.readers",
    "Settings": "mtcheck.settings",
}

__all__ = [
    "Document",
    "DocumentReport",
    "Finding",
    "ReadError",
    "Report",
    "Settings",
    "check_file",
    "check_text",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for, so that the command starts at once."""
    if name not in _HOME_OF:
        raise AttributeError(f"module 'mtcheck' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME_OF[name]), name)
