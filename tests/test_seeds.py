"""What is found in every sample article, pinned. UPDATE_GOLDEN=1 pins anew: read the change."""

import json
import os
from pathlib import Path

from mtcheck import check_file, check_text

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
PINNED = Path(__file__).parent / "golden" / "seeds.json"


def test_what_is_found_in_every_seed() -> None:
    report = check_file(SEEDS)
    found = {
        f"{Path(document.path or '').name} {document.id or ''}".strip(): {
            "language": document.language,
            "origin": document.origin.language,
            "findings": [f"{finding.rule}: {finding.text}" for finding in document.findings],
        }
        for document in report.documents
    }
    if os.environ.get("UPDATE_GOLDEN"):
        text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
        PINNED.write_text(text, encoding="utf-8")
    assert report.errors == ()
    assert found == json.loads(PINNED.read_text(encoding="utf-8"))


def test_every_seed_is_described() -> None:
    readme = (SEEDS / "README.md").read_text(encoding="utf-8")
    for path in SEEDS.iterdir():
        assert path.name == "README.md" or f"`{path.name}`" in readme


def test_clean_seeds_are_clean() -> None:
    for name in ("brexit-trade.en.txt", "elections.fr.txt", "lawine.de.txt", "fiesta.es.txt"):
        assert check_text((SEEDS / name).read_text(encoding="utf-8")).findings == ()


def test_the_users_sample() -> None:
    """What a professional marks in it, and nothing else, without being told the source."""
    report = check_text((SEEDS / "moscow-talks.en.txt").read_text(encoding="utf-8"))
    assert (report.origin.language, report.origin.probability > 0.9) == ("fr", True)
    assert [(finding.rule, finding.text) for finding in report.findings] == [
        ("duplicated-headline", "Russia calls on Hamas to release hostages during Moscow talks"),
        ("calque", "Russian diplomacy"),
        ("quote-punctuation", "”."),
        (
            "related-link",
            "• Also read: Gaza: Almost 20,000 babies have been born “in hell” since the war began",
        ),
        (
            "related-link",
            "• Also read: Nearly 80 dead in Israeli raids in Gaza, shootings and attacks in Khan "
            "Younes",
        ),
        ("foreign-transliteration", "Khan Younes"),
        ("foreign-transliteration", "Moussa Abou Marzouk"),
        ("editorial-brackets", "(Hamas's)"),
        ("calque", "press release"),
        ("calque", "recalled Moscow's"),
        ("calque", "press release"),
        ("calque", "The trigger was"),
        ("calque", "commandos"),
        ("sentence-fragment", "Israeli officials."),
    ]
