### Secret votes.

secret-runs-on = A secret vote runs to its end, { $closes }: an early end would tell who has voted.
link-waits-secret = You could vote twice in a secret vote that is open, so linking waits until its end: { $closes }.
