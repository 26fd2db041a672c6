from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.language.code_talk import shows_code
from mtcheck.language.encoding import wrong_decodings
from mtcheck.rule import Edit, Fix, Hit, bad, good, rule

_LONG = 25
_NEAR = 120


@rule(
    category="linguistic-conventions/character-encoding",
    severity="major",
    confidence="high",
    examples=[
        bad(
            "The ⟦cafÃ© isnâ€™t⟧ open, its owner said.",
            fixed="The café isn’t open, its owner said.",
        ),
        bad("The ⟦caf�⟧ was full; they ⟦donât⟧ know why."),
        bad(
            "« Le ⟦dÃ©putÃ©⟧ », dit-il, ⟦nâ€™a⟧ rien vu.",
            "fr",
            fixed="« Le député », dit-il, n’a rien vu.",
        ),
        bad("Il part ⟦Ã⟧ Paris et paie ⟦100Â⟧ euros.", "fr"),
        bad("Le ⟦d?puté⟧ a ⟦d?missionné⟧ hier.", "fr"),
        bad(
            "Die Stadt ⟦MÃ¼nchen⟧ sagte „nein“; ⟦Gr√º√üe⟧ aus ⟦K├Âln⟧.",
            "de",
            fixed="Die Stadt München sagte „nein“; Grüße aus Köln.",
        ),
        bad(
            "⟦EspaÃ±a votÃ³⟧ y el ⟦pa\\u00eds⟧ espera.",
            "es",
            fixed="España votó y el país espera.",
        ),
        bad(
            "Президент сказал: ⟦Ð¿Ñ€Ð¸Ð²ÐµÑ‚, РњРѕСЃРєРІР°⟧.",
            "ru",
            fixed="Президент сказал: привет, Москва.",
        ),
        bad("Soud ⟦pøed⟧ týdnem rozhodl.", "cs", fixed="Soud před týdnem rozhodl."),
        bad("Bakan dün ⟦baþka⟧ bir söz verdi.", "tr", fixed="Bakan dün başka bir söz verdi."),
        good("Régisseur Søren jel přes Øresund do města Malmö a pak domů.", "cs"),
        good("The café, “SANTÉ”, the „Fuß“ and the NÃO of “AMANHÃ” in São Paulo are as they were."),
        good("L’Âge d’or : « À l’été »… Şi România rămâne aici.", "fr"),
        good("In UTF-8 read as Latin-1 the é becomes Ã©, a case of mojibake."),
        good("Who won? Who lost? See https://example.com/a%C3%A9?x=%C3%A9 for more."),
    ],
)
def mojibake(document: Document) -> Iterator[Hit]:
    """Letters came out of a wrong decoding as other signs: cafÃ© for café, â€™ for ’.

    Why: text in one encoding was read as another on its way into the engine or out of it; what
    was a letter is now two or three signs, or none (�, a question mark inside words).
    Legitimate: Portuguese and Vietnamese capitals (NÃO), Romanian â, a quotation mark after an
    accented capital, a text about encodings.
    Fix: safe where the signs decode exactly; where a letter is lost only a person can tell it.
    Authority: ftfy's test, and its list of what a wrong decoding leaves.
    """
    places = [
        place
        for place in wrong_decodings(document)
        if not (document.in_link(*place[:2]) or shows_code(document, *place[:2]))
    ]
    for run in _runs(places):
        start, end, mended = run[0][0], run[-1][1], run[0][2] if len(run) == 1 else None
        edits = [Edit(low, high, right) for low, high, right in run if right is not None]
        yield Hit(
            start,
            end,
            "The letters were decoded wrongly, so readers see other signs in their place.",
            suggestion=mended,
            fix=Fix(tuple(edits)) if len(edits) == len(run) else None,
        )


def _runs(places: list[tuple[int, int, str | None]]) -> list[list[tuple[int, int, str | None]]]:
    """Whole sentences that were decoded wrongly one after the other are one fault."""
    runs: list[list[tuple[int, int, str | None]]] = []
    for place in places:
        is_long = place[1] - place[0] >= _LONG
        last = runs[-1][-1] if runs else None
        if last and is_long and last[1] - last[0] >= _LONG and place[0] - last[1] <= _NEAR:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs
