### Rollen: gegeben, verlängert, zu Ende.

cmd-role = Jemandem für sechs Monate eine Rolle geben
    .name = rolle
    .example = Ben Moderation
ask-role-person = Wer bekommt die Rolle?
ask-role-office = Welche Rolle?
office-organiser = Organisation
office-facilitator = Moderation
office-member = keine
role-given =
    { $role ->
        [organiser] { $person } macht die Organisation, bis { $until }.
       *[facilitator] { $person } macht die Moderation, bis { $until }.
    }
role-laid-down =
    { $role ->
        [organiser] { $person } macht die Organisation nicht mehr. Danke für die Arbeit.
       *[facilitator] { $person } macht die Moderation nicht mehr. Danke für die Arbeit.
    }
role-not-held = { $person } hat gerade keine Rolle.
role-own = Eine Rolle kannst du dir nicht selbst geben: Bitte jemand anderen darum. Abgeben kannst du sie immer.
roles-suspended = Gerade ändern sich keine Rollen, weil viele Mitglieder auf einmal weg waren. Erst sieht die Organisation nach: { $command }
role-ends-soon =
    { $role ->
        [organiser] { $person } macht die Organisation von „{ $assembly }“ noch bis { $until }. Soll es weitergehen?
       *[facilitator] { $person } macht die Moderation von „{ $assembly }“ noch bis { $until }. Soll es weitergehen?
    }
role-ends-soon-yours =
    { $role ->
        [organiser] Deine Organisation in „{ $assembly }“ geht noch bis { $until }. Danach organisieren andere, oder ihr verlängert.
       *[facilitator] Deine Moderation in „{ $assembly }“ geht noch bis { $until }. Danach moderieren andere, oder ihr verlängert.
    }
role-ended =
    { $role ->
        [organiser] Die Organisation von { $person } endet heute, nach einem halben Jahr. Danke.
       *[facilitator] Die Moderation von { $person } endet heute, nach einem halben Jahr. Danke.
    }
label-role-again = weitere sechs Monate
role-vacant = Gerade organisiert hier niemand. Jedes Mitglied kann eine Wahl beginnen: { $command }

cmd-confirm = Bestätigen, dass alles gut ist, wenn viele Mitglieder auf einmal weg sind
    .name = nachgesehen
confirm-nothing = Es gibt nichts nachzusehen. Hier ist alles wie immer.
members-confirmed = Die Organisation hat nachgesehen. Rollen lassen sich wieder ändern.
