"""What holds of every alignment, and what a person sees at once in a few."""

import random
import time
from itertools import pairwise

import pytest

from mtcheck.bilingual.alignment import Bead
from mtcheck.bilingual.keys import consonants
from mtcheck.bilingual.likeness import habits
from mtcheck.document import Document

SENTENCES = {
    "en": (
        "The president arrived in Berlin on Tuesday with 14 ministers.",
        "Did the talks fail?",
        "Inflation rose to 3.7 percent in October, the central bank said.",
        "“We will not wait,” said Angela Merkel.",
        "He left.",
        "Police arrested 220 people near the airport of Kyiv after the march.",
    ),
    "de": (
        "Der Präsident traf am Dienstag mit 14 Ministern in Berlin ein.",
        "Sind die Gespräche gescheitert?",
        "Die Inflation stieg im Oktober auf 3,7 Prozent, teilte die Zentralbank mit.",
        "„Wir werden nicht warten“, sagte Angela Merkel.",
        "Er ging.",
        "Die Polizei nahm nach dem Marsch am Flughafen von Kiew 220 Menschen fest.",
    ),
    "zh": (
        "总统周二率14名部长抵达柏林。",
        "谈判失败了吗？",
        "央行表示，10月份通货膨胀率升至3.7%。",
        "“我们不会等待，”安格拉·默克尔说。",
        "他走了。",
        "游行结束后，警方在基辅机场附近逮捕了220人。",
    ),
}


def beads_of(source: str, target: str, *languages: str) -> tuple[Bead, ...]:
    there, here = languages or ("en", "de")
    return Document(target, here, source=Document(source, there)).beads


def numbers(text: str, sentences: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(n for n, sentence in enumerate(sentences) if sentence in text)


@pytest.mark.parametrize("seed", range(60))
def test_every_sentence_stands_in_one_bead_and_in_order(seed: int) -> None:
    luck = random.Random(seed)
    here, there = luck.sample(sorted(SENTENCES), 2)
    texts = []
    for language in (there, here):
        pieces = luck.choices(SENTENCES[language], k=luck.randrange(0, 30))
        texts.append("".join(piece + luck.choice((" ", "\n\n")) for piece in pieces))
    source = Document(texts[0], there)
    target = Document(texts[1], here, source=source)
    for spans, sentences in (
        ([bead.source for bead in target.beads], source.sentences),
        ([bead.target for bead in target.beads], target.sentences),
    ):
        full = [span for span in spans if span.start < span.end]
        covered = [s for span in full for s in sentences if span.start <= s.start < span.end]
        assert covered == list(sentences)
        assert all(one.end <= other.start for one, other in pairwise(full))
        places = [span.start for span in spans]
        assert places == sorted(places)
    assert all(not (bead.is_omission and bead.is_addition) for bead in target.beads)


@pytest.mark.parametrize("gap", ["\n\n", " "])
@pytest.mark.parametrize("language", ["de", "zh"])
@pytest.mark.parametrize("lost", [0, 2, 3, 5])
def test_a_lost_sentence_is_seen(language: str, gap: str, lost: int) -> None:
    own = SENTENCES[language]
    target = gap.join(sentence for number, sentence in enumerate(own) if number != lost)
    source = "\n\n".join(SENTENCES["en"])
    omitted = [bead for bead in beads_of(source, target, "en", language) if bead.is_omission]
    assert [source[slice(*bead.source)] for bead in omitted] == [SENTENCES["en"][lost]]


def test_merged_and_split_sentences_are_one_bead() -> None:
    source = (
        "The march began at noon. It ended in front of the parliament, where 5,000 people listened"
        " to the mayor. Nobody was hurt. The organisers want to come back on 12 May."
    )
    target = (
        "Der Marsch begann um zwölf Uhr. Er endete vor dem Parlament. Dort hörten 5000 Menschen dem"
        " Bürgermeister zu. Verletzt wurde niemand. Am 12. Mai wollen die Organisatoren"
        " wiederkommen."
    )
    pairs = [(source[slice(*b.source)], target[slice(*b.target)]) for b in beads_of(source, target)]
    assert len(pairs) == 4
    assert pairs[1][0].startswith("It ended")
    assert pairs[1][1].startswith("Er endete")
    assert pairs[1][1].endswith("zu.")


def test_a_moved_sentence_is_neither_omitted_nor_added() -> None:
    own = SENTENCES["de"]
    target = " ".join((own[0], own[5], *own[1:5]))
    gaps = [bead for bead in beads_of(" ".join(SENTENCES["en"]), target) if not bead.certainty]
    assert [bead.is_omission or bead.is_addition for bead in gaps] == [True, True]


def test_empty_texts() -> None:
    assert beads_of("", "") == ()
    (omission,) = beads_of("One sentence.", "")
    assert omission.is_omission
    assert omission.target == (0, 0)
    (addition,) = beads_of(" \n ", "Ein Satz.")
    assert addition.is_addition
    assert addition.source == (0, 0)


def test_without_a_source_there_are_no_beads() -> None:
    assert Document("Ein Satz.", "de").beads == ()


def test_an_empty_side_stands_where_the_counterpart_would_be() -> None:
    source = " ".join(SENTENCES["en"])
    target = " ".join(SENTENCES["de"][:2] + SENTENCES["de"][3:])
    (omission,) = [bead for bead in beads_of(source, target) if bead.is_omission]
    assert omission.target.start == target.index(SENTENCES["de"][3]) - 1


@pytest.mark.parametrize("language", ["de", "zh"])
def test_long_texts_take_time_in_proportion(language: str) -> None:
    def seconds(count: int) -> float:
        luck = random.Random(count)
        picked = [luck.randrange(6) for _ in range(count)]
        source = "\n\n".join(f"{SENTENCES['en'][n]} ({k * 7}.)" for k, n in enumerate(picked))
        target = "\n\n".join(
            f"{SENTENCES[language][n]} ({k * 7}.)" for k, n in enumerate(picked) if k % 29
        )
        document = Document(target, language, source=Document(source, "en"))
        _ = document.sentences, document.source and document.source.sentences
        started = time.process_time()
        assert sum(bead.is_omission for bead in document.beads) >= count // 29
        return time.process_time() - started

    short = min(seconds(250) for _ in range(2))
    assert seconds(2500) < 20 * short + 0.2


@pytest.mark.parametrize(
    "words",
    [("washington", "вашингтон"), ("trump", "трамп", "ترامب", "トランプ"), ("biden", "بايدن")],
)
def test_names_keep_their_consonants(words: tuple[str, ...]) -> None:
    assert len({consonants(word, is_coarse=True) for word in words}) == 1


def test_habits_of_any_pair() -> None:
    assert habits("en", "zh").ratio == -habits("zh", "en").ratio
    assert habits("en", "zh").kept == habits("zh", "en").origin
    assert 0 < habits("da", "fi").spread < 1
    assert habits("xx", "yy").ratio == 0
