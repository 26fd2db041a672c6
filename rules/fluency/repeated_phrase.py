from collections.abc import Iterator
from itertools import chain

from mtcheck.document import Document
from mtcheck.language.data import function_words, listed_lines, listed_words, word_list
from mtcheck.language.doubles import doubled_behind_comma, doubled_phrases
from mtcheck.language.repetition import repeated_phrases
from mtcheck.language.words import CHARACTERS_PER_WORD
from mtcheck.rule import Edit, Fix, Hit, bad, good, rule

_ENDS = tuple(".!?…")
_LONGEST_CALL = 2
_SHORTEST_LOOP = 4


@rule(
    category="linguistic-conventions/grammar",
    severity="major",
    confidence="high",
    examples=[
        bad("It is about the protection ⟦of the personal data, of the personal data⟧ of users."),
        bad(
            "Fighting went on ⟦in the Gaza Strip in the Gaza Strip⟧ on Friday.",
            fixed="Fighting went on in the Gaza Strip on Friday.",
        ),
        bad("He said ⟦that the plan that the plan that the plan⟧ was dead."),
        bad("The ship, built in ⟦seven months, seven months⟧, sank ⟦on Sunday on Sunday⟧."),
        bad("Le ministre a parlé ⟦de la réforme de la réforme⟧ vendredi.", "fr"),
        bad("Der Minister sprach ⟦über die Reform, über die Reform⟧ und ging.", "de"),
        bad("Цены выросли ⟦по данным ведомства, по данным ведомства⟧.", "ru"),
        bad("El ministro habló ⟦de la reforma de la reforma⟧ el viernes.", "es"),
        bad("以军再次袭击⟦加沙地带的加沙地带的⟧难民营。", "zh"),
        bad("政府は⟦少数派の少数派の⟧代表と会談した。", "ja"),
        bad("تحدث الوزير ⟦عن خطة السلام عن خطة السلام⟧ يوم الجمعة.", "ar"),
        bad("首相说，这是⟦为了党内团结、为了党内团结⟧。", "zh"),
        bad("内務省は⟦巡回の強化、巡回の強化⟧を指示した。", "ja"),
        bad("Den som bryter mot lagen riskerar ⟦böter på, böter på⟧ 200 pund i år.", "sv"),
        good("It went on and on and on, year after year after year, in New York, New York."),
        good("“Never again, never again,” they sang: no justice, no peace, no justice, no peace."),
        good("He is the son of the son of the king and a friend of a friend of a friend."),
        good("She won 6-4, 6-4; Djokovic 7-5, 7-5. Left, right, left, right, he marched."),
        good(
            "We went hand in hand in Rome. After she left the Party, the Party shrank, and so on."
        ),
        good("Plus le temps passe, plus le temps presse; petit à petit, petit à petit.", "fr"),
    ],
)
def repeated_phrase(document: Document) -> Iterator[Hit]:
    """A phrase stands twice or more at once: "of the personal data, of the personal data".

    Why: neural engines fall into loops and say a phrase again, in bad cases to the end of the
    sentence.
    Legitimate: set phrases (on and on and on), names (New York, New York), scores, slogans and
    repetition for effect in quotations.
    Fix: not safe; the second copy goes, but a comma or an ending may have to change.
    Authority: the "repetition" errors of neural translation (Holtzman et al. 2020).
    """
    has_no_spaces = document.target in CHARACTERS_PER_WORD
    doubled = chain(doubled_phrases(document), doubled_behind_comma(document))
    for start, middle, end in doubled if has_no_spaces else ():
        if not document.quotations_around(start, end):
            yield _hit(document, start, middle, end)
    for block in document.blocks:
        for start, middle, end in repeated_phrases(document, block):
            if _is_innocent(document, start, middle, end) or document.in_link(start, end):
                continue
            yield _hit(document, start, middle, end)


def _hit(document: Document, start: int, middle: int, end: int) -> Hit:
    return Hit(
        start,
        end,
        "The same phrase stands twice or more at once, as engines do in a loop.",
        suggestion=document.text[start:middle].rstrip(" ,、，"),
        fix=Fix((Edit(middle, end, ""),), safe=False),
    )


def _is_innocent(document: Document, start: int, middle: int, end: int) -> bool:
    """Names and titles, and what is repeated for effect."""
    phrase = document.text[start:middle].removesuffix(",")
    if all(word[0].isupper() or not word[0].isalpha() for word in phrase.split()):
        return True
    if document.text[middle - 1] == ",":
        if function_words(document.target).issuperset(phrase.lower().split()):
            return True  # a stammer: als het maar, als het maar niet zo stinkt
        if _is_spoken(document, start, end):
            return True
        if _is_denied(document, phrase) and document.text[end : end + 1] == " ":
            return True  # non ci crede, non ci crede mai
        words = phrase.lower().split()
        opens = words[0] in listed_words(document.target, "prepositions")
        if document.sentence_at(start).start >= start - 1:
            is_loop = (
                opens and len(words) >= _SHORTEST_LOOP and document.text[end : end + 2] == ", "
            )
            return not is_loop and not _names_a_source(document, phrase)
        ends = ("!",) if listed_words(document.target, "articles") else _ENDS
        is_call = opens and document.text[end : end + 1] in ends  # На запад, на запад!
        return is_call and len(words) <= _LONGEST_CALL and not _names_a_source(document, phrase)
    begins = phrase.split()[0].lower() in function_words(document.target)
    return not begins and _is_spoken(document, start, end)


def _is_denied(document: Document, phrase: str) -> bool:
    return phrase.split()[0].lower() in word_list("negations", document.target)


def _names_a_source(document: Document, phrase: str) -> bool:
    """Podle svazu, podle svazu: nobody says a source twice for effect."""
    sources = listed_lines(document.target, "attributions")
    return any(f"{phrase.lower()} ".startswith(f"{source} ") for source in sources)


def _is_spoken(document: Document, start: int, end: int) -> bool:
    """In a quotation, or after an opening mark whose partner stands in another paragraph."""
    block = document.block_at(start)
    return bool(document.quotations_around(start, end)) or any(
        mark.opens and block.start <= mark.start <= start for mark in document.lone_quotation_marks
    )
