from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from mtcheck.document import Document
from mtcheck.rule import Hit, Related, bad, good, rule

if TYPE_CHECKING:
    from mtcheck.bilingual.links import Link

_ALIKE = 0.5


@rule(
    category="accuracy/mistranslation",
    severity="major",
    confidence="high",
    needs=("source",),
    examples=[
        bad(
            "Tickets are on sale at ⟦https://example.org/tickts⟧.",
            source_lang="fr",
            source="Les billets sont en vente sur https://example.org/tickets.",
        ),
        bad(
            "Wer etwas gesehen hat, schreibt an ⟦hinweise@polizei.de⟧.",
            "de",
            source_lang="en",
            source="Anyone who saw something should write to tips@police.example.",
        ),
        bad(
            "Il l'a écrit sur son compte ⟦@LaMaire⟧ lundi.",
            "fr",
            source_lang="en",
            source="She wrote it on her account @TheMayor on Monday.",
        ),
        bad(
            "⟦Der Bericht steht auf der Website des Amtes.⟧ Am Montag folgt mehr.",
            "de",
            source_lang="fr",
            source="Le rapport est en ligne : https://office.example/rapport. Suite lundi.",
        ),
        bad(
            "Renseignements sur ⟦lastenrad.example⟧ et par téléphone.",
            "fr",
            source_lang="de",
            source="Auskunft unter leihrad.example und am Telefon.",
        ),
        bad(
            "声明发布在⟦https://example.org/statment⟧。",
            "zh",
            source_lang="en",
            source="The statement is at https://example.org/statement.",
        ),
        bad(
            "Протест идёт под хештегом ⟦#ЖенщиныЖизньСвобода⟧ и #Иран.",
            "ru",
            source_lang="en",
            source="The protest runs under #WomanLifeFreedom and #Иран.",
        ),
        good(
            "声明见https://example.org/a。更多内容见@WHO的账号。",
            "zh",
            source_lang="en",
            source="See the statement at http://www.example.org/a/. More on the account of @who.",
        ),
        good(
            "Mehr dazu unter https://de.wikipedia.org/wiki/Paris und www.who.int/de.",
            "de",
            source_lang="en",
            source="See https://en.wikipedia.org/wiki/Paris and www.who.int/en.",
        ),
        good(
            "Le numéro 1 mondial vend sur Booking.com, dit Lemonde.fr.",
            "fr",
            source_lang="en",
            source="The world's #1 sells on Booking.com, says the website of Le Monde.",
        ),
        good(
            "Im Text (siehe https://example.org/b_(c)) steht es.",
            "de",
            source_lang="en",
            source="It is in the text, https://example.org/b_(c).",
        ),
    ],
)
def link_mismatch(document: Document) -> Iterator[Hit]:
    """A link, e-mail address, @handle or #hashtag is not that of the source.

    Why: an engine reads an address as words: it translates parts of it, drops a letter or loses it.
    The reader ends on a page that does not exist, or writes to nobody.
    Legitimate: the scheme, "www." and a slash at the end may differ; so may the part that names a
    language, since a translator links to the reader's own edition. Domain names that stand as a
    company's name are not compared.
    Fix: none; the finding shows the source's form.
    Authority: MQM, "mistranslation": what must be copied was changed.
    """
    source = document.source
    if source is None or not document.blocks:
        return
    from mtcheck.bilingual.links import links_of

    lost, invented = _unmatched(links_of(source), links_of(document))
    for link in invented:
        original = _likely_original(link, lost)
        if original:
            lost.remove(original)
            yield Hit(
                link.start,
                link.end,
                f"The source's {link.kind} is “{original.form}”; the translation changed it.",
                suggestion=original.form,
                related=(Related(original.start, original.end, "in the source", "source"),),
            )
        elif link.kind not in ("hashtag", "domain"):
            yield Hit(link.start, link.end, f"The source holds no such {link.kind}.")
    for link in lost:
        if link.kind == "domain" or link.key.lstrip("@#") in document.folded:
            continue  # the name stands there without its sign, or is told in other words
        start, end = _place(document, link)
        yield Hit(
            start,
            end,
            f"The source's {link.kind} “{link.form}” is missing here.",
            suggestion=link.form,
            related=(Related(link.start, link.end, "in the source", "source"),),
            confidence="high" if link.kind in ("link", "e-mail address") else "medium",
        )


def _unmatched(source: tuple[Link, ...], target: tuple[Link, ...]) -> tuple[list[Link], list[Link]]:
    """(links of the source without counterpart, links of the target from nowhere)."""
    present = {link.localized_key for link in target}
    known = {link.localized_key: link for link in reversed(source)}
    lost = [link for key, link in reversed(known.items()) if key not in present]
    return lost, [link for link in target if link.localized_key not in known]


def _likely_original(link: Link, lost: list[Link]) -> Link | None:
    """The lost link of the same kind that is most like it; of the only one any."""
    same = [other for other in lost if other.kind == link.kind]
    if len(same) == 1:
        return same[0]
    scored = [(SequenceMatcher(None, link.key, other.key).ratio(), other) for other in same]
    best = max(scored, default=None, key=lambda pair: pair[0])
    return best[1] if best and best[0] >= _ALIKE else None


def _place(document: Document, link: Link) -> tuple[int, int]:
    """The sentence of the target where a link of the source should stand."""
    beads = [bead for bead in document.beads if bead.source.start <= link.start]
    last = next((bead for bead in reversed(beads) if not bead.is_omission), None)
    offset = last.target.start if last else 0
    return document.sentence_at(offset)
