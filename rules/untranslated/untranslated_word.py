from collections.abc import Iterator, Sequence

from mtcheck.document import Document
from mtcheck.language.conventions import language_name
from mtcheck.language.cyrillic_left import (
    english_openers,
    english_units,
    latin_words_in_cyrillic,
    sister_words,
)
from mtcheck.language.flash_labels import flash_labels
from mtcheck.language.foreign_speech import if_spoken
from mtcheck.language.foreign_words import LETTERS, common_words, grammar_words, has_word_lists
from mtcheck.language.latin_left import TARGETS, latin_sentences, latin_words
from mtcheck.language.left_articles import left_articles
from mtcheck.language.left_conjunctions import left_conjunctions
from mtcheck.language.left_nouns import is_other_name, left_nouns, left_openers
from mtcheck.language.mentions import is_loan, is_mention, is_named, is_set_apart
from mtcheck.language.passages import Passage
from mtcheck.language.shouted_words import shouted_words
from mtcheck.language.strange_characters import strange_places
from mtcheck.lexicon import Lexicon, Match
from mtcheck.patterns import late_pattern
from mtcheck.rule import Confidence, Hit, bad, good, rule

_SHORT = 8
_REACH_OF_NAME = 80
_REACH = 30
_SMALL_BEFORE = late_pattern(r"(?<![^\W\d_])[a-zß-ÿ][^\W\d_]+ $")
_INITIALS_AFTER = late_pattern(r"[^.,;:!?()\n]{0,60} \([A-Z][\w-]{1,9}[),]")
_GLOSS = late_pattern(r"(?: [^\W\d_][\w'-]*){0,4} \(([^()\n]{4,80})\)")
_SMALL_AFTER = late_pattern(r" [a-zß-ÿ][^\W\d_]+")


@rule(
    category="accuracy/untranslated",
    severity="major",
    confidence="high",
    lexicon=Lexicon("untranslated-word", of_every_language=True),
    all_at_once=True,
    yields_to=(
        "names",
        "structure",
        "debris",
        "untranslated-acronym",
        "untranslated-honorific",
        "copied-source",
        "currency-format",
    ),
    examples=[
        bad("The ⟦gouvernement⟧ said that it would ⟦présenter⟧ a reform."),
        bad("According to the ⟦Bundesregierung⟧'s ⟦Sprecher⟧, talks go on."),
        bad("The party ⟦und⟧ the unions met the ⟦ministra⟧ on Monday."),
        bad("Selon le ⟦spokesman⟧ du ministère, trois personnes sont mortes.", "fr"),
        bad("El ⟦government⟧ aprobó la ley y los ⟦workers⟧ protestaron.", "es"),
        bad("Die ⟦government⟧ sprach mit dem ⟦porte-parole⟧ der Partei.", "de"),
        bad("Il ⟦government⟧ ha approvato la legge, ha detto il ⟦porte-parole⟧.", "it"),
        bad("Он был ⟦spokesperson⟧ партии, ⟦the⟧ президент промолчал.", "ru"),
        bad("总统⟦said⟧，谈判仍在继续。", "zh"),
        bad("学校停课\n\n学校最快下周⟦reopen⟧，新内阁⟦サプライズ⟧全无。", "zh"),
        bad("会議の結果\n\n⟦张伟氏⟧は会議に出なかったと述べた。", "ja"),
        bad("إصابة القائد\n\nواكتفى المدرب بالقول إن وضعه ⟦day-to-day⟧ هذا الأسبوع.", "ar"),
        bad("The ⟦总统⟧ arrived in Paris on Monday and met the ⟦правительство⟧."),
        bad(
            "商店将于周一⟦reopen⟧，市长说。",
            "zh",
            source_lang="en",
            source="The shops will reopen on Monday, the mayor said.",
        ),
        bad(
            "Der Bürgermeister will ⟦the rule of law⟧ verteidigen, sagte er.",
            "de",
            source_lang="en",
            source="The mayor wants to defend the rule of law, he said.",
        ),
        good(
            "商店将于周一在app上开业。",
            "zh",
            source_lang="en",
            source="The shops will open in the app on Monday.",
        ),
        bad("Мер повідомив про вибухи. ⟦Следователи⟧ збирають докази й ⟦опрашивают⟧ людей.", "uk"),
        bad("Глава института говорит о ⟦Schuldenbremse⟧, которую критикуют.", "ru"),
        bad("Скорость ветра, достигавшая ⟦125 mph⟧, упала вдвое.", "ru"),
        bad("Três mil pessoas saíram com bandeiras ⟦y⟧ tambores pela cidade.", "pt"),
        bad("Він прийшов ⟦и⟧ сказав, що рада не голосувала.", "uk"),
        bad("⟦SON DAKİKA⟧: Starkes Beben erschüttert die Westtürkei\n\nEs bebte am Montag.", "de"),
        bad("⟦ÚLTIMA HORA⟧: Le ministre démissionne\n\nLe ministre s'en va.", "fr"),
        bad(
            "Die ⟦Préfecture⟧ verhängte am Montag eine Sperre, der ⟦Maire⟧ schwieg.",
            "de",
            source_lang="fr",
        ),
        good(
            "Die Banlieue wählt, der Figaro berichtet, die Guardia Civil ermittelt.",
            "de",
            source_lang="fr",
        ),
        good("José Ortega y Gasset e a mostra “Agua y sal” em São Paulo.", "pt"),
        bad("Il vento soffiava a ⟦125 mph⟧ e poi è calato.", "it"),
        good("Il vento soffiava a 200 km orari (125 mph) e poi è calato.", "it"),
        bad("Er hinterließ ⟦ANOTHER⟧ verzweifelten Kommentar, sagte sie am Montag.", "de"),
        good("Die App RECOVER und das Spiel Chat GPTED kamen am Montag, sagte sie.", "de"),
        good("The “gouvernement” and the gendarmerie (police) met at the Gare du Nord."),
        bad("Dane z bazy ⟦the⟧ Royal Air Force trafiły do szpiega, podała policja.", "pl"),
        bad("Le Yorkshire, où ⟦the⟧ Met Office a maintenu son alerte, attend la pluie.", "fr"),
        bad("Según ⟦the⟧ World Bank, la deuda creció el año pasado.", "es"),
        good("La band ha suonato Rock around the Clock e altri pezzi ieri sera.", "it"),
        good("Le discours dit « State of the Union » et le groupe The Who sont connus.", "fr"),
        good("The coup d’état, a fait accompli, was a case of déjà vu for the junta."),
        good("Médecins sans frontières and the Alternative für Deutschland disagreed."),
        good("A movement known as gilets jaunes and the party Bündnis 90/Die Grünen."),
        good("Vi fick nej.\n\n– I can't even open them indoors, säger han och skrattar.", "sv"),
        good("Le Bundesamt für Kultur (l'Office fédéral de la culture) paie la moitié.", "fr"),
        good("Hij bleef. „Ik zei tegen mijn vrouw: c'est de la folie”, vertelt hij.", "nl"),
        good("The French call him le vieux lion. “The Stadt is my theatre,” he said to us."),
        good("Ouédraogo of the Institut de recherche en sciences de la santé (IRSS) agreed."),
        good("Das meldet die Fédération de l'e-commerce et de la vente à distance (Fevad).", "de"),
        good("Elle a écrit : « Merci vielmal, c’était wunderbar. » Schlag (80e) est sorti.", "fr"),
        bad(
            "⟦Vecinos⟧ of the quarter have been without water for nine days, the mayor said.",
            source_lang="es",
        ),
        bad("⟦Kierowcy⟧ чекають у черзі добу. Влада шукає вихід.", "uk", source_lang="pl"),
        good("Campos said that Ramos was not at home. Ramos of Lima was there.", source_lang="es"),
        bad("Escribió en su cuenta. Entre los muertos hay una niña, dijo ⟦у⟧ Telegram.", "es"),
        bad("Волонтёры раздавали одеяла ⟦and⟧ горячие напитки семьям.", "ru"),
        bad("志愿者向各家庭分发毛毯⟦and⟧热饮，学校停课。", "zh"),
        bad("Les bénévoles ont distribué de l’eau ⟦و⟧ du pain aux familles.", "fr"),
        bad("Volunteers handed out bread ⟦et⟧ water to families.", "en"),
        good("Der griechische Buchstabe π, das α-Teilchen und das kyrillische „у“ fehlen.", "de"),
        good("No se ve que la marea cambie, y Europa no ve salida, dijo el experto.", "es"),
        good("Francuzi mówią na niego le boulanger. Gola strzelił Xaver Schlag z Gliwic.", "pl"),
        good(
            "Con dos outs conectó al right field en el tercer inning. Pusieron Non, je ne "
            "regrette rien.",
            "es",
        ),
        good("Про неї писала Tiroler Tageszeitung, знімало ORF.", "uk"),
        good("Cristina Fernández de Kirchner and Ursula von der Leyen met in La Paz."),
        good("Le leader du parti a fait du jogging ce week-end, selon le New York Times.", "fr"),
        good("Он купил iPhone и смотрел YouTube, сообщил сайт lenta.ru.", "ru"),
    ],
)
def untranslated_word(document: Document, matches: Sequence[Match]) -> Iterator[Hit]:
    """A word or phrase of another language stands in the sentence.

    Why: an engine copies what it does not know, or falls back into the source language in the
    middle of a sentence.
    Legitimate: loans, names, words in quotation marks, words that the text explains or speaks of,
    what somebody is called, songs. A speaker may mix languages: in speech it is of medium
    confidence, and so is what opens with a capital, as a title does.
    Only words that the target's press does not print are looked for.
    Fix: none; the word has to be translated.
    Authority: MQM, "untranslated".
    """
    passages = [passage for passage in document.untranslated if passage.kind == "words"]
    taken = [(passage.start, passage.end) for passage in document.untranslated]
    for match in matches if has_word_lists(document.target) else ():
        near = any(start < match.end and match.start < end for start, end in taken)
        if match.sources and not near and not _is_innocent(document, match):
            confidence = match.entry.confidence or "high"
            passages.append(Passage("words", match.start, match.end, match.sources, confidence))
    whole = {place.start for place in latin_sentences(document)}
    for place in latin_words(document):
        if place.start in whole:
            passages = [p for p in passages if not place.start <= p.start < place.end]
            continue
        here = [p for p in document.untranslated if p.start < place.end and place.start < p.end]
        if not any(p.confidence == place.confidence or p.kind == "sentence" for p in here):
            passages = [p for p in passages if p not in here] + [Passage("words", *place)]
    sisters = [
        Passage("words", word.start, word.end, word.sources, _if_named(document, *word[:2]))
        for word in (
            *latin_words_in_cyrillic(document),
            *sister_words(document),
            *(english_units(document) if document.target not in TARGETS else ()),
        )
    ]
    sisters += [Passage("words", *place) for place in left_conjunctions(document)]
    unsure = [p for p in passages if p.confidence != "high" and _overlaps(p, sisters)]
    passages = [p for p in passages if p not in unsure]
    passages += [p for p in sisters if not _overlaps(p, passages)]
    passages += (
        Passage("words", place.start, place.end, place.sources, "high")
        for place in strange_places(document)
        if not place.is_name
        and not any(p.start < place.end and place.start < p.end for p in document.untranslated)
    )
    shouted = [Passage("words", *span, ("en",), "high") for span in shouted_words(document)]
    passages += [p for p in shouted if not _overlaps(p, passages)]
    labels = [Passage("words", *label, "high") for label in flash_labels(document)]
    passages = [p for p in passages if not _overlaps(p, labels)] + labels
    nouns = [Passage("words", *noun) for noun in left_nouns(document)]
    nouns += [Passage("words", *noun) for noun in left_openers(document)]
    nouns += [Passage("words", *place, "medium") for place in english_openers(document)]
    nouns += [Passage("words", *article) for article in left_articles(document)]
    passages += [noun for noun in nouns if not _overlaps(noun, passages)]
    copied = list(_copied(document))
    passages = [p for p in passages if not _overlaps(p, copied)] + copied
    for passage in passages:
        if _is_glossed(document, passage):
            continue
        form = document.text[passage.start : passage.end]
        languages = " or ".join(map(language_name, passage.sources[:3])) or "another language"
        yield Hit(
            passage.start,
            passage.end,
            f"“{form}” is {languages}: the translation left it as it stood.",
            suggestion="translate it",
            sources=passage.sources,
            confidence=if_spoken(document, passage),
        )


def _copied(document: Document) -> Iterator[Passage]:
    """With the source at hand, the words that are plainly its own."""
    if document.source is None:
        return
    from mtcheck.bilingual.copies import copied_words

    sentences = [passage for passage in document.untranslated if passage.kind == "sentence"]
    for start, end in copied_words(document):
        passage = Passage("words", start, end, (document.source.target,), "high")
        if not _overlaps(passage, sentences):
            yield passage


def _is_glossed(document: Document, passage: Passage) -> bool:
    """Le Bundesamt für Kultur (l'Office fédéral de la culture): its translation follows."""
    gloss = _GLOSS.match(document.plain, passage.end)
    if gloss is None or not document.text[passage.start].isupper():
        return False
    words = LETTERS.findall(gloss[1].lower())
    return not grammar_words(document.target).isdisjoint(words)


def _if_named(document: Document, start: int, end: int) -> Confidence:
    """They called it frivolous: a fault, or a word that the text cites."""
    return "medium" if is_named(document, start, end) else "high"


def _overlaps(passage: Passage, others: Sequence[Passage]) -> bool:
    return any(other.start < passage.end and passage.start < other.end for other in others)


def _is_innocent(document: Document, match: Match) -> bool:
    form = document.text[match.start : match.end]
    opens = match.start == document.sentence_at(match.start).start
    if match.entry.confidence and form[0].isupper():
        is_written_small = match.entry.confidence == "high" and match.entry.find.islower()
        return (is_written_small and " " in form and not opens) or is_other_name(
            document, match.start, match.end
        )  # the Gendarmerie nationale
    if any(map(str.isupper, form[1:])) or (form[0].isupper() and not opens):
        return True  # Human Rights Watch
    if len(form) <= _SHORT and (
        is_loan(document, match.start, match.end)
        or not _SMALL_BEFORE.search(document.text, max(0, match.start - _REACH), match.start)
        or not _SMALL_AFTER.match(document.text, match.end)
    ):
        return True  # Presles et la Rosière, crème de la crème
    if len(form) <= _SHORT and _stands_in_long_name(document, match):
        return True
    return is_set_apart(document, match.start, match.end) or is_mention(
        document, match.start, match.end, 1
    )


def _stands_in_long_name(document: Document, match: Match) -> bool:
    """Institut de recherche en sciences de la santé (IRSS): a name before, and since then
    only words of the source or, where its initials stand behind, none of the target's own."""
    own = grammar_words(document.target)
    has_initials = _INITIALS_AFTER.match(document.text, match.end) is not None
    low = max(document.sentence_at(match.start).start, match.start - _REACH_OF_NAME)
    for word in reversed(LETTERS.findall(document.plain, low, match.start)):
        if word[0].isupper():
            return True
        is_of_source = any(word in common_words(source) for source in match.sources)
        if not is_of_source and (word in own or not has_initials):
            return False
    return False
