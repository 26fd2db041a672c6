from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.house_style import HouseStyle
from mtcheck.language.varieties import other_spellings
from mtcheck.patterns import late_pattern
from mtcheck.rule import Edit, Fix, Hit, bad, good, rule

_SMALL_WORD = late_pattern(r"(?<![\w'’-])[a-z]{3,}(?![\w'’])")
_NAMES = {"US": "American", "GB": "British", "Oxford": "British with -ize"}
_US, _GB, _OXFORD = (HouseStyle(english=english) for english in ("US", "GB", "Oxford"))  # type: ignore[arg-type]


@rule(
    category="style/organizational-style",
    severity="minor",
    confidence="high",
    languages=("en",),
    needs=("house_style",),
    examples=[
        bad(
            "The ⟦colour⟧ of the ⟦centre⟧ changed.",
            house=_US,
            fixed="The color of the center changed.",
        ),
        bad(
            "They ⟦organize⟧ the ⟦harbor⟧ and the ⟦labor⟧ talks.",
            house=_GB,
            fixed="They organise the harbour and the labour talks.",
        ),
        bad(
            "They ⟦organise⟧ the ⟦harbor⟧ and recognize it.",
            house=_OXFORD,
            fixed="They organize the harbour and recognize it.",
        ),
        good("The Labour Party met at the Rockefeller Center in Pearl Harbor.", house=_US),
        good("The color of the centre; they organise and organize."),
        good("The colour of the harbour; they organise.", house=_GB),
        good("The colour of the harbour; they organize.", house=_OXFORD),
        good("See colour.org, #colour and « la couleur du labor ».", house=_US),
    ],
)
def house_spelling(document: Document) -> Iterator[Hit]:
    """A word in the spelling of another English than the house writes.

    Asked only where the configuration names the house's English: [house-style] english.
    Why: an engine learnt from American and British pages and mixes both.
    Legitimate: names, which have capitals, links, and passages in another language.
    Fix: safe; the same word in the house's spelling.
    Authority: the house's own style book; Merriam-Webster and the Oxford English Dictionary.
    """
    english = document.house_style.english if document.house_style else ""
    if not english:
        return
    wrong = other_spellings(english)
    for found in _SMALL_WORD.finditer(document.text):
        right = wrong.get(found.group())
        if right is None or document.in_link(*found.span()):
            continue
        if document.in_foreign_quotation(*found.span()):
            continue
        yield Hit(
            *found.span(),
            f"The house writes {_NAMES[english]} English: {right}.",
            suggestion=right,
            fix=Fix((Edit(*found.span(), right),)),
        )
