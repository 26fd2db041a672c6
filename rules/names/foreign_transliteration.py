from collections.abc import Iterator, Sequence

from mtcheck.document import Document
from mtcheck.language.conventions import language_name
from mtcheck.language.data import languages_with
from mtcheck.language.listed_names import listed_names
from mtcheck.language.names import is_explained
from mtcheck.language.soft_signs import names_with_soft_signs
from mtcheck.language.surnames import foreign_spellings
from mtcheck.language.transcribed_names import foreign_names
from mtcheck.lexicon import Lexicon, Match
from mtcheck.rule import Hit, bad, good, rule


@rule(
    category="linguistic-conventions/spelling",
    severity="major",
    confidence="high",
    languages=languages_with("foreign-transliteration.*.tsv"),
    lexicon=Lexicon("foreign-transliteration"),
    all_at_once=True,
    examples=[
        bad(
            "Strikes hit ⟦Khan Younes⟧ on Friday, residents said.",
            fixed="Strikes hit Khan Younis on Friday, residents said.",
        ),
        bad("⟦Selenskyj⟧ arrived in ⟦Kiew⟧ on Monday, his office said."),
        bad("The supreme leader, Ali ⟦Jamenei⟧, rejected the offer."),
        bad("Le président ukrainien Volodymyr ⟦Zelenskyy⟧ a parlé mardi à Bruxelles.", "fr"),
        bad("Der russische Präsident ⟦Vladimir⟧ Putin sprach am Montag mit Xi Jinping.", "de"),
        bad("El Gobierno de ⟦Beijing⟧ convocó el lunes al embajador.", "es", source_lang="en"),
        bad("Il presidente ⟦Poutine⟧ e ⟦Selenskyj⟧ non si sono visti.", "it"),
        bad("De Russische president ⟦Putin⟧ sprak met ⟦Lukashenko⟧.", "nl"),
        bad("Prezydent Ukrainy ⟦Zelensky⟧ rozmawiał z ministrem.", "pl"),
        bad("Ukrajinský prezident ⟦Zelensky⟧ jednal s premiérem.", "cs"),
        bad("Rusya lideri Putin ile ⟦Lukashenko⟧ görüştü.", "tr"),
        bad("Den ryske ministern ⟦Schoigu⟧ talade på måndagen.", "sv"),
        bad("O ministro ⟦Schoigu⟧ falou na segunda-feira.", "pt"),
        bad(
            "Der Leiter des Instituts in Omsk, Alexej ⟦Zhukov⟧, nannte am Montag einen Termin.",
            "de",
        ),
        bad("Il a reçu le ministre ukrainien Oleksiï ⟦Tschernyschow⟧ lundi.", "fr"),
        bad("La muestra del grabador ruso Serguéi ⟦Tchekhonine⟧ sigue abierta.", "es"),
        bad("O instrutor russo Igor ⟦Zajárov⟧ foi ouvido.", "pt"),
        bad("De Russische deskundige Sergej ⟦Chichkine⟧ sprak dinsdag.", "nl"),
        bad("O porta-voz do Kremlin, ⟦Siergiej⟧ Karatov, disse isso.", "pt"),
        good("L'écrivain Sergej Karatov vit à Paris. Le Russe Sergueï Markov aussi.", "fr"),
        bad("Podobně soudí ruský hydrolog Jurij ⟦Tschernow⟧.", "cs"),
        bad("Även den ryske konstruktören Andrej ⟦Schukowskij⟧ hördes.", "sv"),
        bad("Gize'de oturan öğretmen Nevin ⟦Shawqi⟧ ise temkinli.", "tr"),
        good("Londra'da yaşayan Mustafa Shawqi konuştu.", "tr"),
        bad("Wie ⟦Gerasimov⟧ am Dienstag sagte, geht der Krieg weiter.", "de"),
        bad("Le secrétaire du Conseil de sécurité, ⟦Patrushev⟧, est arrivé mardi.", "fr"),
        bad("Volgens ⟦Gerasimow⟧ gaat de oorlog gewoon door.", "nl"),
        bad("The Iranian officer Mohammad al-⟦Schahri⟧ spoke in Tehran on Monday."),
        bad("El gobernador ruso Veniamín Karatov y Rustam ⟦Schigabutdinow⟧ hablaron ayer.", "es"),
        bad("El aparato despegó de ⟦Almet'yevsk⟧ con nueve trabajadores a bordo.", "es"),
        bad("Der Zug nach ⟦Ryazan'⟧ blieb am Montag stehen.", "de"),
        good("Dell'ultimo treno, quest'anno, parla Sant'Angelo; Quell'uomo tace.", "it"),
        good("Kennedy'ego i Jacques'a nie było; Rock'n'rollowy zespół grał.", "pl"),
        good("N'Djamena, Be'er Sheva, Mas'ud and Didn't He Ramble were named.", "en"),
        good("Der Maler Paul Gerasimov lebt in Köln. Gerasimov malt Boote.", "de"),
        good("Der Tennisspieler Karen Chatschanow traf auf Rublew.", "de"),
        good("Der Pianist Alexander Schukow und Andrej Plenković trafen Igor Matovič.", "de"),
        good("Su pieza más conocida, Khan Younès, 1956, no es un tango político.", "es"),
        good("Igor Tschernow, un ingénieur de Berlin, est arrivé.", "fr"),
        good("Alexandre Netanyahou, a plumber, won. Netanyahou said that he was glad."),
        good("Zeynep Khameneï, the coach, left. Khameneï said nothing."),
        good("Moussa Diaby of Saint-Denis told Le Monde that he had read about Putin."),
        good("The Tribune de Genève and the Université libre de Bruxelles both declined."),
        good("Her film “Téhéran tabou” opens in London on Friday."),
        good("Écrit-on Poutine, Putin ou Poutin ? En allemand, Putin. Putin se lirait mal.", "fr"),
        good("Kyiv (Kiew in German, Kiev in Russian) was quiet overnight."),
    ],
)
def foreign_transliteration(document: Document, matches: Sequence[Match]) -> Iterator[Hit]:
    """A name is spelt as the source language's press spells it.

    Why: Arabic, Cyrillic, Persian or Hebrew names are written by sound, and each language does it
    in its own way: Poutine, Selenskyj, Jamenei. An engine that does not know the name copies it.
    Legitimate: people and places whose own name that is (a Frenchman called Moussa), names and
    titles in the source language (Tribune de Genève), a text that speaks of the spelling itself.
    Spellings that the target's press prints too are of medium confidence.
    Fix: where the name has one usual spelling in the target language; it chooses a word, so
    --unsafe-fixes makes it.
    Authority: the spellings that the agencies print: AFP and Le Monde against AP and Reuters, dpa,
    EFE and Fundéu; ISO 9 and the BGN/PCGN tables show where the differences come from.
    """
    spellings = [s for s in foreign_spellings(document) if not is_explained(document, s.start)]
    sure = [spelling for spelling in spellings if spelling.confidence == "high"]
    matches = [
        match
        for match in matches
        if match.entry.confidence != "medium"
        or not any(match.start < s.end and s.start < match.end for s in sure)
    ]
    yield from listed_names(document, matches)
    taken = [(match.start, match.end) for match in matches]
    for found in spellings:
        if not any(low < found.end and found.start < high for low, high in taken):
            taken.append((found.start, found.end))
            origin = " or ".join(language_name(source) for source in found.sources[:3])
            yield Hit(
                found.start,
                found.end,
                f"“{document.text[found.start : found.end]}” is how the name is spelt in {origin}; "
                "the translation kept it.",
                suggestion=found.own,
                sources=found.sources,
                confidence=found.confidence,
            )
    for soft in names_with_soft_signs(document):
        if not any(low < soft.end and soft.start < high for low, high in taken):
            taken.append((soft.start, soft.end))
            yield Hit(
                soft.start,
                soft.end,
                f"“{document.text[soft.start : soft.end]}” has the sign for a soft consonant, "
                "which scholars write and the press leaves out.",
                suggestion=soft.own,
                sources=("ru", "uk"),
            )
    for name in foreign_names(document):
        # Of a doubtful first name nothing more need be said beside a listed surname.
        reach = name.end + (name.confidence == "medium")
        if any(low <= reach and name.start < high for low, high in taken):
            continue
        if is_explained(document, name.start):
            continue
        origin = " or ".join(language_name(source) for source in name.sources[:3])
        form, own = document.text[name.start : name.end], f": {name.here}" if name.here else ""
        letters = f"“{name.letters}” in “{form}”" if name.here else f"“{form}”"
        yield Hit(
            name.start,
            name.end,
            f"{letters} is how {origin} spells such names; the translation kept it.",
            suggestion=f"the name as the language's press writes it{own}",
            sources=name.sources,
            confidence=name.confidence,
        )
