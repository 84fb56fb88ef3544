### Ein Mensch, mehrere Konten.

cmd-link = Dein zweites Konto verbinden, auch auf einer anderen Plattform
    .name = verbinden
link-code =
    Schick mir das von deinem anderen Konto, privat:
    { $command }
    Es gilt einmal, bis { $expires }. Gib es niemandem: Wer es hat, kann in deinem Namen sprechen.
link-sure = Bist auch du „{ $name }“? Dann werden beide Konten eins: Was das eine darf, darf das andere. Wenn dich jemand anderes darum gebeten hat, lass es.
label-link = ja, das bin ich
label-link-no = nein
link-left = Gut, deine Konten bleiben getrennt. Der Code gilt nicht mehr.
link-same = Dieser Code ist von diesem Konto. Schick ihn mir von deinem anderen.
link-waits-election = In „{ $assembly }“ stehen beide Konten auf dem Stimmzettel: „{ $title }“. Davon lässt sich kein Name mehr streichen. Das Verbinden wartet, bis diese Wahl vorbei ist: { $closes }.
link-done =
    Deine Konten sind verbunden. Für mich bist du überall { $name }.{ $twice ->
        [0] {""}
       *[other] {" "}Wo beide gestimmt hatten, zählt die Stimme des älteren Kontos.
    }
