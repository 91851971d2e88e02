#!/usr/bin/env python3
"""console_blocks.py ANNALS PAGE...: runs the ```console blocks of documentation pages and compares what they show.

A line that begins with "$ annals" is run, the lines below it are its output and messages; a line "..." stands for any lines,
and how many spaces part two columns does not count.
The blocks of a page run in order in an empty folder that holds samples/ alone.
"""
import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent


def commands(text):
    for block in re.findall(r"^```console\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        for shown in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, expected = shown.partition("\n")
            if command.startswith("annals "):
                yield command, expected.splitlines()


def agrees(expected, actual):
    def fold(line):
        return re.sub(" +", " ", line).rstrip()

    pattern = "".join(r"(?:.*\n)*?" if line == "..." else re.escape(fold(line)) + r"\n" for line in expected)
    return re.fullmatch(pattern, "".join(fold(line) + "\n" for line in actual)) is not None


def check(annals, page):
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        os.symlink(ROOT / "samples", pathlib.Path(folder, "samples"))
        environment = {"PATH": f"{pathlib.Path(annals).resolve().parent}:/usr/bin:/bin", "COLUMNS": "120", "LC_ALL": "C.UTF-8"}
        for command, expected in commands(page.read_text(encoding="utf-8")):
            run = subprocess.run(command, shell=True, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            actual = run.stdout.splitlines()
            if not agrees(expected, actual):
                faults += 1
                print(f"{page.name}: $ {command}", *difflib.unified_diff(expected, actual, "the page", "annals", lineterm=""), sep="\n")
    return faults


if __name__ == "__main__":
    assert agrees(["a", "...", "d"], ["a", "b", "c", "d"]) and agrees(["a"], ["a "]) and not agrees(["a", "..."], ["b"]) and not agrees(["a"], ["a", "b"])
    found = sum(check(sys.argv[1], pathlib.Path(page)) for page in sys.argv[2:])
    sys.exit(1 if found else 0)
