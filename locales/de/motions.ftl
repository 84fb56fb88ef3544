### Anträge: ein verbindlicher Beschluss wird entworfen, gezeigt, geöffnet; neue Fassungen.

cmd-decide = Einen verbindlichen Beschluss entwerfen; du siehst ihn, bevor er öffnet
    .name = beschluss
    .aliases = abstimmung
    .example = Tor streichen? | bis Freitag 18 Uhr
ask-decide-title = Was soll beschlossen werden? (Zum Beispiel: *Wir streichen das Tor.*)
ask-decide-answers = Welche Antworten? Schick sie mit | dazwischen. (Zum Beispiel: *rot | grün | blau*)
ask-decide-until = Bis wann? (Zum Beispiel: *Freitag 18 Uhr*)
cmd-amend = Eine neue Fassung eines Beschlusses entwerfen
    .name = neufassung
    .example = 3 Wir streichen das Tor rot
ask-amend-decision = Welcher Beschluss soll eine neue Fassung bekommen?
ask-amend-title = Was soll jetzt beschlossen werden? (Zum Beispiel: *Wir streichen das Tor rot.*)
ask-amend-answers = Welche Antworten? Schick sie mit | dazwischen. (Zum Beispiel: *rot | grün | blau*)
ask-amend-until = Bis wann? (Zum Beispiel: *Freitag 18 Uhr*)
ask-motion-title-title = Wie soll die Frage lauten?
ask-motion-answers-answers = Welche Antworten? Schick sie mit | dazwischen. (Zum Beispiel: *rot | grün | blau*)
ask-motion-until-until = Bis wann? (Zum Beispiel: *Freitag 18 Uhr*)
ask-motion-opens-opens = Wann soll er von selbst öffnen? (Zum Beispiel: *Montag 9 Uhr*)
motion-in-one-day = in einem Tag

motion-head = 🗳 **{ $title }** · so sieht es aus
motion-new-version = Neue Fassung von { $number }
motion-answers-line =
    { $count ->
        [0] Antworten: fehlen noch
       *[other] Antworten: { $answers }
    }
motion-rule-line = { $method } · { $rule }
motion-times-line =
    { $opening ->
        [set] { $ending ->
            [set] Öffnet { $opens } · offen bis { $closes }
           *[days] Öffnet { $opens } · dann { $days ->
                [one] { $days } Tag
               *[other] { $days } Tage
            } offen
        }
       *[told] { $ending ->
            [set] Offen bis { $closes }
           *[days] { $days ->
                [one] { $days } Tag
               *[other] { $days } Tage
            } offen
        }
    }
motion-electorate-line = Mitstimmen darf, wer beim Öffnen zu „{ $assembly }“ gehört. Danach ändert sich nichts mehr.
motion-more =
    🗳 **{ $title }**
    { $rule }
    Was soll anders sein?
motion-asks-majority = Welcher Anteil muss Ja sagen?
motion-asks-basis = Wovon wird die Mehrheit gezählt?
motion-asks-quorum = Wie viele müssen mindestens abstimmen?
motion-asks-early = Endet es, sobald sich nichts mehr ändern kann?
motion-asks-extends = Geht es einmal weiter, wenn zu wenige abgestimmt haben?
motion-asks-most = Wie viele Antworten kann man wählen?
motion-asks-seats = Wie viele gewinnen?
motion-label-open = jetzt öffnen
motion-label-method = Verfahren
motion-label-answers = Antworten
motion-label-until = bis …
motion-label-opens = öffnet am …
motion-label-waits = nicht von selbst
motion-label-title = Frage
motion-label-more = mehr …
motion-label-back = zurück
motion-label-drop = verwerfen
motion-label-keep = doch behalten
motion-opened = 🗳 **{ $title }** ist offen: { $number }
motion-thrown-away = Verworfen: { $title }
motion-not-yours = Das entwirft { $author }. Ändern kann es sonst nur die Moderation.
motion-open-already = Das ist schon offen, daran ändert sich nichts mehr. Eine neue Fassung macht { $command }.
motion-dropped-already = Das ist verworfen. Drück erst „doch behalten“, dann geht es weiter.
motion-lacks-answers = Es gibt noch nichts zu wählen. Drück „Antworten“ und schick mindestens zwei, mit | dazwischen.
motion-many-answers = Das sind dafür zu viele Antworten: höchstens { $limit }.
motion-many-seats =
    { $count ->
        [one] Es gibt nur { $count } Antwort: Mehr können nicht gewählt werden oder gewinnen.
       *[other] Es gibt nur { $count } Antworten: Mehr können nicht gewählt werden oder gewinnen.
    }
motion-ends-before = So wäre es vorbei, bevor es öffnet ({ $opens }). Nenn ein späteres Ende.
motion-too-late = Das ist über ein Jahr hin. Nenn etwas Näheres.
motion-less-strict = Eure Satzung verlangt mehr: Ein Beschluss darf strenger sein, nie weniger streng. Was sie verlangt: { $command }
motion-not-opening =
    { $who ->
        [organisers] Nach eurer Satzung öffnet nur die Organisation Beschlüsse: { $command }
       *[facilitators] Nach eurer Satzung öffnet nur die Moderation Beschlüsse: { $command }
    }
motion-not-opened = „{ $title }“ konnte nicht von selbst öffnen. Sieh es dir an und öffne es, wenn es passt.
amend-nothing = Es gibt noch nichts, wovon es eine neue Fassung geben könnte. { $command } entwirft einen Beschluss.
amend-acts-by-itself = Was hier beschlossen wird, geschieht von selbst, deshalb gibt es davon keine neue Fassung.
amend-newer = Es gibt schon eine neuere Fassung: { $number }. Nimm die.
amend-not-yours = Hier wird gerade abgestimmt. Bis zum Ende kann nur eine neue Fassung machen, wer gefragt hat, oder die Moderation.
