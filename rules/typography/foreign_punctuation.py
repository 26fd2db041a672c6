from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.language.conventions import language_name
from mtcheck.language.foreign_marks import foreign_marks
from mtcheck.language.inverted_marks import USERS, left_openers, missing_openers
from mtcheck.rule import Edit, Fix, Hit, bad, good, rule

_OPENERS = {"?": "¿", "!": "¡"}


@rule(
    category="linguistic-conventions/punctuation",
    severity="minor",
    confidence="high",
    examples=[
        bad("He left⟦，⟧then came back⟦。⟧", fixed="He left, then came back."),
        bad("The bank⟦（⟧BoE⟦）⟧ met on Friday.", fixed="The bank (BoE) met on Friday."),
        bad("It fell by 10⟦٪⟧⟦،⟧ he said.", fixed="It fell by 10%, he said."),
        bad("⟦¿⟧Why did he leave the city?", fixed="Why did he leave the city?"),
        bad("A lei é clara. ⟦¿⟧O que diz o regulamento do clube?", "pt"),
        bad("Nadie vino. ⟦Cómo es posible?⟧ Nadie lo sabe.", "es"),
        bad("Vino ayer. ⟦Es una vergüenza para el país!⟧", "es"),
        bad(
            "谁来了⟦?⟧没有人来⟦,⟧他说，会议结束了。",
            "zh",
            fixed="谁来了？没有人来，他说，会议结束了。",
        ),
        bad("会議は終わり⟦,⟧首相は帰国した⟦.⟧\n\n彼は、明日、来る。", "ja"),
        bad("قال الوزير⟦,⟧ ثم غادر، فهل يعود⟦?⟧", "ar", fixed="قال الوزير، ثم غادر، فهل يعود؟"),
        bad("Ποιος ήρθε⟦?⟧ Κανείς.", "el", fixed="Ποιος ήρθε; Κανείς."),
        bad("मंत्री चले गए⟦.⟧\n\nवह कल आए।\n\nवे बोले।\n\nसब चले गए।", "hi"),
        bad("Министр уехал⟦、⟧ потом вернулся⟦。⟧", "ru", fixed="Министр уехал, потом вернулся."),
        bad("“We have nothing left”⟦, —⟧ said the mayor of the town."),
        bad("„Wir haben nichts mehr“⟦, –⟧ sagte der Bürgermeister.", "de"),
        bad("—Es ist vorbei⟦—,⟧ sagte er.", "de"),
        bad("最高経営責任者(CEO)⟦,⟧は、需要は強いと述べた。", "ja"),
        bad("“我们跑到山上⟦,⟧”当地居民说，“孩子在哭。”", "zh"),
        bad(
            "Bitti. ⟦¿⟧Bunu kim ödeyecek? Belediye başkanı bu soruya yanıt vermedi ve çıktı.",
            "tr",
        ),
        good("Die Idee – und das war sie wohl –, kam aus Wien.", "de"),
        good("The talks – and the war – went on; “Enough” – that was all – he said, 1–0, 2–1."),
        good("«Мы готовы», — сказал он. Победа —, как он заметил, близка.", "ru"),
        good("—No podemos seguir así —, dijo el alcalde.", "es"),
        good("The slogan “团结，紧张” hung there; he read “قال، ثم غادر” and ¡Viva Zapata!"),
        good("“¿Dónde está la biblioteca?”, he asked. ¿Por qué no te callas? said the king."),
        good(
            "¿Quién dijo eso? Leyó «Who Wants to Be a Millionaire?» y gritó: «¡Gol!» Yahoo!", "es"
        ),
        good(
            "Pero ¿qué pasa?, dijo. ¿Vendrá? ¿Cuándo? ¡Qué sorpresa! (¿?) (?) Ver es.com/a?b=1.",
            "es",
        ),
        good("¿Qué pasará? Nadie lo sabe... ¡Que venga!, y punto. ¡¡¡Gol!!!", "es"),
        good("比分是3:1，售价3.5元。Apple, Inc. 与 U.S. Steel 合作……他说：“好。”", "zh"),
        good("发布时间:周五 来源:新华社\n\n他在北京(首都)说,会议结束,代表回国.", "zh"),
        good("AIは「Yes, we can.」と答えた。午後3:30、A, Bの順。", "ja"),
        good("ارتفع السعر 3.5% إلى 1,200 دولار، وقالت CNN, وهي شبكة، ذلك.", "ar"),
        good("Τι είπε; Τίποτα· έφυγε. Διάβασε το “Why?”.", "el"),
    ],
)
def foreign_punctuation(document: Document) -> Iterator[Hit]:
    """Marks of another script or language: ， in English, a Latin comma in Arabic, ? without ¿.

    Why: an engine turns the words over and copies the marks of the source, or knows only the
    marks of English.
    Legitimate: a quotation or name in the other script; numbers, times, addresses; a Chinese
    site that prints half-width marks throughout; titles in another language inside Spanish.
    Fix: safe where the mark has one counterpart; where a Spanish question begins a person decides.
    Authority: GB/T 15834; JIS Z 8208 and the manual of Japan's agencies for official writing;
    Unicode, chapter 6.2; Ortografía de la lengua española (RAE), 3.4.9.
    """
    own = document.conventions.name
    for mark in foreign_marks(document):
        shown = document.text[mark.start : mark.end].strip() or "The wide space"
        yield Hit(
            mark.start,
            mark.end,
            f"{shown} is a mark of {mark.of} typesetting; {own} prints {mark.right.strip()!s}"
            if mark.right.strip()
            else f"{shown} is one of {mark.of} typesetting; {own} prints a plain one.",
            suggestion=mark.right,
            fix=Fix((Edit(mark.start, mark.end, mark.right),), safe=mark.is_safe),
            sources=mark.sources,
            confidence=mark.confidence,
        )
    if document.target == "es":
        yield from _unopened(document)
    elif document.target not in USERS:
        for found in left_openers(document):
            yield Hit(
                *found.span(),
                f"{found[1]} opens a question or exclamation in {language_name('es')} only.",
                suggestion="delete it",
                fix=Fix((Edit(*found.span(), ""),)),
                sources=("es",),
            )


def _unopened(document: Document) -> Iterator[Hit]:
    for lone in missing_openers(document):
        opener = _OPENERS[lone.mark]
        yield Hit(
            lone.start,
            lone.end,
            f"Spanish opens with {opener} what ends in {lone.mark}; the language of the source "
            "does not.",
            suggestion=f"put {opener} where it begins",
            fix=Fix((Edit(lone.start, lone.start, opener),), safe=False)
            if lone.is_sure_start
            else None,
        )
