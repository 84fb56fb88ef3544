### Die ersten Worte im privaten Chat.

cmd-start = Den privaten Chat öffnen
    .name = start
start-group = Hier bin ich. Was ihr sagen könnt, steht in { $help }.
start-hello = Schön, { $person }. Jetzt kann ich dir schreiben, wenn etwas auf dich wartet.
start-member =
    Hallo { $person }. Du gehörst zu { $assemblies }.
    Was brauchst du?
start-stranger =
    Hallo, ich bin Kommune. Über mich helfen sich Nachbarinnen und Nachbarn wie du.
    Schreib einfach, was los ist. Bei Gefahr: { $emergency }.
start-label-case = Mein Anliegen
start-label-mine = Was auf mich wartet
