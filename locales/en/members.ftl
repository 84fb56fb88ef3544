### Joining, leaving, roles.

theme-members = **Belonging**

cmd-join = Become a member here
    .name = join
member-already = You already belong to { $assembly }.
member-joined = Welcome, { $person }. You now belong to { $assembly }.
