### Das Beschlussbuch als Datei.

cmd-export = Das Beschlussbuch als Datei bekommen
    .name = export
    .aliases = ausgabe
    .example = pdf
ask-export-form = Zum Ausdrucken (PDF), zum Lesen (Markdown) oder zum Nachprüfen (JSON)?
form-pdf = PDF
form-markdown = Markdown
form-json = JSON
export-here =
    { $form ->
        [json] Das Beschlussbuch von „{ $assembly }“ mit allen Prüfsummen: Wie ihr sie ohne mich prüft, steht in der Datei.
        [pdf] Das Beschlussbuch von „{ $assembly }“, zum Ausdrucken und Aushängen.
       *[markdown] Das Beschlussbuch von „{ $assembly }“, zum Lesen.
    }
    { $lines ->
        [one] Ein Eintrag, Prüfzeichen { $head }. Vergleichen: { $command }
       *[other] { $lines } Einträge, Prüfzeichen { $head }. Vergleichen: { $command }
    }
export-title = Beschlussbuch · { $assembly }
export-how-to =
    Zu jedem Wort: SHA-256 von salt + "." + value (UTF-8, hexadezimal) steht unter seinem Namen in line.fields; ein Wort, das fehlt, wurde zurückgezogen.
    Zu jedem Eintrag: SHA-256 von "line" als JSON mit sortierten Schlüsseln, ", " und ": " dazwischen, nur ASCII (wie json.dumps in Python mit sort_keys=True schreibt), ist sein "hash".
    line.previous ist der hash des Eintrags davor; beim ersten ist es leer. line.number zählt ab 1.
    Die ersten acht Zeichen des letzten hash sind das Prüfzeichen in eurem Chat.

sheet-summary =
    { $lines ->
        [one] Ein Eintrag, Prüfzeichen { $head }
       *[other] { $lines } Einträge, Prüfzeichen { $head }
    }
sheet-decision = { $title } · { $number }
sheet-proof = Eintrag { $number } im Beschlussbuch, Prüfzeichen { $head }
sheet-line = { $line } · { $head }
sheet-foot = { $assembly } · Prüfzeichen { $head }
file-unmade = Diese Datei konnte ich leider nicht erstellen. Wer mich betreibt, weiß Bescheid; bitte frag morgen noch einmal danach.
