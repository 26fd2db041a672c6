"""Write each language's commonest words from clean news: `languages/<subtag>/function-words.txt`.

    python -m benchmarks.function_words.extract --data clean_news.jsonl.gz --output LANGUAGES

A word counts once an article, so that no topic gets in; words with a capital in most of their
places (names, German nouns) are left out.
"""

import argparse
import gzip
import json
from collections import Counter
from pathlib import Path

from mtcheck.language.words import WORD

WORDS = 80
CODES = {
    "en": ("en", "eng"), "fr": ("fr", "fra"), "de": ("de", "deu"), "es": ("es", "spa"),
    "it": ("it", "ita"), "pt": ("pt", "por"), "nl": ("nl", "nld"), "pl": ("pl", "pol"),
    "cs": ("cs", "ces"), "ru": ("ru", "rus"), "uk": ("uk", "ukr"), "tr": ("tr", "tur"),
    "sv": ("sv", "swe"), "da": ("da", "dan"), "nb": ("nb", "nob"), "bg": ("bg", "bul"),
    "ca": ("ca", "cat"), "ro": ("ro", "ron"),
}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    articles: dict[str, Counter[str]] = {language: Counter() for language in CODES}
    capitals: dict[str, Counter[str]] = {language: Counter() for language in CODES}
    with gzip.open(options.data, "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            code = record["lang"].split("_")[0].split("-")[0]
            for language, codes in CODES.items():
                if code in codes:
                    for paragraph in record["paragraphs"]:
                        words = set(WORD.findall(paragraph))
                        lowered = {word for word in words if word.islower()}
                        articles[language].update(lowered)
                        capitals[language].update({w.lower() for w in words - lowered})
    for language, counts in articles.items():
        common = [w for w, n in counts.most_common(2 * WORDS) if n > capitals[language][w]][:WORDS]
        folder = options.output / language
        folder.mkdir(parents=True, exist_ok=True)
        rows = [" ".join(common[start : start + 12]) for start in range(0, len(common), 12)]
        text = "# The commonest words of news, by the number of paragraphs that hold them.\n"
        (folder / "function-words.txt").write_text(text + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
