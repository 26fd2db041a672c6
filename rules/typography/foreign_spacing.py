from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.language.conventions import languages_spacing
from mtcheck.language.data import languages_with
from mtcheck.language.missing_spaces import (
    Joined,
    glued_units,
    glued_words,
    joined_words,
    missing_spaces,
)
from mtcheck.language.needless_spaces import (
    NeedlessSpace,
    SpacedQuotation,
    needless_spaces,
    spaced_quotations,
)
from mtcheck.rule import Confidence, Edit, Fix, Hit, bad, good, rule


@rule(
    category="linguistic-conventions/punctuation",
    severity="minor",
    confidence="high",
    languages=languages_with("conventions.toml"),
    examples=[
        bad("Gaza⟦ :⟧ two dead", fixed="Gaza: two dead"),
        bad("Will he go⟦ ?⟧ Nobody knows, it seems.", fixed="Will he go? Nobody knows, it seems."),
        bad("Prices rose by 10⟦ %⟧ in May.", fixed="Prices rose by 10% in May."),
        bad("He spoke of ⟦“ a disaster ”⟧ today.", fixed="He spoke of “a disaster” today."),
        bad("Er fragte: Wer geht⟦ ?⟧ Niemand.", "de", fixed="Er fragte: Wer geht? Niemand."),
        bad("Un éxito⟦ :⟧ ⟦¿ ⟧Quién va⟦ ?⟧ Nadie.", "es", fixed="Un éxito: ¿Quién va? Nadie."),
        bad(
            "Paris : la guerre. Que faire⟦?⟧ Rien : on attend. Qui ? Eux.",
            "fr",
            fixed="Paris : la guerre. Que faire\u202f? Rien : on attend. Qui ? Eux.",
        ),
        bad(
            "« Oui », dit-il. Il dit ⟦«non»⟧.",
            "fr",
            fixed="« Oui », dit-il. Il dit «\u00a0non\u00a0».",
        ),
        bad(
            "Die ⟦Bau-und⟧ Transportfirmen warten, und der Minister kommt am Freitag.",
            "de",
            fixed="Die Bau- und Transportfirmen warten, und der Minister kommt am Freitag.",
        ),
        bad("Расходы на газеты выросли вдвое, а ⟦телевидение-это⟧ отдельная статья.", "ru"),
        bad("Prices went up for ⟦months-they⟧ are now twice as high.", "en"),
        bad("Le fleuve est descendu à ⟦12,11m⟧ vendredi.", "fr", source_lang="pt"),
        good("Кое-что он видел на Гран-при в Ростове-на-Дону, вот-вот придёт.", "ru"),
        good("The face-to-face talks, the Moon Jae-in camp, an up-and-coming either-or choice."),
        good("Das Auf-und-ab, Moon Jae-in und Vor- und Nachteile kamen zur Sprache.", "de"),
        good("“Then she has to sit there . . . and wait for the rest of us.”"),
        good(
            "It ended 3 : 1 :) and rose 10% at 14:30 ... See https://a.com/x?y=1:2 or :smile: now."
        ),
        bad("Il presidente, secondo la stampa ⟦( ⟧in lutto).", "it"),
        bad("Кто придёт⟦ ?⟧ Он назвал это ⟦« провалом»⟧, и ушёл.", "ru"),
        bad("Premier wyjechał. Nikt nie wie⟦ ;⟧ tak było.", "pl"),
        bad("غادر الوزير، فهل يعود⟦ ؟⟧", "ar", fixed="غادر الوزير، فهل يعود؟"),
        bad(
            "会谈\n\n会谈结束⟦ ，⟧代表团所有成员⟦ ⟧今天已经回国，没有签字。",
            "zh",
            fixed="会谈\n\n会谈结束，代表团所有成员今天已经回国，没有签字。",
        ),
        bad("De minister ⟦zei,maar⟧ bleef. Dat was het ⟦einde.De⟧ rest volgt.", "nl"),
        good("Um 10 % mehr, es stand 2 : 1. Wer kommt? Niemand: so war es.", "de"),
        good("Subió un 10 %. ¿Quién va? Nadie; nadie... ¡Vaya!", "es"),
        good(
            "À 14:30, score 3:1, voir http://a.fr ; qui ? Eux ! Le taux : 10 %. «\u00a0Oui\u00a0».",
            "fr",
        ),
        good("Qui va? Personne! Voici : rien; c'est « tout ».", "fr-CA"),
        good("Qui va? «Personne», dit-il: c'est tout; voilà!", "fr-CH"),
        good("Libération écrit «non». «Oui», dit-il.", "fr"),
        good("Ver.di und Gong.bg, St.Gallen, die Schüler:innen, z.B. a) und Node.js: ja.", "de"),
        good("Růst o 10 %. Skončilo to 2 : 1. Kdo přijde? Nikdo.", "cs"),
        good("全国 ， 会谈 ； 结束 。 代表 ， 回国 。 没有 ， 签字 。", "zh"),
        good("ノーマン アイゼン氏は、何も述べなかった。", "ja"),
    ],
)
def foreign_spacing(document: Document) -> Iterator[Hit]:
    """A space before a mark that takes none in this language, or its lack where one belongs.

    Why: French sets a space before : ; ! ? » and after «; engines keep it in the target, or
    forget it when they write French. So it is with the space before %. Pieces of a sentence that
    were put together again bring "said,but"; a dash that lost its spaces "months-they".
    Legitimate: times, scores, addresses, emoticons; % after a space in German, French, Spanish
    and others; Canadian French without a space before ; ! ?; Swiss French; French papers that
    set « » close throughout; Chinese that is cut into words throughout.
    Fix: safe; the space goes, or a space comes in.
    Authority: CLDR; Imprimerie nationale, Lexique des règles typographiques; Office québécois de
    la langue française; RAE; Duden; Chicago Manual of Style 6.7.
    """
    for space in needless_spaces(document):
        yield _needless_hit(document, space)
    if document.conventions.space_before:
        yield from _missing(document)
    else:
        for quotation in spaced_quotations(document):
            yield _quotation_hit(document, quotation)
    for glued in glued_words(document):
        yield Hit(
            glued.start,
            glued.end,
            "No space follows the mark: two pieces of text were glued together.",
            suggestion="set a space after the mark",
            fix=Fix((Edit(glued.place, glued.place, " "),)),
        )
    for unit in glued_units(document):
        yield Hit(
            unit.start(),
            unit.end(),
            f"{document.conventions.name} parts a number from its unit by a space.",
            suggestion=f"{unit.group()[: -len(unit['unit'])]}\u00a0{unit['unit']}",
            sources=("en", "zh", "ja", "pt", "de", "tr", "ar"),
            confidence="medium",
        )
    for joined in joined_words(document):
        yield _joined_hit(joined)


def _joined_hit(joined: Joined) -> Hit:
    if joined.is_dash:
        return Hit(
            joined.start,
            joined.end,
            "A hyphen glues two words together that a dash should part: it lost its spaces.",
            suggestion="a dash with spaces",
        )
    return Hit(
        joined.start,
        joined.end,
        "This hyphen stands for the rest of a word; a space belongs after it.",
        suggestion="set a space after the hyphen",
        fix=Fix((Edit(joined.place, joined.place, " "),)),
    )


def _needless_hit(document: Document, space: NeedlessSpace) -> Hit:
    own, mark = document.conventions.name, space.mark
    sources: tuple[str, ...] = ()
    confidence: Confidence | None = "medium" if space.is_habit else None
    if space.kind == "mark":
        message = f"{own} sets no space before this mark: it came along with the words."
        sources = languages_spacing(mark[0], document.target)
    elif space.kind == "opener":
        message, sources = "No space stands after this mark.", ("fr",)
    elif space.kind == "bracket":
        message = "No space stands inside a bracket."
    elif space.kind == "wide":
        message = "No space stands beside this mark, which holds its own."
    else:
        message = f"No space stands between words in {own}."
    return Hit(
        space.start,
        space.end,
        message,
        suggestion="delete the space"
        if space.kind == "mark"
        else space.right or "delete the space",
        fix=Fix((Edit(space.start, space.end, space.right),)),
        sources=sources,
        confidence=confidence,
    )


def _quotation_hit(document: Document, quotation: SpacedQuotation) -> Hit:
    return Hit(
        quotation.start,
        quotation.end,
        f"{document.conventions.name} sets no space inside quotation marks; French does.",
        suggestion=f"{quotation.glyphs[0]}…{quotation.glyphs[-1]}",
        fix=Fix(tuple(Edit(*gap, "") for gap in quotation.gaps)),
        sources=tuple(tag for tag in ("fr",) if tag != document.target),
    )


def _missing(document: Document) -> Iterator[Hit]:
    """A mark set close where the language wants a space."""
    own = document.conventions.name
    for missing in missing_spaces(document):
        space = "\u00a0" if missing.mark in ":»%" else "\u202f"
        where = "inside « »" if missing.mark == "»" else "before this mark"
        yield Hit(
            missing.start,
            missing.end,
            f"{own} sets a no-break space {where}.",
            suggestion="« … »" if missing.mark == "»" else space + missing.mark,
            fix=Fix(tuple(Edit(place, place, space) for place in missing.places)),
            confidence="high" if missing.is_sure else "medium",
        )
