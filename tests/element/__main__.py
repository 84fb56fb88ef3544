"""`python -m tests.element` installs Element's crypto; with `lock`, it locks it anew."""

import sys

from tests.element.installing import install, write_lock

write_lock() if sys.argv[1:] == ["lock"] else install()
