"""Every tutorial is done, as a newcomer does it: its commands print what the page shows.

UPDATE_GOLDEN=1 writes what they print now into the pages.
"""

import os
from pathlib import Path

import pytest

from tests.docs.sessions import is_session, replayed

DOCS = Path(__file__).parent.parent.parent / "docs"
PAGES = sorted(path for path in DOCS.glob("**/*.md") if is_session(path.read_text("utf-8")))


def test_there_are_tutorials() -> None:
    names = {path.relative_to(DOCS).as_posix() for path in PAGES}
    assert {"tutorials/newsroom.md", "tutorials/corpora.md"} <= names


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(DOCS).as_posix())
def test_commands_print_what_the_page_shows(page: Path, tmp_path: Path, cache: Path) -> None:
    written = page.read_text(encoding="utf-8")
    now = replayed(written, tmp_path, cache)
    if os.environ.get("UPDATE_GOLDEN"):
        page.write_text(now, encoding="utf-8")
    else:
        assert now == written
