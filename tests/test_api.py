"""The public functions."""

from pathlib import Path

import pytest

import mtcheck
from mtcheck import Settings, check_file, check_text
from mtcheck.language.data import LanguageTagError

SAMPLE = Path(__file__).parent.parent / "seeds" / "moscow-talks.en.txt"


def test_check_text_returns_the_report_of_one_article() -> None:
    report = check_text("Talks open\n\nTalks open\n\nDelegates met.", language="en")
    assert [finding.rule for finding in report.findings] == ["duplicated-headline"]
    assert (report.path, report.language, report.source_language) == (None, "en", None)


def test_offsets_point_into_the_text() -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    report = check_text(text)
    assert report.language == "en"
    for finding in report.findings:
        assert text[finding.start : finding.end] == finding.text


def test_a_given_origin_is_certain() -> None:
    report = check_text("Delegates met.", language="en", source_language="fr")
    assert (report.origin.language, report.origin.probability, report.origin.given) == (
        "fr",
        1.0,
        True,
    )


def test_check_file_returns_the_report_of_a_run(tmp_path: Path) -> None:
    report = check_file(SAMPLE, settings=Settings(select=("structure",)))
    assert {finding.family for finding in report.findings} == {"structure"}
    (error,) = check_file(tmp_path / "none.txt").errors
    assert "no such file" in error.message


def test_reference_and_readability_give_metrics() -> None:
    report = check_text(
        "The delegates met in Moscow on Friday.",
        language="en",
        reference="The delegates met in Moscow on Friday.",
        settings=Settings(readability=True),
    )
    assert report.metrics["bleu"] == 100.0
    assert report.metrics["ter"] == 0.0
    assert report.metrics["words_per_sentence"] == 7.0
    assert 0 < report.metrics["flesch_reading_ease"] < 120


def test_metrics_need_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("mtcheck reached for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    for language in ("en", "de", "fr", "es", "ru"):
        report = check_text(
            "Eins zwei drei.", language=language, settings=Settings(readability=True)
        )
        assert report.metrics


def test_wrong_language_tags_are_refused() -> None:
    with pytest.raises(LanguageTagError):
        check_text("x", language="English please")


def test_public_names_can_be_imported() -> None:
    for name in mtcheck.__all__:
        assert getattr(mtcheck, name)
    with pytest.raises(AttributeError):
        mtcheck.nonsense  # noqa: B018
