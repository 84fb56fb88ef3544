### Arguments: what speaks for a decision, and what against it.

cmd-for = Say what speaks for a decision
    .name = for
    .example = 3 The old paint is peeling
ask-for-decision = For which decision?
ask-for-words = What speaks for it? (In at most 300 characters.)
cmd-against = Say what speaks against a decision
    .name = against
    .example = 3 It costs 200 euros
ask-against-decision = Against which decision?
ask-against-words = What speaks against it? (In at most 300 characters.)
cmd-arguments = Read what speaks for and against it
    .name = arguments
    .example = 3
ask-arguments-decision = The arguments in which decision?
ask-arguments-page = Which page? Just the number.

argument-kept =
    { $side ->
        [for] Kept as an argument for “{ $title }”. All of them: { $command }
       *[against] Kept as an argument against “{ $title }”. All of them: { $command }
    }
argument-gone =
    { $side ->
        [for] Your argument for it is taken back: { $words }
       *[against] Your argument against it is taken back: { $words }
    }
argument-said-already = You have said that already.
argument-enough = You have said { $limit } on this side. Take one back first, then there is room for another.
argument-not-yours = Only whoever said it can take it back.
arguments-none = Nobody has said anything on “{ $title }” yet. You can: { $pro } or { $contra }
arguments-head = **{ $title }** · { $number }
argument-line =
    { $side ->
        [for] ＋ { $words } ({ $name })
       *[against] － { $words } ({ $name })
    }
argument-label-back = take back: { $words }
label-more-arguments = { $count } more
decision-card-arguments = ＋ { $pro } for · － { $contra } against · { $command }
