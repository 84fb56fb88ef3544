### Satzung: wie ein Gremium entscheidet; Verfahren und Regeln in Worten.

article-method = Verfahren
article-majority = Mehrheit
article-basis = Grundlage
article-quorum = Beteiligung
article-days = Dauer
article-early = vorzeitig
article-extends = Verlängerung
article-opening = Öffnen
article-closing = Beenden
article-most = Auswahl
article-seats = Plätze

method-proposal = Antrag
method-choice = Auswahl
method-consent = Konsent
method-consensus = Konsens
method-resistance = Widerstand
method-score = Bewertung
method-dots = Punkte
method-ranked = Rangfolge
method-times = Termine
method-opinion = Meinungsbild
method-says-proposal = Ja, nein oder enthalten
method-says-choice =
    { $most ->
        [1] { $seats ->
            [1] Eine Antwort, die meisten Stimmen gewinnen
           *[other] Eine Antwort, die ersten { $seats } gewinnen
        }
       *[other] { $seats ->
            [1] Bis zu { $most } Antworten, die meisten Stimmen gewinnen
           *[other] Bis zu { $most } Antworten, die ersten { $seats } gewinnen
        }
    }
method-says-consent = Gilt, wenn niemand einen schwerwiegenden Einwand hat
method-says-consensus = Gilt, wenn es kein Veto gibt und mehr dafür als dagegen sind
method-says-resistance = 0 bis 10 für jede Antwort, der geringste Widerstand gewinnt
method-says-score =
    { $seats ->
        [1] 0 bis 5 für jede Antwort, die höchste Summe gewinnt
       *[other] 0 bis 5 für jede Antwort, die { $seats } höchsten Summen gewinnen
    }
method-says-dots =
    { $seats ->
        [1] Alle haben acht Punkte, die meisten Punkte gewinnen
       *[other] Alle haben acht Punkte, die ersten { $seats } gewinnen
    }
method-says-ranked =
    { $seats ->
        [1] Die Antworten in deiner Reihenfolge, es gewinnt, was die anderen schlägt
       *[other] Die Antworten in deiner Reihenfolge, { $seats } gewinnen (übertragbare Stimme)
    }
method-says-times =
    { $seats ->
        [1] Ja, zur Not oder nein für jede Antwort, die meisten Ja gewinnen
       *[other] Ja, zur Not oder nein für jede Antwort, die ersten { $seats } gewinnen
    }
method-says-opinion =
    { $most ->
        [1] Eine Antwort
       *[other] Bis zu { $most } Antworten
    }
method-good-proposal = **Antrag**: ja, nein oder enthalten. Für eine klare Frage.
method-good-choice = **Auswahl**: eine Antwort wählen oder einige. Wenn es schnell gehen soll.
method-good-consent = **Konsent**: gilt, wenn niemand einen schwerwiegenden Einwand hat. Für das, was fürs Erste gut genug ist.
method-good-consensus = **Konsens**: alle sagen, wie weit sie mitgehen, ein Veto hält auf. Für das, was alle tragen müssen.
method-good-resistance = **Widerstand**: 0 bis 10 für jede Antwort, der geringste gewinnt. Um zu finden, was niemandem wehtut.
method-good-score = **Bewertung**: 0 bis 5 für jede Antwort. Um zu sagen, wie gut jede ist.
method-good-dots = **Punkte**: alle haben acht. Um viele Ideen zu ordnen.
method-good-ranked = **Rangfolge**: die Antworten in eine Reihenfolge bringen. Für eine von mehreren, oder Leute für mehrere Plätze.
method-good-times = **Termine**: ja, zur Not oder nein für jeden. Um einen Tag zu finden.
method-good-opinion = **Meinungsbild**: nur mal herumfragen, es entscheidet nichts. Um zu wissen, wo alle stehen.

majority-simple = einfache
majority-absolute = absolute
basis-cast = Ja und Nein
basis-valid = alle Stimmen
basis-present = alle Anwesenden
basis-electorate = alle Stimmberechtigten
basis-of-cast = der Ja- und Nein-Stimmen
basis-of-valid = aller Stimmen, auch der Enthaltungen
basis-of-present = der Anwesenden
basis-of-electorate = aller Stimmberechtigten
rule-simple = einfache Mehrheit
rule-absolute = mehr als die Hälfte { $basis }
rule-share = mindestens { $share } { $basis }
rule-part =
    { $named ->
        [quarter] ein Viertel
        [third] ein Drittel
        [half] die Hälfte
        [two-thirds] zwei Drittel
        [three-quarters] drei Viertel
        [all] 100 %
       *[other] { $part }/{ $whole }
    }
rule-quorum = Beteiligung: mindestens { $share }
rule-opinion = nur ein Meinungsbild, es entscheidet nichts
rule-early = endet, sobald es feststeht
rule-extends = geht einmal weiter, wenn zu wenige abstimmen
rule-no-quorum = jede Beteiligung reicht
rule-none = kein Minimum
rule-number = { $number }
rule-days =
    { $days ->
        [one] { $days } Tag
       *[other] { $days } Tage
    }
rights-members = alle Mitglieder
rights-facilitators = Moderation
rights-organisers = Organisation

cmd-statutes = Sehen, wie ihr entscheidet, und es gemeinsam ändern
    .name = satzung
    .example = Mehrheit zwei Drittel
ask-statutes-article = Welcher Teil? (Zum Beispiel: *Mehrheit*)
ask-statutes-value = Was soll da stehen? (Zum Beispiel: *zwei Drittel*)
statutes-shown =
    {""}**Wie { $assembly } entscheidet**
    Übliches Verfahren: { $method }
    Regel: { $rule }
    Offen für: { $days ->
        [one] { $days } Tag
       *[other] { $days } Tage
    }
    Öffnen: { $opening } · vorzeitig beenden: wer gefragt hat, { $closing }
statutes-choose = Ein Beschluss darf strenger sein, nie weniger streng. Die Satzung ändert ihr durch einen Beschluss; wähl, was:
statutes-so-far = Bisher: { $value }
statutes-asks-method = Welches Verfahren soll das übliche sein?
statutes-asks-majority = Welcher Anteil muss Ja sagen? Du kannst ihn auch tippen, zum Beispiel *3/5*.
statutes-asks-basis = Wovon wird die Mehrheit gezählt?
statutes-asks-quorum = Wie viele müssen mindestens abstimmen? Du kannst den Anteil auch tippen, zum Beispiel *1/5*.
statutes-asks-days = Wie lange sind Beschlüsse offen?
statutes-asks-early = Enden sie, sobald sich nichts mehr ändern kann?
statutes-asks-extends = Gehen sie einmal weiter, wenn zu wenige abgestimmt haben?
statutes-asks-opening = Wer darf einen Beschluss öffnen?
statutes-asks-closing = Wer darf einen vorzeitig beenden, außer der Person, die gefragt hat?
statutes-not-there = Das sagt jeder Beschluss für sich.
statutes-no-such-value = „{ $typed }“ passt da nicht. Was passt, zeigt { $command }.
statutes-so-already = So ist es schon · { $article }: { $value }
statutes-asked = Darüber stimmt ihr schon ab · { $article }: { $value }
statutes-question = Satzung · { $article }: „{ $value }“ statt „{ $before }“?
statutes-in-force = Ab jetzt steht in der Satzung · { $article }: **{ $value }**

cmd-electorate = Wer bei einem Beschluss mitstimmen darf
    .name = stimmberechtigte
    .example = 3
ask-electorate-decision = Bei welchem Beschluss?
electorate-told =
    { $frozen ->
        [yes] { $count ->
            [one] Bei „{ $title }“ darf { $count } Person abstimmen: wer beim Öffnen dabei war.
           *[other] Bei „{ $title }“ dürfen { $count } Menschen abstimmen: alle, die beim Öffnen dabei waren.
        }
       *[no] { $count ->
            [one] Bei „{ $title }“ darf { $count } Person abstimmen: wer dazugehört.
           *[other] Bei „{ $title }“ dürfen { $count } Menschen abstimmen: alle, die dazugehören.
        }
    }
electorate-names = { $names }
electorate-more = und { $count } weitere
