"""Reading the dates people write. Rather nothing than a guess, and always the same reading.

- A weekday is the next one; today only if a time is said that is still ahead. "next Tuesday" is
  the same day, but never today; "Tuesday next week" is in the week from next Monday on, "Tuesday
  week", "Dienstag in acht Tagen" is a week after the next one.
- A date without a year is this year's, or next year's once it is over. A date with a year, and
  "today at nine", may be in the past, as is "yesterday": callers refuse that.
- Figures are day and month. "5/10" alone is neither a day nor none: it needs a time or a year.
- A day without a time takes `at`. Morning is 9:00, noon 12:00, afternoon 15:00, evening 19:00;
  midnight is the end of the day it is said of.
- Figures with minutes, and German "7 Uhr", are on the 24-hour clock. A spoken hour ("um acht",
  "halb acht", "at 6") lies between 8:00 and 19:59, unless a part of the day says otherwise.
- The weekend and the week end on Sunday. "before Friday" is the day before.
- A weekday that is not the date's, a day or time that does not exist, a range, a day whose time
  stands elsewhere in the text, "next week", "last Friday": nothing is read. Whoever needs a time to
  begin at takes the first of a range (`ranges`).
- What looks like a date and is none is found as well (`find`, `deadline`), to be asked for again.
- A chat's own language is read first, every other as well: chats mix them.
"""

from __future__ import annotations

from models.dates.finding import attempted, deadline, find
from models.dates.moments import LAST, months_on, same_day
from models.dates.reading import lead, read, trail
from models.dates.recurrence import Every, lead_every

__all__ = [
    "LAST",
    "Every",
    "attempted",
    "deadline",
    "find",
    "lead",
    "lead_every",
    "months_on",
    "read",
    "same_day",
    "trail",
]
