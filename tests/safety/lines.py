"""Everything a person can say: who may, and how it is typed and pressed in Wedding."""

from __future__ import annotations

from dataclasses import dataclass

ANYONE, MEMBER, FACILITATOR, ORGANISER, OWNER, NOBODY = range(6)
"""From whom on; an owner has begun the thing itself, or is the one it is about."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Who may say it in the group, and an example; empty: it is only typed, or only pressed."""

    who: int
    typed: str = ""
    pressed: str = ""
    entity: bool = False
    """Its first argument is something of the assembly."""


def _all(who: int, *names: str) -> dict[str, Cell]:
    return {name: Cell(who) for name in names}


def _of(who: int, **forms: str) -> dict[str, Cell]:
    """Commands about something there is: `kind`, then what follows when typed | pressed."""
    cells = {}
    for name, form in forms.items():
        kind, *rest = form.split(" ", 1)
        typed, _, pressed = (rest[0] if rest else "").partition("|")
        cells[name.replace("_", "-")] = Cell(
            who, f"1 {typed}", f"{{{kind}}} {pressed or typed}", entity=True
        )
    return cells


SAID: dict[str, Cell] = {
    **_all(ANYONE, "start", "help", "privacy", "cancel", "undo", "mydata", "forget", "link"),
    **_all(ANYONE, "who", "withdraw", "keep", "look", "join"),
    "answer": Cell(ANYONE, pressed="12345 yes"),
    "bind": Cell(ORGANISER, " "),
    "case": Cell(ANYONE, "the boiler is broken"),
    "committee": Cell(ANYONE, "Neighbours"),
    "council": Cell(ANYONE, "All"),
    "forget-all": Cell(ANYONE, pressed="@1999999999"),
    "found": Cell(ANYONE, "Mine"),
    "join-offer": Cell(ANYONE, pressed="code1"),
    "link-now": Cell(ANYONE, pressed="code1"),
    "link-no": Cell(ANYONE, pressed="code1"),
    "name": Cell(ANYONE, "Somebody Else"),
    **_of(NOBODY, case_again="case", case_solved="case", case_topic="case work"),
    **_of(NOBODY, case_elsewhere="case", withdraw_now="case"),
    "case-more": Cell(NOBODY, pressed="{case} more words", entity=True),
    "case-same": Cell(NOBODY, pressed="{case} {case}", entity=True),
    "case-at": Cell(NOBODY, pressed="{case} {assembly}", entity=True),
    "settings": Cell(MEMBER, " "),
    **_all(MEMBER, "cases", "delegates", "leave", "meetings", "members", "mine", "polls"),
    **_all(MEMBER, "record", "reminders", "reports", "tasks", "today", "verify"),
    **_of(MEMBER, vote="decision yes|{option}", card="task", care="case", vouch="newcomer"),
    **_of(MEMBER, ballot="decision", cast="decision yes"),
    "fill": Cell(MEMBER, pressed="{decision} -- 1", entity=True),
    "opine": Cell(MEMBER, pressed="{decision} 1", entity=True),
    "fill-next": Cell(MEMBER, pressed="{decision} -- 1", entity=True),
    "cast-for": Cell(FACILITATOR, "1 Ben yes", "{decision} {person} yes", entity=True),
    "uncast-for": Cell(OWNER, pressed="{decision} {person}", entity=True),
    **_of(MEMBER, doubt="newcomer", due="task 3 June|@1906632000"),
    **_of(MEMBER, task_more="task", read_report="report", members_page="membership 1"),
    **_of(MEMBER, attend="meeting yes"),
    "card": Cell(MEMBER, "decision:{decision}", "decision:{decision}", entity=True),
    "agenda": Cell(MEMBER, "2 Garden", "{meeting} Garden", entity=True),
    "minutes": Cell(MEMBER, "1", "{past}", entity=True),
    "meet": Cell(MEMBER, "3 June 18:00 Garden"),
    "poll": Cell(MEMBER, "Open the yard? | yes | no"),
    "task": Cell(MEMBER, "Mend the door"),
    "remind": Cell(MEMBER, "3 June 10:00 the key"),
    "take": Cell(MEMBER, "1", "{task}", entity=True),
    "decide": Cell(MEMBER, "Buy a ladder?"),
    "statutes": Cell(MEMBER, " ", "majority 2/3"),
    "statute": Cell(MEMBER, pressed="{assembly} majority 2/3", entity=True),
    "object-for": Cell(FACILITATOR, pressed="{consent} {person} all It is dear", entity=True),
    **_of(MEMBER, electorate="decision"),
    "elect": Cell(MEMBER, "2 cleaners", "organiser"),
    **_all(MEMBER, "offices"),
    **_of(MEMBER, stand="election", candidates="election"),
    **_of(MEMBER, propose="election Ben|{person}", question="election Why?"),
    **_of(OWNER, unstand="election"),
    "candidacy-no": Cell(OWNER, pressed="{election}", entity=True),
    "reply": Cell(OWNER, pressed="{question} Yes", entity=True),
    "office-end": Cell(OWNER, pressed="{office}", entity=True),
    **_of(FACILITATOR, election_more="election", election_off="election"),
    **_of(FACILITATOR, election_open="election", election_set="election places 2"),
    **_of(FACILITATOR, election_until="election @1906632000"),
    **_of(MEMBER, election_again="election", election_run_off="election"),
    "unvote": Cell(OWNER, "1", "{decision}", entity=True),
    "unattend": Cell(OWNER, pressed="{meeting}", entity=True),
    "report": Cell(OWNER, "We met"),
    "report-draft": Cell(OWNER, pressed="{delegation}"),
    "report-send": Cell(OWNER, pressed="{delegation}"),
    "report-more": Cell(OWNER, pressed="{delegation} They want a march"),
    "report-ask": Cell(MEMBER, pressed="{report} When is it?", entity=True),
    "report-answer": Cell(OWNER, pressed="{inquiry} At noon", entity=True),
    "recall": Cell(MEMBER, "1", "{delegation}", entity=True),
    "recall-support": Cell(MEMBER, pressed="{recall}", entity=True),
    "recall-back": Cell(MEMBER, pressed="{recall}", entity=True),
    "hand": Cell(OWNER, "1", "{case}", entity=True),
    "solve": Cell(OWNER, "1", "{case}", entity=True),
    "tell": Cell(OWNER, "1 We come", "{case} We come", entity=True),
    **_of(OWNER, stay="membership", leave_now="membership", drop="task"),
    **_of(OWNER, unpoll="decision", unmeet="meeting", retask="task", task_back="task"),
    **_of(FACILITATOR, close="decision", done="task", untask="task", unpoint="point"),
    **_of(FACILITATOR, amend="decision Another question?", motion="motion"),
    **_of(FACILITATOR, motion_open="motion", motion_drop="motion", motion_keep="motion"),
    **_of(FACILITATOR, motion_more="motion", motion_waits="motion", motion_page="motion method"),
    **_of(FACILITATOR, motion_set="motion quorum 1/3", motion_title="motion Buy two?"),
    **_of(FACILITATOR, motion_secret="motion on"),
    **_of(FACILITATOR, present="decision 5", unpresent="decision"),
    "secret": Cell(MEMBER, "1", "{decision}", entity=True),
    "secret-fill": Cell(MEMBER, pressed="{decision} --- 1", entity=True),
    "secret-object": Cell(MEMBER, pressed="{decision} It is too dear", entity=True),
    "secret-cast": Cell(MEMBER, pressed="{decision} 1--", entity=True),
    "motion-answers": Cell(FACILITATOR, pressed="{motion} wood | steel", entity=True),
    **_of(FACILITATOR, motion_until="motion @1906632000", motion_opens="motion @1906632000"),
    "write-minutes": Cell(FACILITATOR, pressed="{past} We met again", entity=True),
    **_of(MEMBER, arguments="decision", decision="decision", picture="decision"),
    "decisions": Cell(MEMBER),
    "export": Cell(MEMBER, "json", "pdf"),
    **_of(MEMBER, objections="consent"),
    "object": Cell(MEMBER, "2 It is too dear", "{consent} all It is too dear", entity=True),
    "objection-vote": Cell(MEMBER, pressed="{consent}", entity=True),
    "respond": Cell(FACILITATOR, "1 We will see", "{objection} We will see", entity=True),
    "decisions-page": Cell(MEMBER, pressed="1 gate"),
    "campaign": Cell(MEMBER, "Clean the yard | 3 June"),
    "campaigns": Cell(MEMBER),
    "campaigns-page": Cell(MEMBER, pressed="1 yard"),
    **_of(MEMBER, campaign_add="campaign Paint", campaign_material="campaign A link"),
    **_of(MEMBER, campaign_strike="piece", campaign_unstrike="piece"),
    **_of(FACILITATOR, campaign_send="campaign", campaign_drop="campaign"),
    **_of(FACILITATOR, campaign_keep="campaign", campaign_off="campaign yes"),
    **_of(FACILITATOR, campaign_day="campaign @1906632000"),
    **_of(MEMBER, campaign_adapt="campaign", campaign_ask="campaign", campaign_follow="campaign"),
    **_of(MEMBER, evaluate="campaign It rained", evaluations="campaign"),
    "act": Cell(OWNER, pressed="{decision}", entity=True),
    "stays": Cell(OWNER, pressed="{decision}", entity=True),
    "unreview": Cell(OWNER, pressed="{decision}", entity=True),
    "state": Cell(FACILITATOR, "1 We paint", "{decision} We paint", entity=True),
    "review": Cell(FACILITATOR, "1 3 June", "{decision} @1906632000", entity=True),
    "for": Cell(MEMBER, "1 It is time", "{decision} It is time", entity=True),
    "against": Cell(MEMBER, "1 It is dear", "{decision} It is dear", entity=True),
    "unargue": Cell(OWNER, pressed="{argument}", entity=True),
    "postpone": Cell(FACILITATOR, "2 4 June 18:00", "{meeting} @1906819200", entity=True),
    "calloff": Cell(FACILITATOR, "2", "{meeting}", entity=True),
    "calloff-back": Cell(FACILITATOR, pressed="{meeting}", entity=True),
    "unagenda": Cell(FACILITATOR, "2 1", "{meeting} 1", entity=True),
    "unremind": Cell(FACILITATOR, "1", "={reminder}", entity=True),
    "entrust": Cell(FACILITATOR, pressed="{committee} rent"),
    "admission": Cell(ORGANISER, "open", "open"),
    "area": Cell(ORGANISER, "Leopoldplatz"),
    "spoken": Cell(ORGANISER, "Turkish, Arabic"),
    "confirm": Cell(ORGANISER, " "),
    "invite": Cell(MEMBER, "Neukölln", "{assembly}"),
    "seat-ask": Cell(MEMBER, pressed="{seat}", entity=True),
    **_of(MEMBER, secede="seat", trail="decision", refer="decision"),
    "bring": Cell(FACILITATOR, "1", "{decision} {seat}", entity=True),
    "map": Cell(MEMBER, " "),
    "map-picture": Cell(MEMBER, pressed="{assembly}", entity=True),
    "delegate": Cell(MEMBER, "Town Ben", "{seat}"),
    "speak": Cell(OWNER, pressed="{item} 1", entity=True),
    "motion-free": Cell(FACILITATOR, pressed="{motion} on", entity=True),
    "digest": Cell(ORGANISER, "7:30", "07:00"),
    "hidden": Cell(ORGANISER, "on", "on"),
    "language": Cell(ORGANISER, "de", "de"),
    "listed": Cell(ORGANISER, "on", "on"),
    "rename": Cell(ORGANISER, "Elsewhere"),
    "role": Cell(ORGANISER, "Ben facilitator", "{person} facilitator"),
    "theme": Cell(ORGANISER, "rent", "rent"),
    "timezone": Cell(ORGANISER, "Europe/Lisbon"),
    "unbind": Cell(ORGANISER, " "),
    "undelegate": Cell(OWNER, "1", "{delegation}", entity=True),
    "role-again": Cell(ORGANISER, pressed="{membership} facilitator", entity=True),
}
