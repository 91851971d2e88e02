#!/usr/bin/env python3
"""doc_links.py: each relative link of a Markdown page leads to a file of the tree."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def broken(page):
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if not re.match(r"[a-z]+:", target) and not (page.parent / target).exists():
            yield f"{page.relative_to(ROOT)}: {target} is not there"


if __name__ == "__main__":
    pages = [page for folder in (".", "docs", "bench", "schema", "tests") for page in sorted((ROOT / folder).glob("*.md"))]
    faults = [fault for page in pages for fault in broken(page)]
    print(*faults, sep="\n")
    sys.exit(1 if faults else 0)
