from collections.abc import Iterator
from itertools import chain

from mtcheck.document import Document, Span
from mtcheck.language.bare_phrases import bare_phrases
from mtcheck.language.caseless import torn_by_list, torn_by_pattern
from mtcheck.language.data import languages_with
from mtcheck.language.fragments import torn_pieces
from mtcheck.language.lone_phrases import lone_phrases
from mtcheck.origin import ANY_SOURCE
from mtcheck.rule import Hit, Related, bad, good, rule


@rule(
    category="linguistic-conventions/grammar",
    severity="major",
    confidence="high",
    languages=(
        *languages_with("finite-verbs.bin", "news-heads.txt"),
        *languages_with("finite-endings.txt", "news-heads.txt"),
        *languages_with("torn-pieces.txt"),
    ),
    yields_to=("untranslated-sentence", "untranslated-word"),
    examples=[
        bad(
            "Some 1,140 people were killed, most of them civilians, according to a data-based AFP "
            "count. ⟦Israeli officials.⟧"
        ),
        bad(
            "The attack was condemned on Friday by. ⟦The European Union.⟧ It called for restraint."
        ),
        bad(
            "Two people died in the blast in the town on Friday.\n\n⟦Israeli officials.⟧\n\n"
            "The talks will go on in Cairo next week, they said."
        ),
        bad("Two people died in the blast on Friday. ⟦According to the police.⟧"),
        bad(
            "The ministers met for an hour on Friday.\n\n⟦of the Security Council.⟧\n\n"
            "They meet again today."
        ),
        bad(
            "Le bilan s’élève à 24 762 morts depuis le mois d’octobre. ⟦Responsables israéliens.⟧",
            "fr",
        ),
        bad("Les combats ont repris vendredi matin à l’aube. ⟦Dans la bande de Gaza.⟧", "fr"),
        bad("Bei dem Angriff starben am Freitag zwei Menschen. ⟦Israelische Behörden.⟧", "de"),
        bad("Dos personas murieron el viernes en el ataque. ⟦Funcionarios israelíes.⟧", "es"),
        bad("法律界人士认为，案件最终可能打到最高法院。⟦根据多名宪法学者的看法。⟧", "zh"),
        bad("目撃者の女性は「椅子の下に隠れた」と語った。⟦地元テレビによると。⟧", "ja"),
        bad("انتقد المدرب إيدي هاو التحكيم بشدة. ⟦ولا سيما تقنية الفيديو.⟧", "ar"),
        bad(
            "Rozmowy zakończyły się późnym wieczorem w piątek bez wyniku. ⟦Rzecznik resortu.⟧ "
            "Strony wrócą do stołu w poniedziałek.",
            "pl",
        ),
        bad(
            "Пожар тушили всю ночь, погибли двое. ⟦Жители соседних домов.⟧ Причины выясняют.", "ru"
        ),
        bad(
            "Yangın bütün gece sürdü, iki kişi öldü. ⟦Bölge sakinleri.⟧ Nedeni araştırılıyor.", "tr"
        ),
        bad(
            "El local podría convertirse en un gimnasio, según fuentes del sector. ⟦Una cadena "
            "alemana.⟧",
            "es",
            source_lang="fr",
        ),
        bad(
            "Sie habe im Mai etwas ändern wollen, nun lasse sie alle im Stich. ⟦Sagte sie "
            "gegenüber der BBC.⟧",
            "de",
            source_lang="en",
        ),
        bad(
            "Čtyřletý samec váží po útěku jen dvacet kilogramů. ⟦Tak mluvčí.⟧",
            "cs",
            source_lang="de",
        ),
        good(
            "Una noche larga. El ministro se marchó de la sede en silencio. Ni una palabra.", "es"
        ),
        good("Мэрия закрыла движение по мосту до конца недели. Водители недовольны.", "ru"),
        good("Rozmowy zakończyły się późnym wieczorem w piątek bez wyniku. Smutny rekord.", "pl"),
        good(
            "He asked them all for help that day. Not a chance. Why now? The worst crisis in "
            "European history. And then: silence. No comment from the European Union."
        ),
        good("Who attacked first that night in the town? The Israeli army. So they say."),
        good("The vote was close in all the big cities. Good news for European governments."),
        good("The clock stopped and seemed to think about it. In the Rectory a curtain moved."),
        good("Op de kade gooit de schipper nu de trossen los. Voor het laatst.", "nl"),
        good("Zprávu dostalo v pondělí ráno jedenašedesát tisíc lidí. Včetně žen.", "cs"),
        good(
            "The talks ended late on Friday.\n\nIsraeli soldiers near the border.\n\nby Jane Doe."
        ),
        good(
            "Ils ont voté toute la nuit à Bruxelles. Pas le gouvernement français. Un désastre.",
            "fr",
        ),
        good(
            "Er hat die ganze Nacht verhandelt. Kein gutes Zeichen für die deutsche Regierung.",
            "de",
        ),
        good("Votaron durante toda la noche en Madrid. Ni una palabra del Gobierno español.", "es"),
    ],
)
def sentence_fragment(document: Document) -> Iterator[Hit]:
    """A stray piece without a verb that was torn from the sentence beside it.

    Why: the text was cut into segments in the middle of a sentence, or the engine closed a
    sentence too early and had words left over.
    Legitimate: sentences that good journalists write without a verb (Not a chance. The worst of
    all.), headlines, captions, lists, answers, sign-offs.
    Fix: none; the piece must be put back where the source has it.
    Authority: a sentence of news has a verb, or leaves it out on purpose.
    """
    sure = {*chain(torn_pieces(document), torn_by_list(document))}
    for piece, whole in sorted(sure):
        yield _hit(piece, whole)
    known = {piece for piece, _ in sure}
    for piece, whole in chain(lone_phrases(document), bare_phrases(document)):
        if piece not in known:
            known.add(piece)
            yield _hit(piece, whole)._replace(sources=ANY_SOURCE, confidence="medium")
    for piece, whole, is_sure in torn_by_pattern(document):
        hit = _hit(piece, whole)
        if not is_sure:
            hit = hit._replace(sources=ANY_SOURCE, confidence="medium")
        yield hit


def _hit(piece: Span, whole: Span) -> Hit:
    return Hit(
        *piece,
        "A piece of a sentence stands by itself, without a verb: it was torn from the "
        "sentence beside it.",
        suggestion="put it back where the source has it, or delete it",
        related=(Related(*whole, "torn from this sentence"),),
    )
