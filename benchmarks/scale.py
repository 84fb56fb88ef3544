"""The same votes in a database of a hundred thousand assemblies as in one of ten."""

from __future__ import annotations

from benchmarks.votes import rate
from benchmarks.world import world

LARGE = 100_000


def main() -> None:
    """Print both rates and their ratio; taken in turns, so that the machine's moods are shared."""
    with world(assemblies=10) as small, world(assemblies=LARGE) as large:
        few, many = 0.0, 0.0
        for _ in range(3):
            few, many = max(few, rate(small, 100, 4)), max(many, rate(large, 100, 4))
        print(f"votes among ten assemblies       {few:8,.0f} a second")
        print(f"  among {LARGE:,}                {many:8,.0f} a second, ratio {many / few:.2f}")
        print(f"  ({LARGE * 10:,} memberships and as many ballots)")


if __name__ == "__main__":
    main()
