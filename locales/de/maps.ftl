### Die Karte der Räte.

cmd-map = Die Räte über euch als Baum sehen
    .name = raete
    .aliases = baum

map-head = 🗺 Wo **{ $assembly }** steht
map-top = **{ $place }**
map-line = { $branch } { $place }
map-place =
    { $here ->
        [yes] **{ $assembly }**
       *[no] { $assembly }
    }{ $seat ->
        [filled] {" "}· { $delegate }
        [empty] {" "}· noch niemand
       *[no] {""}
    }{ $deputed ->
        [yes] , Vertretung { $deputy }
       *[no] {""}
    }{ $out ->
        [0] {""}
        [one] {" "}· eine Frage offen
       *[other] {" "}· { $out } Fragen offen
    }
map-hidden = eine verborgene Gruppe
map-more =
    { $count ->
        [one] und eine weitere
       *[other] und { $count } weitere
    }
map-alone = Ihr sitzt noch in keinem Rat, und niemand sitzt bei euch. Ein Rat beginnt in einer eigenen Gruppe, mit { $command }.
map-label-picture = als Bild
map-title = Wo { $assembly } steht
map-foot = Stand: { $moment }
