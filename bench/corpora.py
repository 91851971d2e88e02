"""The corpora that accuracy is measured on: a folder beside the project, or $ANNALS_CORPORA. None of their text is kept here."""
import json
import os
import pathlib
import sys

FOLDER = pathlib.Path(os.environ.get("ANNALS_CORPORA") or pathlib.Path(__file__).resolve().parents[2] / "shared/corpora")
SKIPPED = 77


def need(*paths):
    """Skips the whole bench, visibly, where one of these is missing."""
    for path in paths:
        if not (FOLDER / path).exists():
            print(f"SKIP: no {path} in {FOLDER}; name the folder of the corpora with ANNALS_CORPORA")
            sys.exit(SKIPPED)


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def articles():
    """News articles as `annals dates` reads them, in the order of their files."""
    return [{"id": line["id"], "dct": line["published"], "text": line["text"]}
            for path in sorted((FOLDER / "timelines").glob("*.articles.jsonl")) for line in lines(path)]


def write_lines(path, values):
    with open(path, "w", encoding="utf-8") as file:
        for value in values:
            file.write(json.dumps(value, ensure_ascii=False) + "\n")
    return path
