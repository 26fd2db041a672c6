"""The settings that an editor sends, and the edit that turns a rule off."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.fix import apply_fixes
from mtcheck.lsp.client_settings import ClientSettings, read_client_settings
from mtcheck.lsp.documents import path_of
from mtcheck.lsp.turning_off import ignoring
from mtcheck.rule import Fix


def test_settings_are_keys_of_the_configuration_in_either_spelling():
    settings, problems = read_client_settings(
        {
            "mtcheck": {
                "language": "en-gb",
                "sourceLanguage": "fr",
                "select": ["structure"],
                "houseStyle": {"english": "GB"},
                "config": "style/mtcheck.toml",
                "trigger": "save",
            }
        },
        "/news",
    )
    assert not problems
    assert settings == ClientSettings(
        {
            "language": "en-GB",
            "source-language": "fr",
            "select": ("structure",),
            "house-style.english": "GB",
        },
        "/news/style/mtcheck.toml",
        on_type=False,
    )


def test_paths_are_told_from_the_folder():
    settings, _ = read_client_settings({"source": "fr/{name}.txt"}, "/news")
    assert settings.values == {"source": "/news/fr/{name}.txt"}


def test_what_is_wrong_is_said_and_the_rest_kept():
    settings, problems = read_client_settings(
        {"langauge": "en", "confidence": "sure", "trigger": "now", "ignore": ["calque"]}, None
    )
    assert settings.values == {"ignore": ("calque",)}
    assert len(problems) == 3
    assert "did you mean language" in problems[0]


def test_what_is_left_empty_says_nothing():
    assert read_client_settings({"language": None, "select": [], "config": ""}, None) == (
        ClientSettings(),
        [],
    )


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["mtcheck", "select", "source", "config", "x"]), inner
            )
        ),
        max_leaves=8,
    )
)
def test_no_settings_break_the_server(given_settings):
    read_client_settings(given_settings, "/news")


@pytest.mark.parametrize(
    ("uri", "language", "path"),
    [
        ("file:///news/a%20b.md", "markdown", "/news/a b.md"),
        ("untitled:Untitled-1", "markdown", "/news/Untitled-1.md"),
        ("untitled:Untitled-1", None, "/news/Untitled-1.txt"),
        ("untitled:draft.html", "html", "/news/draft.html"),
    ],
)
def test_a_document_without_a_file_has_a_name_in_the_folder(uri, language, path):
    assert path_of(uri, language, "/news") == path


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("mtcheck.toml", ""),
        ("mtcheck.toml", 'language = "en"\n\n[severity]\ncalque = "minor"\n'),
        ("mtcheck.toml", 'ignore = []\nselect = ["structure"]\n'),
        ("mtcheck.toml", 'ignore = [\n  "calque",  # later\n]\n'),
        ("mtcheck.toml", 'extend-ignore = ["calque"]\n[per-path."a/*"]\nignore = ["glossary"]\n'),
        ("pyproject.toml", '[project]\nname = "x"\n\n[tool.mtcheck]\nlanguage = "fr"\n'),
        ("pyproject.toml", '[tool.mtcheck]\nignore = ["calque"]\n[tool.ruff]\nignore = ["E"]\n'),
    ],
)
def test_a_rule_is_turned_off_and_nothing_else_changed(name, content):
    is_project = name == "pyproject.toml"
    edit = ignoring(content, "foreign-quotes", is_project=is_project)
    assert edit is not None
    changed = tomllib.loads(apply_fixes(content, [Fix((edit,))]))
    before = tomllib.loads(content)
    if is_project:
        changed, before = changed["tool"]["mtcheck"], before["tool"]["mtcheck"]
    key = "extend-ignore" if "extend-ignore" in before else "ignore"
    assert set(changed.pop(key)) == {"foreign-quotes", *before.pop(key, ())}
    assert changed == before


@pytest.mark.parametrize(
    "content", ['[project]\nname = "x"\n', 'tool.mtcheck.ignore = ["calque"]\n']
)
def test_a_form_that_is_not_plain_is_left_alone(content):
    assert ignoring(content, "foreign-quotes", is_project=True) is None
