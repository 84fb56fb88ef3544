### Which cases a committee takes on.

cmd-theme = Say which cases your committee takes on
    .name = theme
    .example = Work
ask-theme-theme = Which of the neighbours’ cases do you want to take on?
committee-no-theme = none
committee-only = Cases are taken on by a committee. Say it in its group.
committee-hidden = Your committee is hidden. To take on cases it has to be visible to the commune.
committee-asks-theme =
    {""}**{ $committee }** would like to take on cases about “{ $topic }”. Those who are in it could then read them.
    Your facilitators can agree.
committee-label-agree = Agreed
committee-asked-theme = I’ve asked { $parent }. As soon as a facilitator there agrees, cases about “{ $topic }” come to you.
committee-theme-enough = You have changed this here { $limit } times since yesterday. You can again from { $again }; until then talk to the facilitators of { $parent }.
committee-entrusted = From now on cases about “{ $topic }” go to **{ $committee }**.
committee-theme-set = From now on cases about “{ $topic }” come to you: **{ $committee }**.
committee-theme-unset = {""}**{ $committee }** no longer takes on cases.
