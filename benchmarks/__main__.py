"""`make bench`: every figure that the README quotes, each in a process of its own."""

import subprocess
import sys

PARTS = ("start", "votes", "scale", "promises", "referral", "flood")


def main() -> None:
    """Run them one after the other."""
    for part in PARTS:
        subprocess.run([sys.executable, "-m", f"benchmarks.{part}"], check=True)


if __name__ == "__main__":
    main()
