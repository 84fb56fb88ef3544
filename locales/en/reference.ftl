### The pages of the documentation that are written from the code.

reference-title = What you can say
reference-intro =
    Every line works bare: say only its name, and what is missing is asked for, with buttons where there is something to choose. Most lines are never typed at all, because a button says them.
reference-place = In a group they count for that group, in private for wherever you belong. On Matrix a line begins with “!”, as Element keeps “/” for itself.
reference-other = These English names work everywhere. In other languages:
reference-command = Line
reference-what = What it does
reference-example = For example
reference-who = Who
reference-also = also
reference-who-anyone = anyone
reference-who-members = members
reference-who-belonging = members
reference-who-readers = members; in open councils their base
reference-who-followers = members; in open councils their base
reference-who-facilitators = facilitators
reference-who-organisers = organisers
