"""What people can say: one file per thing they do, one line for each here."""

from handlers import agendas, assemblies, basics, decisions, meetings, members, minutes, tasks
from handlers.routing import Router

router = Router.of(
    decisions.router,
    tasks.router,
    meetings.router,
    agendas.router,
    minutes.router,
    assemblies.router,
    members.router,
    basics.router,
)
