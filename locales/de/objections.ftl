### Einwände im Konsent.

cmd-object = Einen Einwand erheben und sagen, warum
    .name = einwand
    .example = 12 Das Tor steht unter Denkmalschutz
ask-object-decision = Gegen welchen Vorschlag?
ask-object-readers = Wer darf deine Begründung lesen?
ask-object-for-readers = Wer darf die Begründung lesen?
ask-object-for-reason = Was ist der Einwand, in eigenen Worten, und was müsste anders sein? (Er zählt schon.)
ask-object-reason = Was ist dein Einwand, und was müsste anders sein? (Dein Einwand zählt schon. Privat bei mir kannst du wählen, wer ihn liest.)
cmd-objections = Die Einwände gegen einen Vorschlag lesen
    .name = einwaende
    .aliases = einwände
    .example = 12
ask-objections-decision = Die Einwände gegen welchen Vorschlag?
cmd-respond = Auf einen Einwand antworten
    .name = erwidern
    .example = 3 Das Amt sagt, es ist erlaubt
ask-respond-objection = Auf welchen Einwand?
ask-respond-words = Wie lautet die Antwort?
readers-all = alle
readers-facilitators = Moderation

objection-kept =
    { $readers ->
        [all] Einwand { $number } ist notiert. Alle hier können ihn lesen.
       *[facilitators] Einwand { $number } ist notiert. Nur die Moderation kann ihn lesen.
    }
objection-in-private = Dann schreib ihn mir privat, nicht hier: { $command }
objection-not-here = Einwände gibt es bei offenen Konsent-Beschlüssen. Sonst sag, was dagegen spricht.
objection-over = Dieser Einwand besteht nicht mehr.
objections-nowhere = Gerade besteht nirgends ein Einwand.
objections-none = Gegen „{ $title }“ hat niemand einen Grund genannt.
objections-head = **Einwände: { $title }** · { $number }
objections-more =
    { $count ->
        [one] … und noch einer
       *[other] … und noch { $count }
    }
objection-hidden = **{ $number }** · nur für die Moderation
objection-whole =
    {""}**{ $number }** · { $person }
    { $reason }
objection-answer =
    Antwort:
    { $answer }
objection-for-you =
    🗳 **{ $title }** · { $decision }
    { $person } hat einen Einwand und sagt nur der Moderation, warum:
    { $reason }
objection-answered =
    🗳 **{ $title }** · { $decision }
    { $by } antwortet auf deinen Einwand:
    { $answer }
    Besteht er weiter? Dann brauchst du nichts zu tun.
objection-answer-kept = Auf Einwand { $number } ist geantwortet.
object-nowhere = Gerade wird nichts im Konsent entschieden. Etwas entwerfen: { $command }
objection-entered-for-you =
    🗳 **{ $title }**
    { $caster } hat deinen Einwand aufgeschrieben:
    { $reason }
    Stimmt das nicht, ändere deine Stimme.
objection-label-answer = auf { $number } antworten
objection-label-consent = zurückziehen: Konsent
objection-label-abstain = zurückziehen: enthalten
decision-card-objection = Einwand { $number }: { $words } ({ $person })
decision-card-objection-answered = Einwand { $number }, beantwortet: { $words } ({ $person })
decision-card-objection-hidden = Einwand { $number }: für die Moderation
decision-card-objections-more =
    { $count ->
        [one] … und noch ein Einwand
       *[other] … und noch { $count } Einwände
    }
