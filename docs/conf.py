"""Sphinx's settings. `sphinx-build -nW docs docs/_build` makes the site."""

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
# Rules, examples and options come from this checkout.
sys.path.insert(0, str(ROOT))

from docs.generator import write_pages  # noqa: E402
from mtcheck import __version__  # noqa: E402

project = "mtcheck"
author = "The mtcheck authors"
copyright = "The mtcheck authors, Apache-2.0"
version = release = __version__

extensions = ["myst_parser"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 4
exclude_patterns = ["_build"]
nitpicky = True
# The pages speak of quotation marks: none may be changed.
smartquotes = False

html_theme = "furo"
html_title = "mtcheck"
html_static_path = ["_static"]
html_css_files = ["mtcheck.css"]
html_extra_path = [
    str(ROOT / "mtcheck" / "reporters" / "report.schema.json"),
    str(ROOT / "docs" / "mtcheck.schema.json"),
]
html_copy_source = False
html_show_sphinx = False


def setup(app):
    """Write the pages that come from the code before Sphinx looks for pages."""
    app.connect("builder-inited", lambda app: write_pages(Path(app.srcdir)))
