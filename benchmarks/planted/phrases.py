"""What stands on the pages of real outlets, and what machines make of it.

Collected without a look into the word lists of mtcheck: a benchmark must not know what it judges.
{title} stands for the headline of another article.
"""

RELATED_LINKS = {
    "en": (
        "Also read: {title}", "• Also read: {title}", "Also read | {title}", "ALSO READ: {title}",
        "Also Read - {title}", "Read also: {title}", "READ ALSO {title}", "Read also - {title}",
        "To read also: {title}", "Also to read: {title}", "- Also to read: {title}",
        "To be read also: {title}", "Read too: {title}", "See also: {title}", "SEE ALSO - {title}",
        "Also to see: {title}", "To see also - {title}", "Read more: {title}",
        "READ MORE: {title}", "Read More | {title}", "Read next: {title}", "Related: {title}",
        "RELATED STORY: {title}", "Related article: {title}", "More on this: {title}",
        "More on the topic: {title}", "On the same subject: {title}", "Also on rt.com {title}",
        "Also interesting: {title}", "This might also interest you: {title}",
        "You may also like: {title}", "It may interest you: {title}",
        "You may be interested in: {title}", "Don't miss: {title}", "Our file: {title}",
        "Continue reading: {title}", "Also discover: {title}", "Recommended reading: {title}",
        "À lire aussi : {title}", "LIRE AUSSI - {title}", "Lesen Sie auch: {title}",
        "Lea también: {title}", "Читайте также: {title}", "Leggi anche: {title}",
        "Mehr zum Thema: {title}", "Te puede interesar: {title}", "À voir aussi - {title}",
    ),
    "fr": (
        "À lire aussi : {title}", "A lire aussi : {title}", "• À lire aussi: {title}",
        "Lire aussi : {title}", "LIRE AUSSI - {title}", "Lire aussi | {title}",
        "À LIRE AUSSI {title}", "» LIRE AUSSI - {title}", "À voir aussi - {title}",
        "Lire également : {title}", "À lire également : {title}", "Lire notre article : {title}",
        "À lire ensuite : {title}", "Sur le même sujet : {title}", "À relire : {title}",
        "Pour en savoir plus : {title}", "En savoir plus : {title}", "Lire plus : {title}",
        "Lisez aussi : {title}", "Lisez également : {title}", "Lisez plus : {title}",
        "En lire plus : {title}", "Voir aussi : {title}", "Regardez aussi : {title}",
        "Aussi à lire : {title}", "Aussi lu : {title}", "Articles connexes : {title}",
        "Article associé : {title}", "En relation : {title}", "À ne pas manquer : {title}",
        "Vous pourriez aussi être intéressé par : {title}", "Cela peut vous intéresser : {title}",
        "Plus sur le sujet : {title}", "Plus d'informations : {title}",
        "READ MORE: {title}", "Read more: {title}", "Also read: {title}", "RELATED: {title}",
        "Lesen Sie auch: {title}", "Lea también: {title}", "Leggi anche: {title}",
        "Читайте также: {title}", "Mehr zum Thema: {title}",
    ),
    "de": (
        "Lesen Sie auch: {title}", "Lesen Sie auch: „{title}“", "LESEN SIE AUCH: {title}",
        "Lesen Sie hier: {title}", "Lesen Sie mehr: {title}", "Mehr lesen: {title}",
        "Lies auch: {title}", "Lesen Sie dazu auch: {title}", "Mehr zum Thema: {title}",
        "Mehr dazu: {title}", "Zum Thema: {title}", "Auch interessant: {title}",
        "Auch lesenswert: {title}", "Das könnte Sie auch interessieren: {title}",
        "Das könnte Sie interessieren: {title}", "Siehe auch: {title}", "SIEHE AUCH: {title}",
        "Auch zu lesen: {title}", "Auch lesen: {title}", "Zu lesen auch: {title}",
        "• Lesen Sie auch: {title}", "Ebenfalls zu lesen: {title}", "Weiterlesen: {title}",
        "WEITERLESEN: {title}", "Verwandt: {title}", "Verwandte Artikel: {title}",
        "Ähnliche Artikel: {title}", "Zum gleichen Thema: {title}", "Zum selben Thema: {title}",
        "Sehen Sie auch: {title}", "Auch sehenswert: {title}", "Nicht verpassen: {title}",
        "READ MORE: {title}", "Also read: {title}", "Related: {title}", "À lire aussi : {title}",
        "LIRE AUSSI - {title}", "Lea también: {title}", "Leggi anche: {title}",
        "Читайте также: {title}",
    ),
    "es": (
        "Lea también: {title}", "LEA TAMBIÉN: {title}", "Lee también: {title}",
        "Lea también | {title}", "Lee también | {title}", "• Lea también: {title}",
        "Leer también: {title}", "También lea: {title}", "Le puede interesar: {title}",
        "Te puede interesar: {title}", "También te puede interesar: {title}",
        "Le recomendamos: {title}", "Te recomendamos: {title}", "Leer más: {title}",
        "LEER MÁS: {title}", "Lea más: {title}", "Más información: {title}",
        "Noticia relacionada: {title}", "Relacionado: {title}", "RELACIONADO: {title}",
        "Artículo relacionado: {title}", "Vea también: {title}", "Ver también: {title}",
        "Ver más: {title}", "A leer también: {title}", "También para leer: {title}",
        "Para leer también: {title}", "Sobre el mismo tema: {title}", "Más sobre el tema: {title}",
        "No te pierdas: {title}", "No se pierda: {title}", "Siga leyendo: {title}",
        "READ MORE: {title}", "Also read: {title}", "Related: {title}", "À lire aussi : {title}",
        "LIRE AUSSI - {title}", "Lesen Sie auch: {title}", "Leggi anche: {title}",
        "Leia também: {title}", "Читайте также: {title}",
    ),
}  # fmt: skip

FURNITURE = {
    "en": (
        "Advertisement", "ADVERTISEMENT", "- Advertisement -", "Advertising", "Ad",
        "Story continues below advertisement", "Article continues after advertisement",
        "Continue after the ad", "The rest after this advertisement", "Sponsored content",
        "Share this article", "Share on Facebook", "Share on Twitter", "Share", "Tweet",
        "Click to share on WhatsApp (Opens in new window)", "Print this page", "Send by e-mail",
        "Subscribe to our newsletter", "Sign up for our daily newsletter",
        "Get the latest news in your inbox every morning.", "Subscribe now", "Log in to comment",
        "This article is reserved for subscribers", "Already a subscriber? Log in",
        "We use cookies to improve your experience on our site.", "Accept all cookies",
        "Photo: AFP", "Photo credit: Reuters", "Photo by Joe Raedle/Getty Images",
        "© AFP", "Image: dpa", "Follow us on Twitter", "Follow us on Facebook and Instagram",
        "Comments (12)", "Leave a comment", "Reading time: 3 minutes", "3 min read",
        "Published on 18/01/2024 at 15:32", "Loading...", "Back to the home page", "Most read",
        "Video not available", "Your browser does not support the video tag.", "Top stories",
    ),
    "fr": (
        "Publicité", "PUBLICITÉ", "- Publicité -", "Annonce", "La suite après la publicité",
        "La suite après cette publicité", "L'article continue après la publicité",
        "Contenu sponsorisé", "Partager cet article", "Partager sur Facebook", "Partager",
        "Partager sur WhatsApp", "Imprimer", "Envoyer par e-mail", "Abonnez-vous",
        "Abonnez-vous à notre newsletter", "Inscrivez-vous à notre newsletter",
        "Recevez chaque matin l'essentiel de l'actualité.", "S'abonner", "Je m'abonne",
        "Article réservé aux abonnés", "Cet article est réservé aux abonnés",
        "Déjà abonné ? Se connecter", "Nous utilisons des cookies pour améliorer votre expérience.",
        "Tout accepter", "Photo : AFP", "Crédit photo : Reuters", "© AFP", "Photo AFP",
        "Suivez-nous sur Twitter", "Suivez-nous sur Facebook et Instagram", "Commentaires (12)",
        "Laisser un commentaire", "Temps de lecture : 3 minutes", "Lecture 3 min.",
        "Publié le 18/01/2024 à 15h32", "Chargement...", "Retour à l'accueil", "Les plus lus",
        "Vidéo non disponible", "Votre navigateur ne prend pas en charge la vidéo.",
    ),
    "de": (
        "Anzeige", "ANZEIGE", "- Anzeige -", "Werbung", "Weiter nach der Anzeige",
        "Artikel wird nach der Anzeige fortgesetzt", "Die Geschichte geht nach der Werbung weiter",
        "Gesponserter Inhalt", "Artikel teilen", "Diesen Artikel teilen", "Auf Facebook teilen",
        "Teilen", "Drucken", "Per E-Mail versenden", "Newsletter abonnieren",
        "Abonnieren Sie unseren Newsletter", "Melden Sie sich für unseren Newsletter an",
        "Jetzt abonnieren", "Dieser Artikel ist Abonnenten vorbehalten",
        "Bereits Abonnent? Anmelden", "Wir verwenden Cookies, um unsere Website zu verbessern.",
        "Alle Cookies akzeptieren", "Foto: dpa", "Bild: Reuters", "© AFP", "Foto: AFP",
        "Quelle: dpa", "Folgen Sie uns auf Twitter", "Folgen Sie uns auf Facebook und Instagram",
        "Kommentare (12)", "Kommentar schreiben", "Lesezeit: 3 Minuten", "Lesedauer: 3 Min.",
        "Veröffentlicht am 18.01.2024 um 15:32 Uhr", "Wird geladen...", "Zur Startseite",
        "Meistgelesen", "Video nicht verfügbar",
    ),
    "es": (
        "Publicidad", "PUBLICIDAD", "- Publicidad -", "Anuncio",
        "La noticia continúa después de la publicidad", "Continúa leyendo tras la publicidad",
        "Contenido patrocinado", "Compartir", "Compartir este artículo", "Compartir en Facebook",
        "Compartir en WhatsApp", "Imprimir", "Enviar por correo electrónico",
        "Suscríbete a nuestro boletín", "Suscríbase a nuestra newsletter",
        "Reciba cada mañana las noticias en su correo.", "Suscríbete", "Suscríbase ahora",
        "Contenido exclusivo para suscriptores", "Este artículo está reservado a los suscriptores",
        "¿Ya eres suscriptor? Inicia sesión",
        "Utilizamos cookies para mejorar su experiencia en nuestro sitio.", "Aceptar todas",
        "Foto: EFE", "Crédito de la foto: Reuters", "© AFP", "Foto: AFP", "Imagen: EFE",
        "Síguenos en Twitter", "Síganos en Facebook e Instagram", "Comentarios (12)",
        "Deja un comentario", "Tiempo de lectura: 3 minutos",
        "Publicado el 18/01/2024 a las 15:32", "Cargando...", "Volver al inicio",
        "Lo más leído", "Video no disponible",
    ),
}  # fmt: skip

_LLM_ENGLISH = (
    "Here is the translation:", "Here is the translated article:", "Sure! Here is the translation:",
    "Certainly! Here's the translation of the article into {language}:",
    "Here's the {language} translation of the text you provided:",
    "Translation:", "**Translation:**", "Translated text:",
    "Note: I have kept the proper names in their original form.",
    "Note: The text was cut off, so I translated only the visible part.",
    "(Note: this is a literal translation; some idioms were adapted.)",
    "I hope this helps! Let me know if you need anything else.",
    "Please let me know if you would like me to adjust the tone.",
    "As an AI language model, I cannot verify the claims made in this article.",
    "I'm sorry, but I can't translate this part of the text.",
)  # fmt: skip

LLM_METATEXT = {
    "en": tuple(line.format(language="English") for line in _LLM_ENGLISH),
    "fr": (
        "Voici la traduction :", "Voici la traduction de l'article en français :",
        "Bien sûr ! Voici la traduction du texte :", "Traduction :", "**Traduction :**",
        "Remarque : j'ai conservé les noms propres dans leur langue d'origine.",
        "N'hésitez pas à me dire si vous souhaitez des modifications.",
        "En tant que modèle de langage, je ne peux pas vérifier ces informations.",
        *(line.format(language="French") for line in _LLM_ENGLISH[:9]),
    ),
    "de": (
        "Hier ist die Übersetzung:", "Hier ist die Übersetzung des Artikels ins Deutsche:",
        "Natürlich! Hier ist die Übersetzung:", "Übersetzung:", "**Übersetzung:**",
        "Hinweis: Ich habe die Eigennamen in der Originalsprache belassen.",
        "Lassen Sie mich wissen, wenn Sie Änderungen wünschen.",
        "Als KI-Sprachmodell kann ich diese Angaben nicht überprüfen.",
        *(line.format(language="German") for line in _LLM_ENGLISH[:9]),
    ),
    "es": (
        "Aquí está la traducción:", "Aquí tienes la traducción del artículo al español:",
        "¡Claro! Aquí está la traducción:", "Traducción:", "**Traducción:**",
        "Nota: He mantenido los nombres propios en su idioma original.",
        "Espero que esto te sea útil. Avísame si necesitas algún cambio.",
        "Como modelo de lenguaje, no puedo verificar esta información.",
        *(line.format(language="Spanish") for line in _LLM_ENGLISH[:9]),
    ),
}  # fmt: skip

CUT_MARKS = {
    "en": (
        "[...]", "[…]", "(...)", "… Read more", "... Read more", "[Read more]", "(continued",
        "Continue reading", "Read the rest of the article", "... (more)", "[+1234 chars]", "…",
    ),
    "fr": (
        "[...]", "[…]", "(...)", "… Lire la suite", "... Lire la suite", "[Lire la suite]",
        "(suite", "Lire la suite de l'article", "Lire la suite", "[+1234 chars]", "…",
    ),
    "de": (
        "[...]", "[…]", "(...)", "… Weiterlesen", "... weiterlesen", "[Weiterlesen]", "[mehr]",
        "Den ganzen Artikel lesen", "(Fortsetzung", "[+1234 chars]", "…",
    ),
    "es": (
        "[...]", "[…]", "(...)", "… Leer más", "... Leer más", "[Leer más]", "(continúa",
        "Seguir leyendo", "Leer el artículo completo", "[+1234 chars]", "…",
    ),
}  # fmt: skip

FOREIGN_QUOTES = {
    "en": (("« ", " »", "fr"), ("«", "»", "es"), ("„", "“", "de"), ("»", "«", "de"),
           ("„", "”", "pl"), ("「", "」", "ja"), ("”", "”", "sv"), ("《", "》", "zh")),
    "fr": (("„", "“", "de"), ("»", "«", "de"), ("„", "”", "pl"), ("「", "」", "ja"),
           ("”", "”", "sv")),
    "de": (("« ", " »", "fr"), ("“", "”", "en"), ("„", "”", "pl"), ("「", "」", "ja"),
           ("”", "”", "sv"), ("‘", "’", "en")),
    "es": (("« ", " »", "fr"), ("„", "“", "de"), ("»", "«", "de"), ("„", "”", "pl"),
           ("「", "」", "ja"), ("”", "”", "sv")),
}  # fmt: skip
"""Opening and closing mark, and a language whose press prints them."""

ACRONYMS = {
    "en": (
        ("NATO", "OTAN", "fr"), ("UN", "ONU", "fr"), ("EU", "UE", "fr"), ("IMF", "FMI", "fr"),
        ("WHO", "OMS", "fr"), ("GDP", "PIB", "fr"), ("IAEA", "AIEA", "fr"), ("AIDS", "SIDA", "fr"),
        ("ECB", "BCE", "fr"), ("HIV", "VIH", "fr"), ("OECD", "OCDE", "fr"), ("WTO", "OMC", "fr"),
        ("US", "EE.UU.", "es"), ("NATO", "OTAN", "es"), ("UN", "ONU", "es"), ("GDP", "BIP", "de"),
        ("IMF", "IWF", "de"), ("ECB", "EZB", "de"), ("US", "EUA", "pt"),
        ("NGO", "ONG", "fr"), ("NGOs", "ONG", "fr"), ("VAT", "TVA", "fr"), ("DNA", "ADN", "fr"),
        ("CEO", "PDG", "fr"), ("ICC", "CPI", "fr"),
    ),
    "fr": (
        ("OTAN", "NATO", "en"), ("ONU", "UN", "en"), ("UE", "EU", "en"), ("FMI", "IMF", "en"),
        ("PIB", "GDP", "en"), ("OMS", "WHO", "en"), ("BCE", "ECB", "en"), ("FMI", "IWF", "de"),
        ("PIB", "BIP", "de"), ("BCE", "EZB", "de"), ("ONU", "UNO", "de"), ("OCDE", "OECD", "en"),
        ("OMC", "WTO", "en"), ("ADN", "DNA", "en"), ("VIH", "HIV", "en"), ("ONG", "NGO", "en"),
        ("AIEA", "IAEA", "en"), ("CPI", "ICC", "en"), ("TVA", "VAT", "en"),
    ),
    "de": (
        ("NATO", "OTAN", "fr"), ("Nato", "OTAN", "fr"), ("UN", "ONU", "fr"), ("UNO", "ONU", "fr"),
        ("EU", "UE", "fr"), ("IWF", "IMF", "en"), ("EZB", "ECB", "en"), ("BIP", "GDP", "en"),
        ("IWF", "FMI", "fr"), ("EZB", "BCE", "fr"), ("BIP", "PIB", "fr"), ("WHO", "OMS", "fr"),
        ("OECD", "OCDE", "fr"), ("USA", "EE.UU.", "es"), ("WTO", "OMC", "fr"),
        ("IAEA", "AIEA", "fr"), ("IStGH", "ICC", "en"),
    ),
    "es": (
        ("OTAN", "NATO", "en"), ("ONU", "UN", "en"), ("UE", "EU", "en"), ("FMI", "IMF", "en"),
        ("PIB", "GDP", "en"), ("OMS", "WHO", "en"), ("BCE", "ECB", "en"), ("OCDE", "OECD", "en"),
        ("OMC", "WTO", "en"), ("FMI", "IWF", "de"), ("BCE", "EZB", "de"), ("PIB", "BIP", "de"),
        ("ADN", "DNA", "en"), ("VIH", "HIV", "en"), ("ONG", "NGO", "en"), ("OIEA", "IAEA", "en"),
        ("OIEA", "AIEA", "fr"), ("EE.UU.", "US", "en"), ("EE. UU.", "US", "en"),
    ),
}  # fmt: skip
"""The target's own form, the form that a translation leaves, and the language it is of."""

TRANSLITERATIONS = {
    "en": (
        ("Putin", "Poutine", "fr"), ("Gaddafi", "Kadhafi", "fr"), ("Moscow", "Moscou", "fr"),
        ("Tehran", "Téhéran", "fr"), ("Beijing", "Pékin", "fr"), ("Yeltsin", "Eltsine", "fr"),
        ("Netanyahu", "Netanyahou", "fr"), ("Baghdad", "Bagdad", "fr"), ("Cairo", "Le Caire", "fr"),
        ("Lavrov", "Lawrow", "de"), ("Medvedev", "Medwedew", "de"), ("Kiev", "Kiew", "de"),
        ("Yanukovych", "Janukowitsch", "de"), ("Zelensky", "Selenskyj", "de"),
        ("Tymoshenko", "Timoschenko", "de"), ("Moscow", "Moskau", "de"), ("Moscow", "Moscú", "es"),
        ("Khodorkovsky", "Chodorkowski", "de"), ("Chechnya", "Tschetschenien", "de"),
        ("Medvedev", "Medvédev", "es"), ("Gaddafi", "Gadafi", "es"), ("Beijing", "Pekín", "es"),
        ("Tehran", "Teherán", "es"), ("Zelensky", "Zelenski", "es"), ("Khamenei", "Jamenei", "es"),
        ("Abbas", "Abás", "es"), ("Tokyo", "Tokio", "de"), ("Khartoum", "Jartum", "es"),
        ("Kyiv", "Kiew", "de"), ("Navalny", "Nawalny", "de"), ("Lukashenko", "Loukachenko", "fr"),
        ("Yanukovych", "Ianoukovitch", "fr"), ("Tymoshenko", "Timochenko", "fr"),
        ("Chechnya", "Tchétchénie", "fr"), ("Kharkiv", "Charkiw", "de"),
    ),
    "fr": (
        ("Poutine", "Putin", "en"), ("Moscou", "Moscow", "en"), ("Pékin", "Beijing", "en"),
        ("Téhéran", "Tehran", "en"), ("Kadhafi", "Gaddafi", "en"), ("Bagdad", "Baghdad", "en"),
        ("Netanyahou", "Netanyahu", "en"), ("Medvedev", "Medwedew", "de"),
        ("Lavrov", "Lawrow", "de"),
        ("Eltsine", "Yeltsin", "en"), ("Tchétchénie", "Chechnya", "en"),
        ("Ianoukovitch", "Yanukovych", "en"), ("Timochenko", "Tymoshenko", "en"),
        ("Poutine", "Putin", "de"), ("Moscou", "Moskau", "de"), ("Moscou", "Moscú", "es"),
        ("Kiev", "Kiew", "de"), ("Kadhafi", "Gadafi", "es"), ("Téhéran", "Teherán", "es"),
        ("Londres", "London", "en"), ("Le Caire", "Cairo", "en"), ("Damas", "Damascus", "en"),
    ),
    "de": (
        ("Medwedew", "Medvedev", "en"), ("Timoschenko", "Tymoshenko", "en"),
        ("Tschetschenien", "Chechnya", "en"), ("Teheran", "Tehran", "en"),
        ("Moskau", "Moscow", "en"), ("Moskau", "Moscou", "fr"), ("Putin", "Poutine", "fr"),
        ("Bagdad", "Baghdad", "en"), ("Lawrow", "Lavrov", "en"), ("Peking", "Pékin", "fr"),
        ("Janukowitsch", "Yanukovych", "en"), ("Gorbatschow", "Gorbachev", "en"),
        ("Chodorkowski", "Khodorkovsky", "en"), ("Jelzin", "Yeltsin", "en"),
        ("Netanjahu", "Netanyahou", "fr"), ("Gaddafi", "Kadhafi", "fr"), ("Moskau", "Moscú", "es"),
        ("Damaskus", "Damas", "fr"), ("Kairo", "Cairo", "en"), ("Nawalny", "Navalny", "en"),
        ("Selenskyj", "Zelensky", "en"), ("Prag", "Prague", "en"), ("Warschau", "Warsaw", "en"),
    ),
    "es": (
        ("Moscú", "Moscow", "en"), ("Pekín", "Beijing", "en"), ("Teherán", "Tehran", "en"),
        ("Gadafi", "Gaddafi", "en"), ("Bagdad", "Baghdad", "en"), ("Gadafi", "Kadhafi", "fr"),
        ("Putin", "Poutine", "fr"), ("Moscú", "Moscou", "fr"), ("Moscú", "Moskau", "de"),
        ("Damasco", "Damascus", "en"), ("Chechenia", "Chechnya", "en"), ("Londres", "London", "en"),
        ("Tokio", "Tokyo", "en"), ("El Cairo", "Cairo", "en"), ("Timoshenko", "Tymoshenko", "en"),
        ("Yanukóvich", "Yanukovych", "en"), ("Medvédev", "Medwedew", "de"), ("Kiev", "Kiew", "de"),
        ("Jamenei", "Khamenei", "en"), ("Varsovia", "Warsaw", "en"), ("Praga", "Prague", "en"),
    ),
}  # fmt: skip
"""The target's own name, the spelling that a translation leaves, and the language it is of."""

VERBS = {
    "en": "said says was were is are has had have will would told announced warned could may",
    "fr": "est sont était étaient ont avait avaient a sera seront affirme dit peut",
    "de": "ist sind war waren hat haben hatte hatten wird werden wurde wurden kann sagte will",
    "es": "es son era eran fue fueron ha han había será está están dijo puede",
}
"""Finite verbs that end the first noun phrase of a sentence."""

PRONOUNS = {
    "en": "He She It They We You I This That There These Those What Who When If As But And Here"
    " During After Before In On At For With By From To While Because Not No So Then Now Or",
    "fr": "Il Elle Ils Elles On Nous Vous Je Ce Cela Ceci C Qui Que Quand Si Mais Et Où Tout Ça"
    " Dans En Sur Pour Avec Par De Pendant Après Avant Depuis Selon Lors Comme Ne Pas Ainsi Y À",
    "de": "Er Sie Es Wir Ihr Ich Das Dies Dieser Diese Dieses Wer Was Wenn Als Aber Und Hier Da Man"
    " So Dabei Dort Damit Jetzt Dann Nun Doch Zudem Auch Darüber Derzeit Deshalb Bisher In Im Am"
    " An Auf Für Mit Von Vom Bei Beim Nach Vor Seit Während Zum Zur Zu Aus Um Laut Nicht Noch",
    "es": "Él Ella Ello Ellos Esto Eso Este Esta Estos Que Quien Cuando Si Pero Y Aquí No Así Ya Lo"
    " Todo Nosotros También Se"
    " En Por Para Con De Desde Durante Tras Según Sin Sobre A Al Como Entre Hasta Hace Además",
}
"""Words that open no noun phrase that could be torn off."""

CLAUSE_WORDS = {
    "en": "he she it they we you i who that which what if when as and but",
    "fr": "il elle ils elles on nous vous je qui que si quand et mais se ne",
    "de": "er sie es wir ihr ich wer was wenn als und aber sich man dass",
    "es": "él ella ello ellos yo que quien si cuando y pero se no lo le",
}
"""Words that no short noun phrase holds."""

TAILS = {
    "en": "according to|because of|despite|during|after|before|in addition to|as a result of",
    "fr": "selon|d'après|à cause de|malgré|pendant|après|en raison de|lors de",
    "de": "laut|wegen|trotz|während|nach|vor|aufgrund|bei",
    "es": "según|a causa de|a pesar de|durante|tras|después de|debido a",
}
"""What opens the end of a sentence that can be torn off."""

COMPLEMENT_WORDS = {
    "en": "of|from|by|with|for",
    "fr": "de|des|du|par|avec",
    "de": "von|vom|mit|durch|aus",
    "es": "de|del|por|con",
}
"""Words that hold the last words of a sentence, and may be lost."""
