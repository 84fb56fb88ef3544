### Aufgaben.

theme-tasks = **Anpacken**

cmd-task = Festhalten, was zu tun ist
    .name = aufgabe
    .example = Flyer drucken @ben bis Freitag
ask-task-title = Was ist zu tun? (Zum Beispiel: *Flyer drucken bis Freitag*)
ask-task-people = Für wen? Ein Name oder mehrere; übernehmen geht auch später.
ask-task-until = Bis wann? (Zum Beispiel: *Freitag 18 Uhr*)
cmd-tasks = Was offen ist, was überfällig, was deins
    .name = aufgaben
cmd-take = Eine Aufgabe oder ein wartendes Anliegen übernehmen
    .name = uebernehmen
    .aliases = übernehmen, übernehme
    .example = 3
ask-take-task = Was übernimmst du?
cmd-drop = Eine Aufgabe abgeben
    .name = abgeben
    .example = 3
ask-drop-task = Welche Aufgabe gibst du ab?
cmd-done = Sagen, dass eine Aufgabe fertig ist
    .name = fertig
    .aliases = erledigt
    .example = 3
ask-done-task = Welche Aufgabe ist fertig?
cmd-due = Einer Aufgabe eine neue Frist geben
    .name = frist
    .example = 3 Freitag
ask-due-task = Für welche Aufgabe?
ask-due-until = Bis wann? (Zum Beispiel: *Freitag 18 Uhr*)
cmd-untask = Eine Aufgabe streichen
    .name = aufgabe_weg
    .example = 3
ask-untask-task = Welche Aufgabe soll weg?

task-name-links = für und mit
task-for-me = ich
task-for-nobody = noch niemand
task-tomorrow = morgen
task-date = { $day }
task-no-date = ohne Frist
task-until = bis { $until }
task-label-take = übernehmen
task-label-done = fertig
task-label-drop = abgeben
task-label-due = neue Frist
task-label-untask = streichen

task-card =
    ✅ **{ $progress ->
        [done] Erledigt: { $title }
        [deleted] Gestrichen: { $title }
       *[open] { $title }
    }** · { $details }
task-put-up = ✅ **{ $title }** steht jetzt in „{ $assembly }“, als Nummer { $number }.
task-for-you =
    ✅ **{ $title }**
    { $dated ->
        [yes] { $person } hat dich in „{ $assembly }“ dafür eingetragen, bis { $until }. Wenn es nicht passt, gib es wieder ab.
       *[no] { $person } hat dich in „{ $assembly }“ dafür eingetragen. Wenn es nicht passt, gib es wieder ab.
    }
take-is-case = { $number } ist ein Anliegen aus der Nachbarschaft: Du übernimmst es mit { $command }.
task-taken = { $title }: Du hast es übernommen.
task-dropped = { $title }: Du hast es abgegeben.
task-finished = { $title }: erledigt. Danke dir.
task-moved =
    { $dated ->
        [yes] { $title }: jetzt bis { $until }.
       *[no] { $title }: jetzt ohne Frist.
    }
task-deleted = { $title }: gestrichen.
task-deleted-yours = ✅ **{ $title }** in { $assembly } war bei dir: { $person } hat es gestrichen.
task-taken-already =
    { $count ->
        [one] { $who } hat die Aufgabe schon: Sie bleibt. Du kannst sie aber streichen: { $command }
       *[other] { $who } haben die Aufgabe schon: Sie bleibt. Du kannst sie aber streichen: { $command }
    }
task-reopened = { $title }: wieder offen.

task-yours-already = Das hast du schon übernommen.
task-not-yours = Das hast du nicht übernommen, also bleibt alles, wie es ist.
task-of-others = Das kann sagen, wer es übernommen hat ({ $who }), oder die Moderation.
task-not-yours-to-delete = Das kann nur, wer die Aufgabe angelegt hat, oder die Moderation.
task-open-already = Die Aufgabe ist offen.
task-closed-already =
    { $progress ->
        [done] Das ist schon erledigt.
       *[deleted] Das wurde gestrichen.
    }
task-unknown-person = „{ $typed }“ kenne ich hier nicht.

task-reminder =
    ✅ **{ $title }**
    Das hast du in „{ $assembly }“ übernommen, bis { $until }.
task-overdue =
    ✅ **{ $title }**
    Das war in „{ $assembly }“ für { $until } gedacht. Ist es fertig, oder brauchst du mehr Zeit?
task-overdue-nobody =
    ✅ **{ $title }**
    Das war für { $until } gedacht. Das hat noch niemand übernommen.

tasks-none = Gerade ist nichts zu tun. Halte etwas fest mit { $command }.
tasks-none-of-yours = Von dir ist gerade nichts offen. Halte etwas fest mit { $command }.
tasks-head =
    { $count ->
        [one] ✅ Eine Aufgabe ist offen:
       *[other] ✅ { $count } Aufgaben sind offen:
    }
tasklist-late = überfällige
tasklist-mine = meine
tasklist-open = offene
tasklist-also-late = überfällig, verspätet
tasklist-also-mine = mein, meins
tasklist-also-open = offen, alle
ask-tasks-which = Welche?
tasks-none-so =
    { $which ->
        [late] Nichts ist überfällig.
        [mine] Du hast gerade nichts übernommen.
       *[open] Es ist nichts zu tun.
    }
tasks-part =
    {""}**{ $part ->
        [late] Überfällig
        [mine] Deine
       *[open] Offen
    }**
tasks-line = { $details }
