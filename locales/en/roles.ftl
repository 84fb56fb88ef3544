### Roles: given, given again, ending.

cmd-role = Give somebody a role for six months
    .name = role
    .example = Ben facilitator
ask-role-person = Who gets the role?
ask-role-office = Which role?
office-organiser = organiser
office-facilitator = facilitator
office-member = none
role-given =
    { $role ->
        [organiser] { $person } organises until { $until }.
       *[facilitator] { $person } facilitates until { $until }.
    }
role-laid-down =
    { $role ->
        [organiser] { $person } no longer organises. Thank you for the work.
       *[facilitator] { $person } no longer facilitates. Thank you for the work.
    }
role-not-held = { $person } has no role at the moment.
role-own = You can’t give yourself a role: ask somebody else to. You can always lay it down.
roles-suspended = No roles change at the moment, because many members were gone at once. First the organisers have a look: { $command }
role-ends-soon =
    { $role ->
        [organiser] { $person } organises { $assembly } until { $until }. Shall it go on?
       *[facilitator] { $person } facilitates { $assembly } until { $until }. Shall it go on?
    }
role-ends-soon-yours =
    { $role ->
        [organiser] You organise { $assembly } until { $until }. Then others do, or you are given the role again.
       *[facilitator] You facilitate { $assembly } until { $until }. Then others do, or you are given the role again.
    }
role-ended =
    { $role ->
        [organiser] { $person } stops organising today, after half a year. Thank you.
       *[facilitator] { $person } stops facilitating today, after half a year. Thank you.
    }
label-role-again = six more months
role-vacant = Nobody organises here at the moment. Any member can begin an election: { $command }

cmd-confirm = Confirm that all is well when many members are gone at once
    .name = confirm
confirm-nothing = There is nothing to look at. All is as usual here.
members-confirmed = The organisers have had a look. Roles can change again.
