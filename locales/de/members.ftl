### Dazukommen, gehen, Rollen.

theme-members = **Dazugehören**

cmd-join = Hier Mitglied werden
    .name = dabei
    .aliases = beitreten
member-already = Du gehörst schon zu { $assembly }.
member-joined = Willkommen, { $person }. Du gehörst jetzt zu { $assembly }.
