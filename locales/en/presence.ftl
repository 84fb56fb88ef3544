### How many are there, where a majority is one of those present.

cmd-present = Say how many are there, when a majority of those present decides
    .name = present
    .example = 12 23
ask-present-decision = For which decision?
ask-present-people = How many of those who may vote are there? (For example: *23*)
present-label-say = How many are here?
present-label-meeting = { $people } · { $title }
present-nowhere = Nothing open needs to know how many are there. Only a decision by a majority of those present does: { $command }
present-not-asked = It is not decided by a majority of those present, so that changes nothing. How you decide: { $command }
present-fewer-than-voted =
    { $cast ->
        [0] At least one must be there.
        [one] { $cast } has voted already, so at least { $cast } is there.
       *[other] { $cast } have voted already, so at least { $cast } are there.
    }
present-more-than-may-vote =
    { $electorate ->
        [one] Only { $electorate } may vote here: count those of them who are there.
       *[other] Only { $electorate } may vote here: count those of them who are there.
    }
present-kept = { $people } are there for “{ $title }”. If more come, say it again before the end.
decision-card-present =
    { $stage ->
        [said] Present: { $people }
        [asked] How many are there? The facilitators say so before the end: { $command }
        [counted] Counted of { $people } present
       *[unsaid] Nobody said how many were there, so those who voted count as present: { $people }
    }
motion-present-line = While it is open, the facilitators say how many are there: { $command }
