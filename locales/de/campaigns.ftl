### Kampagnen: in einem Rat geplant, in jeder Gruppe beschlossen, auf dem Rückweg zusammengezählt.

theme-campaigns = **Kampagnen**

cmd-campaign = Eine Kampagne planen, die auf einen Tag zuläuft
    .name = kampagne
    .example = Mietstreikwoche | am 1. Juni
ask-campaign-title = Worum geht es in der Kampagne? (Zum Beispiel: *Mietstreikwoche*)
ask-campaign-day = Auf welchen Tag läuft sie zu? (Zum Beispiel: *1. Juni*)
cmd-campaigns = Eure Kampagnen, oder die mit einem bestimmten Wort
    .name = kampagnen
    .example = Flyer
ask-campaigns-words = Welche Wörter suchst du?
cmd-evaluate = Sagen, was bei einer Kampagne gut lief und was nicht
    .name = auswerten
    .example = 3
ask-evaluate-campaign = Welche Kampagne?
ask-evaluate-words = Was lief gut, und was nicht?
cmd-evaluations = Was hinterher über eine Kampagne gesagt wurde
    .name = auswertungen
    .example = 3
ask-evaluations-campaign = Welche Kampagne?
ask-evaluations-page = Welche Seite?
ask-campaign-add-words =
    Welche Aufgaben? Eine pro Zeile. Wenn eine früher fertig sein soll, schreib dazu, wie lange vorher.
    (Zum Beispiel: *Flyer drucken, 7 Tage vorher*)
ask-campaign-material-words = Was hilft dabei? Links oder Worte, eins pro Zeile.
ask-campaign-day-day = Welcher Tag soll es stattdessen sein? (Zum Beispiel: *8. Juni*)

campaign-days-before = tage vorher, tag vorher, tage davor, tag davor
campaign-on-day = { $day }
campaign-label-send = An die Gruppen geben
campaign-label-begin = Los geht’s
campaign-label-add = Aufgaben dazu
campaign-label-material = Material dazu
campaign-label-strike = ✕ { $words }
campaign-label-drop = Verwerfen
campaign-label-keep = Doch behalten
campaign-label-ask = Lasst uns abstimmen
campaign-label-adapt = Erst anpassen
campaign-label-day = Tag verschieben
campaign-label-follow = Unsere Aufgaben mitziehen
campaign-label-off = Absagen
campaign-label-evaluate = Was lief gut?
campaign-label-evaluations = Auswertungen lesen

campaign-card-head =
    { $stage ->
        [off] 📣 **Abgesagt: { $title }** · { $number }
       *[other] 📣 **{ $title }** · { $day } · { $number }
    }
campaign-piece =
    { $when ->
        [before] { $words } (bis { $until })
       *[day] { $words }
    }
campaign-card-tasks =
    Zu tun:
    { $tasks }
campaign-card-material =
    Material:
    { $material }
campaign-card-stage =
    { $stage ->
        [draft] { $down ->
            [down] Ein Entwurf. Wer hier einen Sitz hat, kann ihn ändern und an die Gruppen geben; jede entscheidet für sich.
           *[here] Ein Entwurf. Wenn ihr loslegt, werden die Aufgaben eure.
        }
        [asked] { $adapted ->
            [yes] Der Rat „{ $council }“ plant das; ihr habt es für euch angepasst. Macht ihr mit? Das entscheidet ihr.
           *[no] Der Rat „{ $council }“ plant das. Macht ihr mit? Das entscheidet ihr, und vorher könnt ihr es anpassen.
        }
        [declined] Der Rat „{ $council }“ plant das. Ihr macht nicht mit; ihr könnt noch einmal abstimmen.
        [off] { $own ->
            [own] Die Kampagne findet nicht statt.
           *[from-above] Abgesagt im Rat „{ $council }“.
        }
       *[adopted] { $own ->
            [own] { $down ->
                [down] Hier geplant; jede Gruppe entscheidet für sich.
               *[here] Hier geplant.
            }
           *[from-above] Ihr macht mit. Geplant im Rat „{ $council }“{ $adapted ->
                [yes] , von euch angepasst
               *[no] {""}
            }.
        }
    }
campaign-card-joined =
    { $adopted } von { $asked ->
        [one] { $asked } Gruppe macht
       *[other] { $asked } Gruppen { $adopted ->
            [one] macht
           *[other] machen
        }
    } mit{ $named ->
        [0] {""}
       *[other] : { $names }
    }{ $more ->
        [0] {""}
       *[other] {" "}und noch { $more }
    }
campaign-card-done =
    { $bar } { $done } von { $tasks ->
        [one] { $tasks } Aufgabe
       *[other] { $tasks } Aufgaben
    } erledigt
campaign-card-next = Als Nächstes: { $days }
campaign-card-evaluations =
    { $count ->
        [one] Eine Auswertung
       *[other] { $count } Auswertungen
    }
campaign-dropped = 📣 „{ $title }“ ist verworfen.
campaign-told = Der Entwurf steht in „{ $assembly }“.
campaign-sent =
    📣 **{ $title }** geht jetzt an { $count ->
        [one] eine Gruppe
       *[other] { $count } Gruppen
    }. Jede entscheidet für sich.
campaign-question =
    Machen wir mit bei „{ $title }“ ({ $council }, { $day }, { $tasks ->
        [0] keine eigene Aufgabe
        [one] eine Aufgabe
       *[other] { $tasks } Aufgaben
    })?
campaign-tasks =
    📣 **{ $title }** · { $day }
    { $count ->
        [one] Die Aufgabe gehört jetzt euch. Wer übernimmt sie?
       *[other] Die { $count } Aufgaben gehören jetzt euch. Wer übernimmt was?
    }
campaign-moved =
    📣 **{ $title }** ist jetzt am { $day }.
campaign-moved-tasks = Eure Aufgaben behalten ihre Fristen, wenn ihr sie nicht mitzieht.
campaign-followed =
    📣 **{ $title }**: { $count ->
        [one] Eine Aufgabe richtet
       *[other] { $count } Aufgaben richten
    } sich jetzt nach dem neuen Tag.
campaign-off-sure = „{ $title }“ wirklich absagen? Alle, die gefragt wurden, erfahren davon, und es lässt sich nicht zurücknehmen.
campaign-called-off =
    📣 **{ $title }** ist abgesagt ({ $council }).
campaign-called-off-tasks = Eure Aufgaben bleiben eure: Streicht, was nicht mehr nötig ist.
campaign-vote-ends =
    { $again ->
        [yes] Eure Abstimmung darüber ({ $number }) endet ohne Ergebnis: Stimmt neu ab, für diesen Tag.
       *[no] Eure Abstimmung darüber ({ $number }) endet ohne Ergebnis.
    }
campaign-soon =
    📣 **{ $title }** ist am { $day }.
    { $count ->
        [0] Alles ist erledigt.
       *[other] Noch offen: { $names }{ $more ->
            [0] {""}
           *[other] {" "}und noch { $more }
        }
    }
campaign-soon-council =
    📣 **{ $title }** ist am { $day }.
    { $tasks ->
        [0] Noch keine Gruppe hat Aufgaben dafür.
        [one] { $done } von { $tasks } Aufgabe ist erledigt.
       *[other] { $done } von { $tasks } Aufgaben { $done ->
            [one] ist
           *[other] sind
        } erledigt.
    }
campaign-how-was-it =
    📣 **{ $title }** ist vorbei. Was lief gut, und was nicht?
    { $up ->
        [up] Antworte hierauf. Es geht auch an den Rat „{ $council }“: als Wort eurer Gruppe, ohne deinen Namen.
        [far] Antworte hierauf. Es geht auch an den Rat „{ $council }“ und von dort dahin, wo sie geplant wurde: als Wort eurer Gruppe, ohne deinen Namen.
       *[stays] Antworte hierauf. Es wird für das nächste Mal aufgehoben.
    }

campaign-many-pieces = Mehr als { $limit } Aufgaben und Links fasst eine Kampagne nicht. Streich erst etwas.
campaign-many-days = Eine Aufgabe kann höchstens { $limit } Tage vorher fällig sein.
campaign-fixed =
    { $stage ->
        [adopted] Das läuft schon und bleibt deshalb, wie es ist.
        [off] Das ist abgesagt.
        [dropped] Der Entwurf ist verworfen.
       *[other] Das lässt sich nicht mehr ändern.
    }
campaign-no-draft =
    { $stage ->
        [dropped] Der Entwurf ist verworfen.
       *[other] Das läuft schon.
    }
campaign-not-running =
    { $stage ->
        [off] Das ist abgesagt.
        [draft] Das ist noch ein Entwurf.
       *[other] Eure Gruppe macht da nicht mit.
    }
campaign-not-planned-here = Das können nur die, die die Kampagne geplant haben.
campaign-not-yours = Das kann nur, wer die Kampagne geplant hat, oder die Moderation.
campaign-over = Der Tag ist vorbei oder gleich vorbei: zu spät, um darüber abzustimmen.
campaign-being-decided = Ihr stimmt gerade über „{ $title }“ ab, deshalb bleibt es, wie es ist.
campaign-asked = Ihr stimmt schon über „{ $title }“ ab: { $command }
campaign-nobody-here = Noch keine Gruppe hat hier einen Sitz ({ $council }), also könnte niemand mitmachen.
campaign-no-tasks = Es gibt darin noch nichts zu tun. Schreib erst eine Aufgabe dazu.
campaign-not-yet = „{ $title }“ ist am { $day }. Erzähl es mir danach.

evaluation-kept =
    { $up ->
        [up] Danke. Ich hebe es auf; es geht auch an den Rat „{ $council }“, ohne deinen Namen.
        [far] Danke. Ich hebe es auf; es geht auch an den Rat „{ $council }“ und von dort weiter, ohne deinen Namen.
       *[stays] Danke. Ich hebe es für das nächste Mal auf.
    }
evaluation-hidden = Eine Gruppe
evaluation-line =
    {""}**{ $who }**
    { $text }
evaluations-head = 📣 **{ $title }** · { $day }
evaluations-more = Mehr
evaluations-none = Noch niemand hat gesagt, wie „{ $title }“ war.
campaigns-head = 📣 **Kampagnen**
campaigns-found = 📣 **Kampagnen mit „{ $words }“**
campaigns-line =
    { $number } · { $title } · { $day }{ $where ->
        [named] {" "}· { $assembly }
       *[here] {""}
    }{ $stage ->
        [off] {" "}· abgesagt
        [asked] {" "}· nicht entschieden
        [declined] {" "}· ohne euch
       *[adopted] { $tasks ->
            [0] {""}
           *[other] {" "}· { $done } von { $tasks } erledigt
        }
    }{ $evaluations ->
        [0] {""}
        [one] {" "}· eine Auswertung
       *[other] {" "}· { $evaluations } Auswertungen
    }
campaigns-more = Mehr Kampagnen
campaigns-none = Es gab noch keine Kampagne. Plant eine: { $command }
campaigns-nothing-found = In keiner Kampagne steht „{ $words }“. Alle: { $command }
