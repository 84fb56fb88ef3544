### The map of councils.

cmd-map = See the councils over you as a tree
    .name = map

map-head = 🗺 Where **{ $assembly }** stands
map-top = **{ $place }**
map-line = { $branch } { $place }
map-place =
    { $here ->
        [yes] **{ $assembly }**
       *[no] { $assembly }
    }{ $seat ->
        [filled] {" "}· { $delegate }
        [empty] {" "}· nobody yet
       *[no] {""}
    }{ $deputed ->
        [yes] , deputy { $deputy }
       *[no] {""}
    }{ $out ->
        [0] {""}
        [one] {" "}· one question open
       *[other] {" "}· { $out } questions open
    }
map-hidden = a hidden group
map-more =
    { $count ->
        [one] and one more
       *[other] and { $count } more
    }
map-alone = You sit in no council yet, and nobody sits with you. A council begins in a group chat of its own, with { $command }.
map-label-picture = as a picture
map-title = Where { $assembly } stands
map-foot = As of { $moment }
