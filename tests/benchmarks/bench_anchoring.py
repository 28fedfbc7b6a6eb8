"""How many of 10,000 places survive a corrected report, and what it costs against a bare comparison of lines.

    python tests/benchmarks/bench_anchoring.py [REPORT …]     (else the samples)

5 % of the sentences are struck out, added, replaced (by others of the same report), moved, or get characters mistaken;
or single characters anywhere, as recognition leaves them. Where each character went is known, so "right" and "silently
wrong" are facts. Prints rates and ratios; asserts nothing.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core.anchoring import Carrier
from core.readers import read
from tests.core.anchoring.edited import Edited, edited, misread, spans

SAMPLES = Path(__file__).resolve().parents[2] / "seeds"
PLACES = 10_000
LONG = 2_000_000
SCENES: tuple[tuple[str, Callable[[str, int], Edited]], ...] = (
    ("5 % of the sentences edited", lambda text, seed: edited(text, 0.05, seed)),
    ("1 % of the characters misread", lambda text, seed: misread(text, 0.01, seed)),
    ("5 % of the characters misread", lambda text, seed: misread(text, 0.05, seed)),
)


def rates(texts: list[str], make: Callable[[str, int], Edited]) -> str:
    """What became of the places, of all texts together."""
    fates: Counter[str] = Counter()
    states: Counter[str] = Counter()
    for seed, text in enumerate(texts):
        made = make(text, seed)
        carrier = Carrier(made.old, made.new)
        for span in spans(text, PLACES // len(texts), seed):
            placed = carrier.place(span)
            fates[made.fate(span, placed)] += 1
            states[placed.state] += 1
    total = fates.total()
    shares = ", ".join(f"{name} {count / total:.2%}" for name, count in fates.most_common())
    return f"{shares}; silently wrong {fates['silently wrong']} of {total}; {dict(states)}"


def long_text(texts: list[str]) -> str:
    """Sentences of the reports in any order, each made a little different."""
    chance = random.Random(1)
    sentences = [line for text in texts for line in text.replace("。", "。\n").split("\n") if line]
    made, length = [], 0
    while length < LONG:
        words = list(chance.choice(sentences))
        for _ in range(2):
            words.insert(chance.randrange(len(words)), chance.choice(sentences)[0])
        made.append("".join(words) + "\n")
        length += len(made[-1])
    return "".join(made)


def cost(made: Edited) -> str:
    """The time of both texts and all places, and of a bare comparison of the texts' lines."""
    start = time.perf_counter()
    SequenceMatcher(None, made.old.split("\n"), made.new.split("\n"), autojunk=False).get_matching_blocks()
    bare = time.perf_counter() - start
    chosen = spans(made.old, PLACES, 1)
    start = time.perf_counter()
    carrier = Carrier(made.old, made.new)
    for span in chosen:
        carrier.place(span)
    taken = time.perf_counter() - start
    return f"{taken:.1f} s for the texts and {PLACES:,} places, {taken / bare:.1f} × a bare comparison of their lines"


def main() -> None:
    """Print the rates of each kind of edit, then the cost on a long text."""
    names = [Path(name) for name in sys.argv[1:]] or sorted([*SAMPLES.glob("*.txt"), *SAMPLES.glob("*.md")])
    texts = [read(name).text for name in names]
    for label, make in SCENES:
        print(f"{label}: {rates(texts, make)}")
    text = long_text(texts)
    for label, make in SCENES:
        print(f"{len(text):,} characters, {label}: {cost(make(text, 1))}")


if __name__ == "__main__":
    main()
