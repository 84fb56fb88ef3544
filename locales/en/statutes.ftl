### Statutes: how an assembly decides; methods and rules of passing in words.

article-method = method
article-majority = majority
article-basis = of whom
article-quorum = turnout
article-days = length
article-early = early end
article-extends = extension
article-opening = who opens
article-closing = who closes
article-most = answers each
article-seats = places

method-proposal = proposal
method-choice = choice
method-consent = consent
method-consensus = consensus
method-resistance = resistance
method-score = score
method-dots = dots
method-ranked = ranking
method-times = times
method-opinion = opinion
method-says-proposal = Yes, no or abstain
method-says-choice =
    { $most ->
        [1] { $seats ->
            [1] One answer each, the most votes win
           *[other] One answer each, the first { $seats } win
        }
       *[other] { $seats ->
            [1] Up to { $most } answers each, the most votes win
           *[other] Up to { $most } answers each, the first { $seats } win
        }
    }
method-says-consent = Passes if nobody has a serious objection
method-says-consensus = Passes if nobody blocks and more agree than disagree
method-says-resistance = 0 to 10 for each answer, the least resistance wins
method-says-score =
    { $seats ->
        [1] 0 to 5 for each answer, the highest sum wins
       *[other] 0 to 5 for each answer, the { $seats } highest sums win
    }
method-says-dots =
    { $seats ->
        [1] Eight dots each, the most dots win
       *[other] Eight dots each, the first { $seats } win
    }
method-says-ranked =
    { $seats ->
        [1] The answers in your order, whichever beats the others wins
       *[other] The answers in your order, { $seats } win (transferable vote)
    }
method-says-times =
    { $seats ->
        [1] Yes, if need be or no for each, the most yes win
       *[other] Yes, if need be or no for each, the first { $seats } win
    }
method-says-opinion =
    { $most ->
        [1] One answer each
       *[other] Up to { $most } answers each
    }
method-good-proposal = **proposal**: yes, no or abstain. For one clear question.
method-good-choice = **choice**: pick one answer, or a few. For choosing quickly.
method-good-consent = **consent**: passes if nobody has a serious objection. For what is good enough for now and safe enough to try.
method-good-consensus = **consensus**: say how far you go along, one block stops it. For what must carry everyone.
method-good-resistance = **resistance**: 0 to 10 for each answer, the least wins. For finding what hurts nobody.
method-good-score = **score**: 0 to 5 for each answer. For telling how good each is.
method-good-dots = **dots**: eight dots each. For sorting many ideas.
method-good-ranked = **ranking**: put the answers in order. For one of several, or people for several places.
method-good-times = **times**: yes, if need be or no for each. For finding a date.
method-good-opinion = **opinion**: just ask around, it decides nothing. For knowing where people stand.

majority-simple = simple
majority-absolute = absolute
basis-cast = yes and no
basis-valid = all votes
basis-present = those present
basis-electorate = everyone who may vote
basis-of-cast = the yes and no votes
basis-of-valid = all votes, abstentions too
basis-of-present = those present
basis-of-electorate = everyone who may vote
rule-simple = simple majority
rule-absolute = more than half of { $basis }
rule-share = at least { $share } of { $basis }
rule-part =
    { $named ->
        [quarter] a quarter
        [third] a third
        [half] half
        [two-thirds] two thirds
        [three-quarters] three quarters
        [all] 100%
       *[other] { $part }/{ $whole }
    }
rule-quorum = counts if at least { $share } vote
rule-opinion = only an opinion, it decides nothing
rule-early = ends as soon as it is settled
rule-extends = goes on once if too few vote
rule-no-quorum = any turnout will do
rule-none = no minimum
rule-number = { $number }
rule-days =
    { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
rights-members = every member
rights-facilitators = facilitators
rights-organisers = organisers

cmd-statutes = See how you decide, and change it together
    .name = statutes
    .example = majority two thirds
ask-statutes-article = Which part? (For example: *majority*)
ask-statutes-value = What shall it say? (For example: *two thirds*)
statutes-shown =
    {""}**How { $assembly } decides**
    Usual method: { $method }
    Rule: { $rule }
    Open for: { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
    Opens: { $opening } · closes early: whoever asked, { $closing }
statutes-choose = A decision may be stricter, never less strict. You change the statutes by a decision; choose what:
statutes-so-far = So far: { $value }
statutes-asks-method = Which method is the usual one?
statutes-asks-majority = What share must say yes? You can type any share, for example *3/5*.
statutes-asks-basis = Of whom is the majority counted?
statutes-asks-quorum = How many must vote at least? Any share can be typed, for example *1/5*.
statutes-asks-days = How long are decisions open?
statutes-asks-early = Do they end as soon as nothing can change?
statutes-asks-extends = Do they go on once if too few have voted?
statutes-asks-opening = Who may open a decision?
statutes-asks-closing = Who may close one early, besides whoever asked?
statutes-not-there = Each decision says that for itself.
statutes-no-such-value = “{ $typed }” does not fit there. { $command } shows what does.
statutes-so-already = That is how it is already · { $article }: { $value }
statutes-asked = You are voting about that already · { $article }: { $value }
statutes-question = Statutes · { $article }: “{ $value }” instead of “{ $before }”?
statutes-in-force = Your statutes say from now on · { $article }: **{ $value }**

cmd-electorate = Who may vote in a decision
    .name = electorate
    .example = 3
ask-electorate-decision = In which decision?
electorate-told =
    { $frozen ->
        [yes] { $count ->
            [one] { $count } person may vote in “{ $title }”: who belonged here when it opened.
           *[other] { $count } people may vote in “{ $title }”: those who belonged here when it opened.
        }
       *[no] { $count ->
            [one] { $count } person may vote in “{ $title }”: whoever belongs here.
           *[other] { $count } people may vote in “{ $title }”: whoever belongs here.
        }
    }
electorate-names = { $names }
electorate-more = and { $count } more
