from collections.abc import Iterator
from itertools import chain

from mtcheck.document import Document
from mtcheck.language.data import languages_with
from mtcheck.language.eastern_people import eastern_people
from mtcheck.language.exonyms import PLACE_NAMES
from mtcheck.language.introduced_names import introduced_in_another_spelling
from mtcheck.language.name_pairs import Place, names_in_two_spellings
from mtcheck.language.names import is_explained
from mtcheck.language.people_twice import people_in_two_spellings
from mtcheck.rule import Hit, Related, bad, good, rule


@rule(
    category="terminology/inconsistent-use",
    severity="minor",
    confidence="high",
    languages=languages_with(PLACE_NAMES),
    examples=[
        bad("Volodymyr Zelensky spoke on Friday. Mr ⟦Zelenskyy⟧ then left. Zelensky slept."),
        bad("Kyiv was hit. Officials in Kyiv said so. The mayor of ⟦Kiev⟧ agreed."),
        bad("Mohammed al-Sinwar was there. He left. ⟦Mohamed⟧ ⟦Sinuar⟧ came back."),
        bad("Moussa Marzouk a parlé. Selon Moussa ⟦Marzuk⟧, c'est fini. Marzouk est parti.", "fr"),
        bad("Viktor Orbán sprach. Danach ging ⟦Orban⟧ heim. Orbán schwieg.", "de"),
        bad("Erdoğan habló el lunes. Después, ⟦Erdogan⟧ viajó a Roma. Erdoğan no dijo más.", "es"),
        bad("Volodymyr Zelensky ha parlato. Poi ⟦Zelenskyj⟧ è partito. Zelensky tace.", "it"),
        bad("Нетаньяху выступил. Позже ⟦Нетаниягу⟧ уехал. Нетаньяху молчит.", "ru"),
        bad("泽连斯基周五发表讲话。随后⟦泽伦斯基⟧离开。泽连斯基没有回应。", "zh"),
        bad(
            "ゼレンスキー氏が演説した。その後⟦ゼレンスキイ⟧氏は去った。ゼレンスキー氏は黙った。",
            "ja",
        ),
        bad("ニューサム知事が批判した。⟦ニューソム⟧知事は述べた。ニューサム氏は去った。", "ja"),
        bad("東海汽車の李文涛会長は訴えた。その後、⟦リー・ウェンタオ⟧会長は去った。", "ja"),
        bad("فاز أرسنال أمس. وكان ⟦آرسنال⟧ قد خسر ذهابا. ثم عاد أرسنال.", "ar"),
        bad("Свідок Жан Моро розповів про гроші. Суд іде. ⟦Морро⟧ знову прийде.", "uk"),
        bad("Student Pablo Ruiz žije v bytě. ⟦Pavel⟧ Ruiz platí přes polovinu.", "cs"),
        bad("The mayor, Marco Brunetti, spoke. “We need it now,” ⟦Brunetta⟧ added. Rain fell."),
        bad("Мер Адам Вонсович виступив. «Ми даємо час», – додав ⟦Васович⟧. Сума мала.", "uk"),
        bad("La nota es de Rosa Quispe, de la universidad. ⟦Quizpe⟧ pide ayuda.", "es"),
        bad("È intervenuta Eva Kröger. Alla fine ⟦Kroeger⟧ ha calcolato i costi.", "it"),
        bad("Ringrazia il sindaco Roberto Dipiazza. Poi ⟦Di Piazza⟧ è partito.", "it"),
        bad("ダニエル・フリーセン氏が語った。⟦フリーゼン⟧氏は教会に寄付する。", "ja"),
        bad("O réu é o empresário Carlos Teixeira. Segundo o juiz, ⟦Texeira⟧ fugiu.", "pt"),
        bad("Femke Verhoeven opende de brug. Volgens ⟦Verhoeffen⟧ duurt het nog jaren.", "nl"),
        bad("Le président Xi Jinping a signé. Il pleut. ⟦Xi Jin-ping⟧ est parti.", "fr"),
        bad("Le directeur Jean-Marc Lavaud parle. Puis ⟦Jean Marc Lavaud⟧ sort.", "fr"),
        bad("Timothy Bailey konuştu. Plaj kapandı. Sonra ⟦Timoty⟧ Bailey kenti terk etti.", "tr"),
        bad("Прилетел Дональд Бейкер. Шёл дождь. ⟦Доналд⟧ Бейкер обещает ответить.", "ru"),
        bad("Rozmawiał z Colette Kress. Padało. Obecna była Colette ⟦Cress⟧ z firmy.", "pl"),
        bad("Přijel Hassan Marzouk. Pršelo. Poté řekl Hassan ⟦Marzuq⟧, že odejde.", "cs"),
        bad("Es sprach Rashid Khalidi. Danach ging ⟦Chalidi⟧ nach Hause. Es regnete.", "de"),
        bad("馆长劳伦斯·德卡尔承认。下雨了。劳伦斯·⟦德斯卡斯⟧曾提出辞职。", "zh"),
        bad("コレット・クレス氏が語った。雨だ。コレット・⟦クレッス⟧氏は去った。", "ja"),
        bad("حضر جوهر بن مبارك الجلسة. كان الجو باردا. وقالت عائلة ⟦جوهار⟧ بن مبارك ذلك.", "ar"),
        good("Es kamen Daniel Weber und ein Arzt. Später kam Daniela Weber. Es regnete.", "de"),
        good("Hans-Peter Meier aus der Hans-Meier-Straße kam. Hans Meiers Haus ist alt.", "de"),
        good("Dmitri Karpov spoke. It rained. Dmitri Karpin, a rival, did not. He left."),
        good("Byl tu Marek Novák. Pršelo. Bez Marka Nováka to nepůjde. Řekl to Novák.", "cs"),
        good("Говорил Игорь Иванов. Шёл дождь. Потом говорил Игорь Ивашов. Все ушли.", "ru"),
        good("ダニエル・ウェーバー氏が来た。雨だ。ダニエラ・ウェーバー氏は去った。", "ja"),
        good("محمد صالح حضر. كان الجو باردا. وقال محمود صالح إن الأمر انتهى.", "ar"),
        good("Habló Juan Gómez. La localidad de Gomes, en Portugal, espera.", "es"),
        good("The mayor, Klaus Meyer, spoke. His rival Karin Meier did not. Meier left."),
        good(
            "Igor Ivanov came. Anna Ivanova and Marco Brunetti left, Brunetti said. Ivanova slept."
        ),
        bad(
            "Habló Rustam Minnijánov. «Es así», añadió luego ⟦Minnikhanov⟧. Minnijánov calló.", "es"
        ),
        good("Klaus Müller sprach. Karin Miller schwieg. Müller ging, Miller blieb.", "de"),
        good("Kyiv, known in Russian as Kiev, was quiet. Dynamo Kiev won in Kyiv."),
        good("Anna Anderson met Bibi Andersson. Anderson smiled; Andersson did not."),
        good("Müller, nebo Miller?\n\nKarel Müller uspěl. Peníze Karla Millera jsou pryč.", "cs"),
        good(
            "Möller gegen Müller\n\nDie Möllers klagten. Jens Müller gewann. Müller lachte.", "de"
        ),
        good("Путина ждали. Путину сказали. Путин уехал.", "ru"),
        good("Widziano Kowalskiego. Kowalskiemu podziękowano. Kowalski wyszedł.", "pl"),
    ],
)
def inconsistent_name(document: Document) -> Iterator[Hit]:
    """One person or place is spelt in two ways in one article.

    Why: an engine translates sentence by sentence and transcribes a name anew each time: Zelensky
    and Zelenskyy, Khan Younis and Khan Younes, Marzouk and Marzuk.
    Legitimate: two people (Klaus Müller and Karin Miller), case endings, names of clubs and firms
    (Dynamo Kiev), quotations, and a sentence that gives both spellings on purpose.
    Fix: none; which spelling is the house's own only the editor knows.
    Authority: every style guide asks for one spelling in an article; agencies publish theirs.
    """
    marked: set[int] = set()
    pairs = chain(
        names_in_two_spellings(document),
        introduced_in_another_spelling(document),
        people_in_two_spellings(document),
        eastern_people(document),
    )
    for usual, odd in pairs:
        for place in odd:
            if place.start in marked or _stands_as_word(document, place):
                continue
            if not is_explained(document, place.start):
                marked.add(place.start)
                yield _hit(document, place, usual[0])


def _stands_as_word(document: Document, place: Place) -> bool:
    """Alone after a colon: with a slip in the name: Mishkin."""
    before, after = document.text[: place.start].rstrip()[-1:], document.text[place.end :][:1]
    return before == ":" and after in ".;"


def _hit(document: Document, place: Place, usual: Place) -> Hit:
    form, other = document.text[place.start : place.end], document.text[usual.start : usual.end]
    return Hit(
        place.start,
        place.end,
        f"“{form}” here, “{other}” elsewhere: one name in two spellings, as when each sentence "
        "is translated by itself.",
        suggestion=other,
        related=(Related(usual.start, usual.end, "the other spelling"),),
    )
