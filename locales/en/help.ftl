### Help: what one can say.

cmd-help = What you can do here
    .name = help
help-head = What you can say here:
help-line = { $command }: { $what }
help-foot = Say just the first word, and I ask for the rest. More by theme:
help-name = { $command }
help-no-theme = I have no help about “{ $typed }”. All there is: { $command }
