### Argumente: was für einen Beschluss spricht und was dagegen.

cmd-for = Sagen, was für einen Beschluss spricht
    .name = dafuer
    .aliases = dafür
    .example = 3 Die alte Farbe blättert ab
ask-for-decision = Für welchen Beschluss?
ask-for-words = Was spricht dafür? (In höchstens 300 Zeichen.)
cmd-against = Sagen, was gegen einen Beschluss spricht
    .name = dagegen
    .example = 3 Das kostet 200 Euro
ask-against-decision = Gegen welchen Beschluss?
ask-against-words = Was spricht dagegen? (In höchstens 300 Zeichen.)
cmd-arguments = Lesen, was dafür und dagegen spricht
    .name = argumente
    .example = 3
ask-arguments-decision = Die Argumente zu welchem Beschluss?
ask-arguments-page = Welche Seite? Nur die Zahl.

argument-kept =
    { $side ->
        [for] Notiert als Argument für „{ $title }“. Alle zusammen: { $command }
       *[against] Notiert als Argument gegen „{ $title }“. Alle zusammen: { $command }
    }
argument-gone =
    { $side ->
        [for] Dein Argument dafür ist zurückgenommen: { $words }
       *[against] Dein Argument dagegen ist zurückgenommen: { $words }
    }
argument-said-already = Das hast du schon gesagt.
argument-enough = Von dir stehen auf dieser Seite schon { $limit }. Nimm erst eins zurück, dann ist Platz für ein anderes.
argument-not-yours = Das kann nur zurücknehmen, wer es gesagt hat.
arguments-none = Zu „{ $title }“ hat noch niemand etwas gesagt. Du kannst: { $pro } oder { $contra }
arguments-head = **{ $title }** · { $number }
argument-line =
    { $side ->
        [for] ＋ { $words } ({ $name })
       *[against] － { $words } ({ $name })
    }
argument-label-back = zurücknehmen: { $words }
label-more-arguments = { $count } weitere
decision-card-arguments = ＋ { $pro } dafür · － { $contra } dagegen · { $command }
