### Die Seiten der Dokumentation, die aus dem Code geschrieben werden.

reference-title = Was du sagen kannst
reference-intro =
    Jede Zeile geht auch allein: Sag nur das erste Wort, nach dem Rest fragt der Bot, mit Knöpfen, wo es etwas zu wählen gibt. Die meisten Zeilen tippt nie jemand, weil ein Knopf sie sagt.
reference-place = In einer Gruppe gelten sie für diese Gruppe, privat überall, wo du dazugehörst. In Matrix beginnt eine Zeile mit „!“, denn „/“ behält Element für sich.
reference-other = Diese Namen gelten, wo Deutsch gesprochen wird. Die englischen gelten überall:
reference-command = Zeile
reference-what = Was sie tut
reference-example = Zum Beispiel
reference-who = Wer
reference-also = auch
reference-who-anyone = alle
reference-who-members = Mitglieder
reference-who-belonging = Mitglieder
reference-who-readers = Mitglieder; in offenen Räten ihre Basis
reference-who-followers = Mitglieder; in offenen Räten ihre Basis
reference-who-facilitators = Moderation
reference-who-organisers = Organisation
