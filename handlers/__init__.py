"""What people can say: one file per thing they do, one line for each here."""

from handlers import assemblies, basics, decisions, members, tasks
from handlers.routing import Router

router = Router.of(
    decisions.router,
    tasks.router,
    assemblies.router,
    members.router,
    basics.router,
)
