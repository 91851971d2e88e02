#!/usr/bin/env python3
"""train_stories.py BUILD OUT SET...: what trees learn of pairs of mentions of small stories, as core/events/story_trees.inc. BUILD is the folder of
annals and story_pairs, a SET one of tests/articles or ../shared/devset; the scorer there says which mention tells which annotated event.
Needs scikit-learn (Debian: python3-sklearn). With --left-out each set is judged by trees that have not learnt from it: pairs put together and how
many of them rightly, by how likely groups must be."""
import argparse
import collections
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import numpy
from sklearn.ensemble import GradientBoostingClassifier

SCORER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "shared", "devset")
DEPTH, SEEDS, FOLDS = 3, 6, 7
SURE, OF_MORE = 0.4, 0.1  # as in core/events/story_groups.cpp

Pair = collections.namedtuple("Pair", "set file a b same joined may_join signs")  # a, b: annotated events; signs None: they are not compared


def read_set(build, folder):
    """The pairs of all files that tell an event more than once, how many of them are one event, and the names of the signs."""
    pairs, same, names = [], 0, []
    with tempfile.TemporaryDirectory() as work:
        for script in os.listdir(SCORER):
            if script.endswith(".py"): shutil.copy(os.path.join(SCORER, script), work)
        shutil.copy(os.path.join(folder, "gold.json"), work)
        shutil.copytree(os.path.join(folder, "docs"), os.path.join(work, "docs"))
        reading = subprocess.run([sys.executable, os.path.abspath(__file__), "--pairs", build, work], capture_output=True, text=True)
        if reading.returncode: sys.exit(reading.stderr)
        for row in json.loads(reading.stdout.splitlines()[-1]):
            if "names" in row: same, names = row["same"], row["names"]
            else: pairs.append(Pair(os.path.basename(folder.rstrip("/")), **row))
    return pairs, same, names


def print_pairs(build, work):
    """The same of a folder with the scorer beside it, as one line of JSON."""
    os.chdir(work)
    sys.path.insert(0, work)
    import run, score
    from gold_common import load_gold
    gold, whole = load_gold()
    rows, same, names = [], 0, []
    for file in sorted({file for members in whole["_clusters"].values() for file, _ in members}):
        for old in ("a.db", "a.db-wal", "a.db-shm"):
            if os.path.exists(old): os.remove(old)
        subprocess.run([os.path.join(build, "annals"), "import", "docs/" + file, "--db", "a.db", "--jobs", "1"], capture_output=True)
        listed = subprocess.run([os.path.join(build, "story_pairs"), "a.db"], capture_output=True, text=True, check=True).stdout.splitlines()
        names, signs = listed[0].split("\t")[4:], {}
        for line in listed[1:]:
            a, b, joined, may_join, *values = line.split("\t")
            signs[frozenset((int(a), int(b)))] = int(joined), int(may_join), [float(value) for value in values]
        with sqlite3.connect("a.db") as db:
            mentions = {words: mention for mention, *words in db.execute("SELECT m.id, d.key, m.quote, m.edtf FROM mention m JOIN document_version v "
                        "ON v.id = m.version JOIN document d ON d.id = v.document") for words in [tuple(words)]}
        events = json.loads(subprocess.run([os.path.join(build, "annals"), "query", "--db", "a.db", "--format", "json"], capture_output=True).stdout)
        found = []
        for event in events:
            for source in event["sources"]:
                dates = source if source.get("date") else event
                if dates.get("date"):
                    found.append({**{key: dates.get(key) for key in run.DATES}, "quote": source["quote"], "kind": event["kind"], "event_id": event["id"],
                                  "mention": mentions.get((source["document"], source["quote"], dates["date"]))})
        told = score.score_doc(file, gold[file], found)[1]  # by annotated event
        clusters = collections.defaultdict(set)
        for name, members in whole["_clusters"].items():
            for of, event in members:
                if of == file: clusters[event].add(name)
        for a in range(len(gold[file]["events"])):
            for b in range(a):
                one = bool(clusters[a] & clusters[b])
                same += one
                if a not in told or b not in told: continue
                joined, may_join, values = signs.get(frozenset(found[told[event][0]]["mention"] for event in (a, b)), (0, 0, None))
                rows.append({"file": file, "a": a, "b": b, "same": one, "joined": joined, "may_join": may_join, "signs": values})
    print(json.dumps(rows + [{"names": names, "same": same}]))


def learn(pairs):
    """Trees of several draws, which are to be added up."""
    taught = [pair for pair in pairs if pair.signs]
    signs, same = numpy.array([pair.signs for pair in taught]), numpy.array([pair.same for pair in taught])
    return [GradientBoostingClassifier(n_estimators=100, max_depth=DEPTH, learning_rate=0.1, subsample=0.6, min_samples_leaf=10, max_features=0.3,
                                       random_state=seed).fit(signs, same) for seed in range(SEEDS)]


def likelihoods(models, pairs):
    values = numpy.zeros(len(pairs))
    compared = [place for place, pair in enumerate(pairs) if pair.signs]
    signs = numpy.array([pairs[place].signs for place in compared])
    values[compared] = 1 / (1 + numpy.exp(-numpy.mean([model.decision_function(signs) for model in models], axis=0)))
    return values


def put_together(pairs, likely, of_one):
    """Pairs that are put together as core/events/story_groups does it, and how many rightly; of_one: how likely two mentions must be."""
    files, all_pairs, right = collections.defaultdict(list), 0, 0
    for pair, value in zip(pairs, likely): files[pair.set, pair.file].append((pair, value))
    for told in files.values():
        between, joins, group = collections.defaultdict(float), set(), {}
        for pair, value in told:
            between[pair.a, pair.b] = between[pair.b, pair.a] = value
            if pair.joined or pair.may_join + (value >= SURE) > 1: joins |= {(pair.a, pair.b), (pair.b, pair.a)}
            for event in (pair.a, pair.b): group.setdefault(event, {event})
        def join(a, b):
            group[a] |= group[b]
            for event in group[b]: group[event] = group[a]
        for pair, _ in told:
            if pair.joined and not pair.signs and group[pair.a] is not group[pair.b]: join(pair.a, pair.b)
        while True:
            groups = list({id(members): members for members in group.values()}.values())
            def above(one, other):
                count = len(one) * len(other)
                return sum(between[a, b] for a in one for b in other) / count - of_one - OF_MORE * numpy.log(count)
            best = max(((above(one, other), min(one), min(other))
                        for place, one in enumerate(groups) for other in groups[:place] if any((a, b) in joins for a in one for b in other)),
                       default=(0,))
            if best[0] <= 0: break
            join(*best[1:])
        for pair, _ in told:
            if group[pair.a] is group[pair.b]: all_pairs, right = all_pairs + 1, right + pair.same
    return all_pairs, right


def literal(value, digits):
    text = f"{value:.{digits}g}"
    return (text if set(text) & set(".e") else text + ".0") + "F"


def write(models, path):
    """Complete trees: what is not asked goes to the left."""
    with open(path, "w") as out:
        print("// Made by importers/training/train_stories.py.", file=out)
        start = numpy.mean([numpy.log(model.init_.class_prior_[1] / model.init_.class_prior_[0]) for model in models])
        trees = [tree[0].tree_ for model in models for tree in model.estimators_]
        print(f"constexpr double start = {start:.6g};\nconstexpr std::size_t draws = {len(models)};\nconstexpr std::array<Tree, {len(trees)}> trees{{{{", file=out)
        for tree in trees:
            nodes = [0]
            for place in range(2 ** DEPTH - 1):
                node = nodes[place]
                nodes += [node, node] if tree.children_left[node] < 0 else [tree.children_left[node], tree.children_right[node]]
            questions = [(0, 1e30) if tree.children_left[node] < 0 else (tree.feature[node], tree.threshold[node]) for node in nodes[:2 ** DEPTH - 1]]
            answers = [tree.value[node][0, 0] * models[0].learning_rate / len(models) for node in nodes[2 ** DEPTH - 1:]]
            print("    {{{" + ", ".join(f"{{{sign}, {literal(most, 8)}}}" for sign, most in questions) + "}}, {{" +
                  ", ".join(literal(answer, 4) for answer in answers) + "}}},", file=out)
        print("}};", file=out)


def main():
    if sys.argv[1:2] == ["--pairs"]: return print_pairs(*sys.argv[2:4])
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--left-out", action="store_true")
    arguments.add_argument("build")
    arguments.add_argument("out")
    arguments.add_argument("sets", nargs="+")
    given = arguments.parse_args()
    pairs, same = [], 0
    for folder in given.sets:
        of_set, told, _ = read_set(os.path.realpath(given.build), folder)
        pairs += of_set
        same += told
    if given.left_out:
        sets, likely = sorted({pair.set for pair in pairs}), numpy.zeros(len(pairs))
        for fold in range(FOLDS):
            out = set(sets[fold::FOLDS])
            models = learn([pair for pair in pairs if pair.set not in out])
            places = [place for place, pair in enumerate(pairs) if pair.set in out]
            likely[places] = likelihoods(models, [pairs[place] for place in places])
        joined = [pair for pair in pairs if pair.joined]
        print(f"{same} pairs are one event; without the trees {len(joined)} are put together, {sum(pair.same for pair in joined)} of them rightly")
        for of_one in (0.1, 0.15, 0.2, 0.25, 0.3, 0.35): print(f"{of_one}: {' pairs, '.join(map(str, put_together(pairs, likely, of_one)))} rightly")
    write(learn(pairs), given.out)


main()
