### Erinnerungen.

theme-reminders = **Heute und Erinnerungen**

cmd-remind = An etwas erinnern lassen, einmal oder jede Woche
    .name = erinnern
    .aliases = erinnere, erinnerung
    .example = morgen 9 Uhr Schlüssel mitbringen
ask-remind-when = Wann? (Zum Beispiel: *morgen 9 Uhr* oder *jeden Montag 9 Uhr*)
ask-remind-words = Woran soll ich erinnern? (Zum Beispiel: *Schlüssel mitbringen*)
cmd-reminders = Woran ich erinnern werde
    .name = erinnerungen
cmd-unremind = Eine Erinnerung löschen
    .name = erinnerung_weg
    .example = 2
ask-unremind-reminder = Welche soll weg?

reminder-in-an-hour = in einer Stunde
reminder-at = { $when }
reminder-workdays = { $typed }, Mo–Fr
reminder-label-drop = { $number } löschen
reminder-noted =
    { $whom ->
        [me] { $again ->
            [yes] Ich erinnere dich ab { $due } immer wieder ({ $rhythm }).
           *[no] Ich erinnere dich am { $due }.
        }
       *[us] { $again ->
            [yes] Ich erinnere euch ab { $due } immer wieder ({ $rhythm }).
           *[no] Ich erinnere euch am { $due }.
        }
    }
reminder-said =
    { $late ->
        [yes] **Erinnerung** (verspätet, gedacht für { $due }): { $words }
       *[no] **Erinnerung:** { $words }
    }
reminder-dropped = Gut, keine Erinnerung am { $due }.
reminder-not-yours = Das kann nur, wer um die Erinnerung gebeten hat, oder die Moderation.
reminders-enough = Bei dir warten schon { $limit } Erinnerungen, mehr merke ich mir pro Person nicht. Lösch erst eine.
reminders-none = Hier wartet keine Erinnerung. Sag es zum Beispiel so: { $command }
reminders-head =
    { $count ->
        [one] Hier wartet eine Erinnerung:
       *[other] Hier warten { $count } Erinnerungen:
    }
reminder-choice = { $number } · { $words } · { $due }
reminders-line =
    { $again ->
        [yes] { $number } · { $due } · { $rhythm } · { $words }
       *[no] { $number } · { $due } · { $words }
    }
