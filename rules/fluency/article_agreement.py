from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.language.agreement import LANGUAGES, disagreements
from mtcheck.rule import Edit, Fix, Hit, bad, good, rule


@rule(
    category="linguistic-conventions/grammar",
    severity="minor",
    confidence="high",
    languages=LANGUAGES,
    examples=[
        bad("He waited ⟦a hour⟧ for ⟦an UN⟧ envoy.", fixed="He waited an hour for a UN envoy."),
        bad("⟦An unique⟧ chance for ⟦a 11⟧-year-old, said ⟦a FBI⟧ agent and ⟦a MP⟧."),
        bad("It was ⟦a “unfair⟧” deal worth ⟦a €8⟧ million fine and ⟦an BBC⟧ report."),
        bad(
            "⟦Le État⟧ a parlé ⟦de abord⟧ ⟦de Israël⟧, et ⟦que il⟧ soit content.",
            "fr",
            fixed="L’État a parlé d’abord d’Israël, et qu’il soit content.",
        ),
        bad("Le discours ⟦de le⟧ président ⟦à les⟧ élus : ⟦ce accord⟧ ⟦se arrête⟧ là.", "fr"),
        bad(
            "⟦Il stato⟧ e ⟦il uomo⟧: ⟦un studente⟧ parla ⟦dei elettori⟧ e ⟦di il⟧ governo.",
            "it",
            fixed="Lo stato e l’uomo: uno studente parla degli elettori e del governo.",
        ),
        bad(
            "⟦La agua⟧ subió, ⟦y incluso⟧ siete ⟦o ocho⟧ ríos ⟦de el⟧ norte: Irak ⟦y Irán⟧.",
            "es",
            fixed="El agua subió, e incluso siete u ocho ríos del norte: Irak e Irán.",
        ),
        bad(
            "O discurso ⟦de o⟧ presidente foi ⟦em a⟧ capital, ⟦por os⟧ jornais.",
            "pt",
            fixed="O discurso do presidente foi na capital, pelos jornais.",
        ),
        bad(
            "Meno di ⟦uno terzo⟧ dei ricavi, ⟦lo inizio⟧ di tutto, è ⟦in lo⟧ stesso ospedale.",
            "it",
            fixed="Meno di un terzo dei ricavi, l’inizio di tutto, è nello stesso ospedale.",
        ),
        bad(
            "⟦Sa équipe⟧ a signé ⟦un nouveau accord⟧ de paix.",
            "fr",
            fixed="Son équipe a signé un nouvel accord de paix.",
        ),
        bad(
            "Es war ⟦ein Entscheidung⟧ ⟦des Regierung⟧ ⟦im Verwaltung⟧.",
            "de",
            fixed="Es war eine Entscheidung der Regierung in der Verwaltung.",
        ),
        good(
            "Ein Land, das Ausbildung fördert; ein Vorsprung, ein Achtung gebietender Mann.",
            "de",
        ),
        good("Uno dice di no, uno su tre lo vede; da uno a dieci, uno scontro, lo stato.", "it"),
        good("Le nouveau est là, un beau et vieux pont, sa haine, sa onzième place.", "fr"),
        good("An hour, a unicorn, an MP, a UN envoy, an FBI agent, an 11th, an 18-year-old, an X."),
        good("A European won a one-off; a historic and an historic day; a NATO, an AIDS, a SIM."),
        good("Serie A and hepatitis A outbreaks; the A 8; a US, a UK, a Ukrainian."),
        good("Frankfurt an der Oder; an iPhone, an MSc, a T-shirt, an X-ray, a 1,800-mile trip."),
        good(
            "Le onze, le oui, le héros, de le faire, à les voir, de un à dix, Le Havre.",
            "fr",
        ),
        good(
            "Il sait que « Israël » vote. La une de Le Monde. Est-ce un oui ? Le yaourt de onze.",
            "fr",
        ),
        good(
            "Il signore gli ha detto: lo vede; lo Stato, gli dei, il whisky e l'uomo.",
            "it",
        ),
        good("El agua, las aguas; hierro y hielo; ¿Y Inés?; de él; El País de El Salvador.", "es"),
        good("Antes de o governo decidir, apesar de os jornais dizerem; leu em O Globo.", "pt"),
    ],
)
def article_agreement(document: Document) -> Iterator[Hit]:
    """A small word whose form does not fit the next: a hour, le État, il studente, de el norte.

    Why: engines choose the article before the noun is settled, and patches put another noun in;
    rule-based and small engines never merge "de le".
    Legitimate: words whose sound leaves both open (historic), letters and grades, acronyms that
    are read as words, h aspiré, "de le faire", "antes de o governo decidir", names.
    Fix: safe.
    Authority: Chicago Manual of Style 5.74 and 7.33; Grevisse, Le bon usage; Serianni,
    Grammatica italiana; Ortografía de la lengua española (RAE); Acordo Ortográfico.
    """
    for found in disagreements(document):
        yield Hit(
            found.start,
            found.end,
            f"{found.reason} Engines choose the small word before the next is settled.",
            suggestion=found.right,
            fix=Fix((Edit(found.start, found.end, found.right),)),
            confidence=found.confidence,
        )
