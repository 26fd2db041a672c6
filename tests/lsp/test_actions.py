"""What is offered about a finding."""

from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import CodeActionContext, CodeActionKind

from mtcheck.fix import apply_fixes
from mtcheck.lsp.actions import FIX_ALL, Target, actions_at, fix_all, is_asked
from mtcheck.lsp.checking import check
from mtcheck.lsp.client_settings import ClientSettings
from mtcheck.lsp.diagnostics import diagnostic
from mtcheck.lsp.positions import LineTable
from mtcheck.rule import Fix
from tests.lsp.client import applied

FRENCH = ClientSettings({"language": "en", "source-language": "fr"})


def offered(text, rule, version=None):
    lines = LineTable(text, "utf-16")
    target = Target("file:///a.txt", "/a.txt", version, lines)
    found = [p for p in check(text, "/a.txt", FRENCH).findings if p.finding.rule == rule]
    assert found
    return actions_at(
        [(p, diagnostic(p, lines, target.uri, None)) for p in found], target, commands=()
    )


def test_a_fix_that_chooses_words_says_so_and_is_not_preferred():
    text = "Talks open\n\nThe minister of the OTAN met the delegates of the OTAN on Monday.\n"
    for action in offered(text, "untranslated-acronym"):
        assert "“OTAN” to “NATO” (chooses words" in action.title
        assert not action.is_preferred


def test_edits_are_for_the_version_that_was_checked():
    (action,) = offered("Talks open\n\nThey spoke of &nbsp; it.\n", "html-entity", version=7)
    assert action.edit.changes is None
    assert action.edit.document_changes[0].text_document.version == 7


def test_fix_all_goes_on_until_nothing_is_left():
    text = "Talks open\n\nThey said &amp;amp;nbsp; so.\n"
    target = Target("file:///a.txt", "/a.txt", None, LineTable(text, "utf-16"))

    def again(changed):
        return check(changed, "/a.txt", FRENCH).findings

    action = fix_all(again(text), target, again)
    clean = applied(text, list(action.edit.changes[target.uri]))
    assert not [p for p in again(clean) if p.fix and p.fix.safe]
    assert fix_all(again(clean), target, again) is None


def test_kinds_are_asked_for_by_their_beginning():
    def asked(kind, *only):
        return is_asked(kind, CodeActionContext(diagnostics=[], only=list(only) or None))

    assert asked(FIX_ALL) and asked(FIX_ALL, "source") and asked(FIX_ALL, "source.fixAll")
    assert asked(FIX_ALL, FIX_ALL)
    assert not asked(FIX_ALL, "source.fixAll.other") and not asked(FIX_ALL, "quickfix")
    assert asked(CodeActionKind.QuickFix, CodeActionKind.QuickFix)


@given(st.text("ab", max_size=8), st.text("ab", max_size=8))
def test_one_edit_makes_of_a_text_the_other(before, after):
    from mtcheck.lsp.actions import _difference

    edit = _difference(before, after)
    assert apply_fixes(before, [Fix((edit,))]) == after
