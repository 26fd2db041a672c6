from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.language.code_talk import shows_code
from mtcheck.language.needless_spaces import spaced_stops
from mtcheck.language.stray_marks import stray_marks
from mtcheck.rule import Edit, Fix, Hit, bad, good, rule

_MESSAGES = {
    "doubled": "Two marks stand where one belongs: one was left over when the sentence was put "
    "together again.",
    "begins": "The paragraph begins with a mark that belongs to words before it: they were lost.",
    "alone": "This paragraph is nothing but a mark; its words were lost.",
    "empty": "Nothing stands between these marks: what they held, such as a name in another "
    "script, was dropped.",
    "opened": "The bracket begins with a mark: the words before it were dropped.",
}
_SUGGESTIONS = {
    "doubled": "keep one of the marks",
    "begins": "join it to the words before, or delete it",
    "alone": "delete it",
    "empty": "fill them or delete them",
    "opened": "delete the mark",
}


@rule(
    category="linguistic-conventions/punctuation",
    severity="minor",
    confidence="high",
    examples=[
        bad(
            "The talks ended on Friday⟦. .⟧ Nobody signed⟦,,⟧ it seems.",
            fixed="The talks ended on Friday. Nobody signed, it seems.",
        ),
        bad(
            "Rain fell for 25 years⟦,.⟧\n\nSix fled.", fixed="Rain fell for 25 years.\n\nSix fled."
        ),
        bad("Who had paid for his journey⟦?.⟧ Nobody answered⟦.,⟧ and he left."),
        bad("The talks⟦ ,⟧ he said, are over⟦ .⟧", fixed="The talks, he said, are over."),
        bad("Il presidente⟦ ,⟧ secondo la stampa, è partito.", "it"),
        bad("Он назвал это «провалом»⟦ ,⟧ и ушёл.", "ru"),
        bad("It fell more than in 2023⟦. .⟧\n\nShare on Facebook"),
        bad("Premier wyjechał⟦ .⟧ Nikt nie wie, dokąd.", "pl"),
        bad("غادر الوزير⟦ ،⟧ ثم عاد.", "ar", fixed="غادر الوزير، ثم عاد."),
        bad("Talks\n\n⟦,⟧ said the minister on Friday.\n\n⟦.⟧\n\nThey go on."),
        bad("The president ⟦()⟧ met him in Seoul (⟦,⟧ the capital)."),
        bad("Le ministre est parti⟦,,⟧ dit-il. Il a quitté ⟦« »⟧ vendredi.", "fr"),
        bad("Der Minister ging am Freitag⟦..⟧ Niemand kam⟦;,⟧ sagte er.", "de"),
        bad("El ministro dijo esto⟦::⟧ todo va bien⟦;.⟧ Y se fue.", "es"),
        bad("会谈周五结束⟦。。⟧没有人签字⟦，。⟧", "zh", fixed="会谈周五结束。没有人签字。"),
        bad("会談は終わった⟦、。⟧大統領⟦（）⟧は帰国した。", "ja"),
        bad("انتهت المحادثات⟦،،⟧ ثم غادر الوزير⟦.،⟧ وعاد⟦؟.⟧", "ar"),
        bad("Переговоры закончились⟦. .⟧ Министр уехал⟦,.⟧", "ru"),
        good("“What?!” he asked... “U.S.?” etc., Inc., p.m.? No!!! Yahoo!. He said . . . well…"),
        good("Run print() or std::sort in C++. Python has dict() and [] too; use a::b."),
        good("Who Wants to Be a Millionaire?. It was in Reno, Nev., and A. A. J., aged 28. ;) :)"),
        good(
            "Am 7., 8. und 9. Mai: A. A. J., z. B.: ,,Wir gehen'', sagte er. Es kam, ,wie es kam.",
            "de",
        ),
        good("Кто это?.. Он молчал!.. 1950-53 гг., и т. д.; в г. Москве.", "ru"),
        good("Qui ? Quoi ? Etc. ; et M. : « Oui. » Vers 50 av. J.-C. !", "fr"),
        good("“怎么了？！，”他问。他沉默……", "zh"),
        good("- [ ] buy milk\n- [] done\n\n.NET 8 is out, .50 calibre, he said.\n\n* * *\n\n…"),
    ],
)
def stray_punctuation(document: Document) -> Iterator[Hit]:
    """Marks that were left over: ". .", ",,", " ,", empty brackets, a paragraph that is a comma.

    Why: engines translate pieces of a sentence, drop names in another script and links, and put
    the rest together with the marks of both pieces. Editors who patch their output leave more.
    Legitimate: ellipses, "?!", abbreviations before a comma, names that end in a mark (Yahoo!),
    code, boxes to tick, emoticons; "?.." in Russian.
    Fix: safe where the same mark stands twice, or where the one that fits shows from what follows.
    Authority: no style guide has need of two stops.
    """
    if document.is_about_code:
        return
    for stray in stray_marks(document):
        start, end = stray.start, stray.end
        if document.in_link(start, end) or shows_code(document, start, end):
            continue
        is_mended = stray.kind == "doubled" and stray.right is not None
        yield Hit(
            start,
            end,
            _MESSAGES[stray.kind],
            suggestion=stray.right if is_mended else _SUGGESTIONS[stray.kind],
            fix=Fix((Edit(start, end, stray.right),), safe=stray.is_sure)
            if is_mended and stray.right is not None
            else None,
        )
    for space in spaced_stops(document):
        yield Hit(
            space.start,
            space.end,
            f"No space stands before a {'full stop' if space.mark == '.' else 'comma'}: the mark "
            "belonged to other words.",
            suggestion=space.right,
            fix=Fix((Edit(space.start, space.end, space.right),)),
            confidence="medium" if document.conventions.space_before else None,
        )
