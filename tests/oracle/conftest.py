"""What needs the oracle is collected only where it is installed: `make oracle`."""

from importlib.util import find_spec

collect_ignore_glob = [] if find_spec("pref_voting") else ["test_*.py"]
