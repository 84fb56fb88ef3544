### One human, several accounts.

cmd-link = Link your second account, on another platform too
    .name = link
link-code =
    Send me this from your other account, in private:
    { $command }
    It works once, until { $expires }. Give it to nobody: whoever has it can speak in your name.
link-sure = Are you “{ $name }” as well? Then both accounts become one: what one may do, the other may. If somebody else asked you for this, leave it.
label-link = yes, that’s me
label-link-no = no
link-left = All right, your accounts stay apart. The code no longer works.
link-same = This code is from this very account. Send it to me from your other one.
link-waits-election = Both accounts are on the ballot in { $assembly }: “{ $title }”. Nobody’s name can be taken off it any more, so linking waits until that vote is over: { $closes }.
link-done =
    Your accounts are linked. To me you are { $name } everywhere.{ $twice ->
        [0] {""}
       *[other] {" "}Where both had voted, the vote of the older account counts.
    }
