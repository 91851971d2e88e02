#!/usr/bin/env python3
"""What annals makes of samples/, against the hand-written tests/golden/samples/expected.tsv.

    samples.py read ANNALS FOLDER      imports samples/ and keeps the answers in FOLDER
    samples.py must FOLDER NAME        one must-have event
    samples.py share FOLDER            the share of all rows found, and found right
    samples.py vary FOLDER             kind, modality, attribution and shape each vary
"""
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "samples"
FOUNDING = ("asserted", "claimed")
# The least share of events that must be found with the right date, and of those the least share with the right kind;
# the least share of denied, hypothetical and negated rows that must be mentions of that modality.
LEAST_RIGHT, LEAST_KIND, LEAST_OTHER = 0.70, 0.80, 0.50


def expected():
    rows = []
    for line in (ROOT / "tests/golden/samples/expected.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, document, words, dates, kinds, modalities, attributed = line.split("\t")
            rows.append({"name": name, "document": document, "words": words.split(), "dates": dates.split("|"), "kinds": kinds.split("|"),
                         "modalities": modalities.split("|"), "attributed": attributed})
    return rows


def read(annals, folder):
    folder.mkdir(parents=True, exist_ok=True)
    database = folder / "samples.db"
    for old in folder.glob("samples.db*"):
        old.unlink()

    def output(*command, **options):
        return subprocess.run([annals, *command], check=True, capture_output=True, text=True, **options).stdout

    output("import", str(SAMPLES), "--db", str(database))
    documents = output("documents", "--format", "json", "--db", str(database))
    (folder / "documents.json").write_text(documents)
    (folder / "events.json").write_text(output("query", "--format", "json", "--db", str(database)))
    lines = [json.dumps({"id": pathlib.Path(row["path"]).name, "title": "", "published": row["published"], "text": output("read", row["path"], "--format", "text")})
             for row in json.loads(documents)]
    (folder / "mentions.jsonl").write_text(output("extract", "-", input="\n".join(lines) + "\n"))


def answers(folder):
    """Every claim: one a source of each event, and one a mention that may not found an event."""
    paths = {row["document"]: pathlib.Path(row["path"]).name for row in json.loads((folder / "documents.json").read_text())}
    events = json.loads((folder / "events.json").read_text())
    claims = [{"document": paths[source["document"]], "quote": source["quote"], "date": source["date"], "kind": event["kind"], "event": event["id"],
               "modality": event["modality"], "attributed": event["attributed_to"] or ""} for event in events for source in event["sources"]]
    mentions = [json.loads(line) for line in (folder / "mentions.jsonl").read_text().splitlines()]
    others = [{"document": row["id"], "quote": mention["quote"], "date": mention["date"], "kind": mention["kind"], "event": "",
               "modality": mention["modality"], "attributed": mention["attributed_to"] or ""}
              for row in mentions for mention in row["mentions"] if mention["modality"] not in FOUNDING]
    return events, claims, others


def fold(text):
    return " ".join(text.lower().replace("’", "'").split())


def candidates(row, claims):
    return [claim for claim in claims if claim["document"] == row["document"] and all(fold(word) in fold(claim["quote"]) for word in row["words"])]


def is_event(row):
    return any(modality in FOUNDING for modality in row["modalities"])


def right(row, claims):
    return [claim for claim in candidates(row, claims) if claim["date"] in row["dates"]]


def must(folder, name):
    _, claims, _ = answers(folder)
    row = next(row for row in expected() if row["name"] == name)
    found = [claim for claim in right(row, claims) if claim["kind"] in row["kinds"] and claim["modality"] in row["modalities"] and row["attributed"] in claim["attributed"]]
    if not found:
        print("expected:", row, "found:", *candidates(row, claims), sep="\n  ")
    return bool(found)


def share(folder):
    _, claims, others = answers(folder)
    events = [row for row in expected() if is_event(row)]
    dated = [row for row in events if right(row, claims)]
    kind = [row for row in dated if any(claim["kind"] in row["kinds"] for claim in right(row, claims))]
    traps = [row for row in expected() if not is_event(row)]
    seen = [row for row in traps if any(claim["modality"] in row["modalities"] for claim in candidates(row, others))]
    for row in expected():
        if row not in dated and row not in seen:
            print("missed:", row["document"], row["words"], row["dates"], row["modalities"], [(claim["date"], claim["kind"]) for claim in candidates(row, claims)])
    for row in dated:
        if row not in kind:
            print("kind:", row["document"], row["words"], row["kinds"], [claim["kind"] for claim in right(row, claims)])
    print(f"{len(dated)} of {len(events)} events with the right date, {len(kind)} of these with the right kind; {len(seen)} of {len(traps)} others with their modality")
    return len(dated) >= LEAST_RIGHT * len(events) and len(kind) >= LEAST_KIND * len(dated) and len(seen) >= LEAST_OTHER * len(traps)


def vary(folder):
    events, claims, others = answers(folder)
    seen = {
        "kind": {claim["kind"] for claim in claims},
        "modality": {claim["modality"] for claim in claims + others},
        "shape": {event["shape"] for event in events},
        "attribution": {claim["attributed"] for claim in claims},
    }
    wanted = {"kind": {"occurrence", "statement", "plan", "state"}, "modality": {"asserted", "claimed", "denied", "hypothetical", "negated"}, "shape": {"point", "span"}}
    faults = [f"no {what} {value}" for what, values in wanted.items() for value in sorted(values - seen[what])]
    if "" not in seen["attribution"] or len(seen["attribution"]) < 4:
        faults.append(f"attribution hardly varies: {sorted(seen['attribution'])}")
    # Two outlets on one flood: one event, both numbers kept; the footbridge's two days side by side.
    footbridge = [event for event in events if sum("footbridge collapsed" in source["quote"] for source in event["sources"]) > 1]
    if not footbridge or {source["date"] for source in footbridge[0]["sources"]} != {"2024-02-09", "2024-02-10"} or not footbridge[0]["conflicts"]:
        faults.append("the two reports of the footbridge are not one event with two dates")
    print(*faults, sep="\n")
    return not faults


if __name__ == "__main__":
    command, *arguments = sys.argv[1:]
    if command == "read":
        read(arguments[0], pathlib.Path(arguments[1]))
        sys.exit(0)
    check = {"must": must, "share": share, "vary": vary}[command]
    sys.exit(0 if check(pathlib.Path(arguments[0]), *arguments[1:]) else 1)
