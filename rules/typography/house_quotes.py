from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.house_style import HouseStyle
from mtcheck.language.foreign_quotations import own_marks
from mtcheck.language.odd_marks import OF_OTHER_USE
from mtcheck.language.quotations import Quotation
from mtcheck.language.words import stripped
from mtcheck.rule import Edit, Fix, Hit, bad, good, rule

_LONGEST_SPAN = 80
_DOUBLE = frozenset('“”„«»"「」')
_GUILLEMETS, _CURLY = HouseStyle(quotes="«»"), HouseStyle(quotes="“”")


@rule(
    category="style/organizational-style",
    severity="minor",
    confidence="high",
    needs=("house_style",),
    examples=[
        bad(
            'He spoke of ⟦“a truce”⟧, she of «peace», they of ⟦"war"⟧.',
            house=_GUILLEMETS,
            fixed="He spoke of «a truce», she of «peace», they of «war».",
        ),
        bad(
            'She said ⟦"no"⟧ and left. “Yes,” he said.',
            house=_CURLY,
            fixed="She said “no” and left. “Yes,” he said.",
        ),
        bad(
            "Er nannte es ⟦„Chaos“⟧, sie »Ordnung«.",
            "de",
            house=HouseStyle(quotes="»«"),
            fixed="Er nannte es »Chaos«, sie »Ordnung«.",
        ),
        bad(
            "Il parle de ⟦“paix”⟧ et de « guerre ».",
            "fr",
            house=_GUILLEMETS,
            fixed="Il parle de «\u00a0paix\u00a0» et de « guerre ».",
        ),
        bad("他说⟦「是」⟧，她说“不”。", "zh", house=_CURLY, fixed="他说“是”，她说“不”。"),
        good("He spoke of «a “truce” in Kyiv», a ‘war’ of words, 6'2\" tall.", house=_GUILLEMETS),
        good("“Yes,” he said. It's the '90s.", house=_CURLY),
        good('She said "no" and “yes”.'),
        good('She said "no" and “yes”.', house=HouseStyle(english="GB")),
        good("“Oui”, dit-il, et il cita « Le Monde ».", "fr", house=HouseStyle(spacing="close")),
    ],
)
def house_quotes(document: Document) -> Iterator[Hit]:
    """Quotation marks that the language's press prints, but not this house.

    Asked only where the configuration names the house's marks: [house-style] quotes.
    Why: a house prints one pair; an engine takes that of its training or of the source.
    Legitimate: a quotation in a quotation, a passage in another language, single marks around a
    word. Marks that no press of the language prints are foreign-quotes' matter.
    Fix: safe where no other quotation stands inside.
    Authority: the house's own style book.
    """
    wanted = document.house_style.quotes if document.house_style else ""
    if not wanted:
        return
    accepted = document.accepted_quotes
    for quotation in document.outer_quotations.values():
        if (
            quotation.glyphs != wanted
            and quotation.glyphs in accepted
            and quotation.glyphs not in OF_OTHER_USE
            and not quotation.is_single
            and not document.in_link(quotation.start, quotation.end)
            and not document.in_foreign_quotation(quotation.start, quotation.end)
        ):
            yield _hit(document, quotation, wanted)


def _hit(document: Document, quotation: Quotation, wanted: str) -> Hit:
    text = document.text
    start, end = stripped(text, *quotation.inner)
    opening, closing = own_marks(document, quotation, wanted)
    is_short = quotation.end - quotation.start <= _LONGEST_SPAN
    is_nesting = any(mark in _DOUBLE for mark in text[start:end])
    edits = Edit(quotation.start, start, opening), Edit(end, quotation.end, closing)
    return Hit(
        quotation.start,
        quotation.end if is_short else quotation.start + 1,
        f"The house prints {wanted[0]} {wanted[1]}, not {quotation.opener} {quotation.closer}.",
        suggestion=f"{opening}{text[start:end] if is_short else '…'}{closing}",
        fix=None if is_nesting else Fix(edits),
    )
