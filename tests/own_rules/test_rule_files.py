"""Own rules in TOML: what they find, and what is said of mistakes."""

from pathlib import Path

import pytest

from mtcheck.document import Document
from mtcheck.engine import check_document
from mtcheck.finding import DocumentReport, Finding
from mtcheck.fix import apply_fixes
from mtcheck.own_rules.files import read_rule_file, rules_of_files
from mtcheck.own_rules.problems import RuleFileError
from mtcheck.registry import all_rules, chosen_rules, find_rule
from mtcheck.rule import Rule
from mtcheck.settings import Settings


def rules_in(folder: Path, toml: str) -> tuple[Rule, ...]:
    path = folder / "house.toml"
    path.write_text(toml, encoding="utf-8")
    return read_rule_file(path)


def the_rule(folder: Path, content: str) -> Rule:
    (rule,) = rules_in(folder, f'[[rule]]\nname = "own"\n{content}')
    return rule


def report_of(rule: Rule, text: str, language: str = "en", source: str = "") -> DocumentReport:
    document = Document(text, language, source_language=source or None)
    return check_document(document, [rule], Settings())


def findings_of(rule: Rule, text: str, language: str = "en") -> list[Finding]:
    report = report_of(rule, text, language)
    assert report.failures == ()
    return list(report.findings)


def found(rule: Rule, text: str, language: str = "en") -> list[str]:
    return [finding.text for finding in findings_of(rule, text, language)]


def fixed(rule: Rule, text: str) -> str:
    return apply_fixes(text, [f.fix for f in findings_of(rule, text) if f.fix])


def test_phrases_follow_the_notation_of_lexicons(tmp_path: Path) -> None:
    rule = the_rule(
        tmp_path, 'phrases = ["in the wake of", "call(s|ed) {for calm}", "<number> percent"]'
    )
    text = "In the wake of the vote she called for calm; in its wake, 5 percent left."
    assert found(rule, text) == ["In the wake of", "for calm", "5 percent"]


def test_phrases_may_suggest(tmp_path: Path) -> None:
    rule = the_rule(tmp_path, '[rule.phrases]\n"utilise" = "use"\n"leverage" = ""')
    first, second = findings_of(rule, "They utilise what they leverage.")
    assert (first.suggestion, second.suggestion) == ("use", None)
    assert first.fix is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a press release came", "a statement came"),
        ("Press release in hand, he left.", "Statement in hand, he left."),
        ("“Press release!” he said.", "“Statement!” he said."),
        # Whether a capital inside a sentence is a name's only a person can see.
        ("at Press Release Ltd today", "at Press Release Ltd today"),
        ("PRESS RELEASE TODAY", "PRESS RELEASE TODAY"),
    ],
)
def test_substitutions_keep_the_case(tmp_path: Path, before: str, after: str) -> None:
    rule = the_rule(tmp_path, '[rule.substitutions]\n"press release" = "statement"')
    assert len(findings_of(rule, before)) == 1
    assert fixed(rule, before) == after
    assert found(rule, after) == [] or before == after


def test_substitution_of_capitals_suggests_capitals(tmp_path: Path) -> None:
    rule = the_rule(tmp_path, '[rule.substitutions]\n"press release" = "statement"')
    assert findings_of(rule, "A PRESS RELEASE")[0].suggestion == "STATEMENT"


def test_phrase_with_a_capital_is_matched_letter_by_letter(tmp_path: Path) -> None:
    rule = the_rule(tmp_path, '[rule.substitutions]\n"Kiev" = "Kyiv"')
    assert fixed(rule, "In Kiev, KIEV and kiev.") == "In Kyiv, KIEV and kiev."


@pytest.mark.parametrize(("fix", "safe"), [("safe", True), ("unsafe", False), ("none", None)])
def test_fix_is_as_safe_as_it_says(tmp_path: Path, fix: str, safe: bool | None) -> None:
    rule = the_rule(tmp_path, f'fix = "{fix}"\n[rule.substitutions]\n"Kiev" = "Kyiv"')
    (finding,) = findings_of(rule, "In Kiev.")
    assert (finding.fix.safe if finding.fix else None) is safe


def test_substitution_is_unsafe_where_nothing_is_said(tmp_path: Path) -> None:
    rule = the_rule(tmp_path, '[rule.substitutions]\n"Kiev" = "Kyiv"')
    (finding,) = findings_of(rule, "In Kiev.")
    assert finding.fix and not finding.fix.safe


def test_substitution_by_itself_is_no_finding(tmp_path: Path) -> None:
    rule = the_rule(tmp_path, '[rule.substitutions]\n"e(-|)mail" = "email"')
    assert found(rule, "An email and an e-mail.") == ["e-mail"]


def test_pattern_with_groups(tmp_path: Path) -> None:
    rule = the_rule(tmp_path, "pattern = '(\\d+) ?%'\nsuggest = '\\1 per cent'\nfix = \"safe\"")
    assert fixed(rule, "It rose by 5 % and 7%.") == "It rose by 5 per cent and 7 per cent."


def test_pattern_knows_letters_of_all_languages_and_lines(tmp_path: Path) -> None:
    rule = the_rule(tmp_path, "pattern = '^\\w+ !$'\nignore-case = true")
    assert found(rule, "Été !\nДа !\nNo, he said !", "fr") == ["Été !", "Да !"]


def test_pattern_reports_its_span_and_may_delete(tmp_path: Path) -> None:
    rule = the_rule(tmp_path, "pattern = 'said(?P<span>,) that'\nsuggest = ''\nfix = \"unsafe\"")
    assert found(rule, "He said, that he left.") == [","]
    assert fixed(rule, "He said, that he left.") == "He said that he left."


def test_pattern_that_inserts(tmp_path: Path) -> None:
    rule = the_rule(tmp_path, "pattern = '(?<=\\d)(?=km\\b)'\nsuggest = ' '\nfix = \"safe\"")
    assert fixed(rule, "It is 5km away.") == "It is 5 km away."


def test_unless_makes_the_sentence_innocent(tmp_path: Path) -> None:
    rule = the_rule(tmp_path, 'phrases = ["Kiev"]\nunless = ["chicken Kiev", "Kiev Rus"]')
    text = "He ate chicken Kiev. He went to Kiev. The Kiev Rus fell."
    assert found(rule, text) == ["Kiev"]


def test_most_allows_so_many_an_article(tmp_path: Path) -> None:
    rule = the_rule(tmp_path, 'phrases = ["however"]\nmost = 2')
    assert found(rule, "However, it rains. It rains, however.") == []
    (finding,) = findings_of(rule, "However one. However two. However three.")
    assert finding.start == 26


def test_blocks_and_quotations(tmp_path: Path) -> None:
    text = "Bid to win\n\nThe bid was high. “Our bid is good,” he said."
    rule = the_rule(tmp_path, 'phrases = ["bid"]\nblocks = ["headline"]')
    assert [f.start for f in findings_of(rule, text)] == [0]
    rule = the_rule(tmp_path, 'phrases = ["bid"]\nskip-quotations = true')
    assert [f.start for f in findings_of(rule, text)] == [0, 16]


def test_languages_and_defaults_of_the_file(tmp_path: Path) -> None:
    toml = """
        languages = ["de"]
        severity = "major"
        family = "stil"
        [[rule]]
        name = "eins"
        phrases = ["Anfang"]
        [[rule]]
        name = "zwei"
        languages = ["en", "fr"]
        severity = "neutral"
        phrases = ["start"]
    """
    one, two = rules_in(tmp_path, toml)
    assert (one.languages, one.severity, one.family) == (("de",), "major", "stil")
    assert (two.languages, two.severity, two.family) == (("en", "fr"), "neutral", "stil")
    assert found(one, "Am Anfang war es so.", "de") == ["Anfang"]
    assert found(one, "Am Anfang war es so.", "en") == []


def test_source_languages_hold_a_rule_back_until_the_origin_is_known(tmp_path: Path) -> None:
    rule = the_rule(tmp_path, 'phrases = ["in matter of"]\nsource-languages = ["fr"]')
    assert rule.confidence == "medium"
    text = "He said it in matter of the town."
    assert not report_of(rule, text).findings
    assert not report_of(rule, text, source="de").findings
    assert len(report_of(rule, text, source="fr").findings) == 1


def test_own_rules_are_no_evidence_of_the_origin(tmp_path: Path) -> None:
    phrases = '["in matter of", "in the frame of", "take a decision"]'
    rule = the_rule(tmp_path, f"phrases = {phrases}\nsource-languages = ['fr']")
    text = "They take a decision in matter of the town, in the frame of the talks."
    origin = report_of(rule, text).origin
    assert (origin.language, origin.candidates) == (None, ())


def test_message_names_what_was_found(tmp_path: Path) -> None:
    rule = the_rule(
        tmp_path,
        'message = "Not {found} but {suggestion}"\ndocs = """\nPlace names.\n\nSee p. 4."""\n'
        '[rule.substitutions]\n"Kiev" = "Kyiv"',
    )
    assert findings_of(rule, "In Kiev.")[0].message == "Not Kiev but Kyiv"
    assert rule.summary == "Place names."
    assert "See p. 4." in rule.documentation and "Kiev → Kyiv" in rule.documentation


@pytest.mark.parametrize("pattern", ["(a|aa)+$", "(?:.*,){20}x"])
def test_pattern_that_takes_too_long_is_stopped(
    tmp_path: Path, pattern: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mtcheck.own_rules.bounded.SECONDS", 0.1)
    rule = the_rule(tmp_path, f"pattern = '{pattern}'")
    text = "a" * 60 + "b" + ", " * 3000
    for _ in range(3):
        (failure,) = report_of(rule, text).failures
        assert not failure.is_internal
        assert "the rule own: its pattern took more than 0.1 s" in failure.in_words()
        assert "report" not in failure.in_words()
    assert "is not asked any more" in report_of(rule, "a").failures[0].message


MISTAKES = [
    ('nam = "x"', "unknown key 'nam'; did you mean name?"),
    ('sverity = "minor"', "unknown key 'sverity'; did you mean severity?"),
    ('source_languages = ["fr"]', "unknown key 'source_languages'; did you mean source-languages?"),
    ('severity = "grave"', "severity is 'grave'; write neutral or minor or major or critical"),
    ('languages = ["English!"]', "'English!' is no language tag"),
    ('languages = ["en-GB"]', "'en-GB' has a region; write 'en'"),
    ("pattern = 'a'", "it has more than one of phrases, substitutions, pattern"),
    ('fix = "safe"', "phrases are not mended; write substitutions"),
    ('suggest = "b"', "suggest belongs to a pattern; this rule has phrases"),
    ('most = "2"', "most must be a number of 1 or more"),
    ("most = 0", "most must be a number of 1 or more"),
    ("skip-quotations = 1", "skip-quotations must be true or false"),
    ('blocks = ["title"]', "blocks: 'title' is none of headline, paragraph, list_item"),
    ('unless = "(a"', "unless: '(a': a ')' is missing"),
    ('bad = ["Kiev"]', "a bad example marks its fault with ⟦ ⟧: 'Kiev'"),
    ('bad = ["⟦Kiev"]', "⟦ without ⟧ in '⟦Kiev'"),
    ('good = ["⟦Kiev⟧"]', "a good example has no ⟦"),
    ("good = [1]", "good must be a list of texts"),
    ('bad = [{ txt = "⟦a⟧" }]', "unknown key 'txt'; did you mean text?"),
    ('fixed = ["a"]', "1 fixed texts for 0 bad ones"),
    ('confidence = "high"\nsource-languages = ["fr"]', "source-languages would do nothing"),
    ('family = "My House"', "family is 'My House'; write small letters a to z, digits and hyphens"),
]


@pytest.mark.parametrize(("line", "message"), MISTAKES, ids=[line for line, _ in MISTAKES])
def test_mistakes_name_the_line_and_the_rule(tmp_path: Path, line: str, message: str) -> None:
    with pytest.raises(RuleFileError) as error:
        rules_in(tmp_path, f'# ours\n[[rule]]\nname = "own"\nphrases = ["Kiev"]\n{line}\n')
    (problem,) = error.value.problems
    assert problem.message.startswith("rule 'own': ")
    assert message in problem.message
    last = 4 + line.count("\n")
    assert problem.place in {f"{tmp_path / 'house.toml'}:{number}" for number in (last, last + 1)}


@pytest.mark.parametrize(
    ("toml", "place", "message"),
    [
        ("[[rule]\n", ":1", "is no TOML: "),
        ('[[rule]]\nname = "a"\nname = "b"\n', ":3", "is no TOML: "),
        ("", "", "holds no rule; a rule begins with [[rule]]"),
        ('[rule]\nname = "a"', "", "a rule begins with [[rule]], in double brackets"),
        ('\n[[rules]]\nname = "a"', ":2", "unknown key 'rules'; did you mean rule?"),
        ("[[rule]]\nphrases = ['Kiev']", ":1", "rule 1: a rule needs a name"),
        ('[[rule]]\nname = "Kiev Mayor"', ":2", "digits and hyphens, such as kiev-mayor"),
        ('[[rule]]\nname = "a"', ":1", "it has none of phrases, substitutions, pattern"),
        ('[[rule]]\nname = "a"\nphrases = []', ":3", "phrases is empty"),
        ('[[rule]]\nname = "a"\nphrases = [\n"x y",\n"(z"]', ":5", "'(z': a ')' is missing"),
        ('[[rule]]\nname = "a"\nphrases = ["<word>"]', ":3", "a phrase needs a fixed part"),
        ('[[rule]]\nname = "a"\nphrases = ["in <months>"]', ":3", "name the rule's languages"),
        ('[[rule]]\nname = "a"\n[rule.substitutions]\nKiev = ""', ":4", "shall stand for 'Kiev'?"),
        ('[[rule]]\nname = "a"\n[rule.substitutions]\nKiev = 3', ":4", "a text in quotation marks"),
        ('[[rule]]\nname = "a"\npattern = "(a"', ":3", "pattern '(a': missing )"),
        ('[[rule]]\nname = "a"\npattern = "a*"', ":3", "it matches where nothing stands"),
        ('[[rule]]\nname = "a"\npattern = "a"\nfix = "safe"', ":4", "a fix needs suggest"),
        ("[[rule]]\nname = 'a'\npattern = 'a'\nsuggest = '\\1'", ":4", "suggest '\\\\1': "),
        (
            '[[rule]]\nname = "a"\nphrases = ["b c"]\n[[rule]]\nname = "a"\nphrases = ["c d"]',
            ":5",
            "another rule of this file has that name",
        ),
        (f'[[rule]]\nname = "a"\nphrases = ["{"(b|)" * 17}cd"]', ":3", "over 16 groups; part it"),
    ],
)
def test_broken_files(tmp_path: Path, toml: str, place: str, message: str) -> None:
    with pytest.raises(RuleFileError) as error:
        rules_in(tmp_path, toml)
    (problem,) = error.value.problems
    assert problem.place == f"{tmp_path / 'house.toml'}{place}"
    assert message in problem.message


def test_all_mistakes_of_a_file_are_told(tmp_path: Path) -> None:
    with pytest.raises(RuleFileError) as error:
        rules_in(tmp_path, '[[rule]]\nname = "a"\n[[rule]]\nname = "b"\nphrases = 1\n')
    assert len(error.value.problems) == 2


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes(b"# caf\xe9")
    for name, message in (
        ("none.toml", "cannot be read: No such file"),
        ("latin.toml", "is not UTF-8"),
        (".", "cannot be read: Is a directory"),
    ):
        with pytest.raises(RuleFileError, match=message):
            read_rule_file(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "family", "message"),
    [
        ("calque", "house", "has the name of a rule that ships with mtcheck"),
        ("structure", "house", "has the name of the family of"),
        ("own", "calque", "has a family with the name of a rule that ships"),
    ],
)
def test_names_that_are_taken(tmp_path: Path, name: str, family: str, message: str) -> None:
    path = tmp_path / "house.toml"
    path.write_text(f'[[rule]]\nname = "{name}"\nfamily = "{family}"\nphrases = ["a b"]')
    with pytest.raises(RuleFileError, match=message):
        rules_of_files([str(path)], all_rules())


def test_two_files_with_a_rule_of_one_name(tmp_path: Path) -> None:
    paths = [tmp_path / "one.toml", tmp_path / "two.toml"]
    for path in paths:
        path.write_text('[[rule]]\nname = "own"\nphrases = ["a b"]')
    with pytest.raises(RuleFileError) as error:
        all_rules(map(str, paths))
    (problem,) = error.value.problems
    assert problem.place == str(paths[1])
    assert f"of {paths[0]}" in problem.message


def test_registry_reads_a_file_anew_when_it_changed(tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    path.write_text('[[rule]]\nname = "own"\nphrases = ["a b"]')
    assert find_rule("own", [str(path)]).summary.startswith("House style")
    assert [rule.name for rule in chosen_rules(["house"], (), [str(path)])] == ["own"]
    path.write_text('[[rule]]\nname = "own-two"\nphrases = ["a b"]')
    assert [rule.name for rule in chosen_rules(["house"], (), [str(path)])] == ["own-two"]
    assert not any(rule.provider for rule in all_rules())


def test_many_files_share_one_pass(tmp_path: Path) -> None:
    """Rules of the same name of phrase do not hear each other's matches."""
    one = the_rule(tmp_path, 'phrases = ["press release"]')
    (two,) = rules_in(tmp_path, '[[rule]]\nname = "two"\nphrases = ["press release now"]')
    report = check_document(Document("A press release now.", "en"), [one, two], Settings())
    assert [(f.rule, f.text) for f in report.findings] == [
        ("own", "press release"),
        ("two", "press release now"),
    ]
