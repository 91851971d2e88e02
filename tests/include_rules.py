#!/usr/bin/env python3
"""Who may include whom (docs/design.md): prints each include that breaks a rule and each header without `#pragma once`.

    include_rules.py ROOT     checks the tree        include_rules.py --selftest     checks the checker
"""
import pathlib
import re
import sys

# From a text's words to its events: each may include those before it.
EXTRACT = ("words", "grammar", "happenings", "matching", "dates", "headlines", "events")
# Room -> the rooms whose headers it may include, besides its own. The longest prefix of a path names its room.
ALLOWED = {
    "core/time": [],
    "core/text": [],
    "core/model": ["core/time", "core/text"],
    "core/events": ["core/time", "core/text", "core/model"],
    "core/store": ["core/time", "core/text", "core/model", "core/events"],
    "importers/formats": ["core/time", "core/text", "core/model"],
    **{
        f"importers/extract/{room}": ["core/time", "core/text", "core/model", *(f"importers/extract/{lower}" for lower in EXTRACT[:place])]
        for place, room in enumerate(EXTRACT)
    },
    "importers/extract": ["core/time", "core/text", "core/model", *(f"importers/extract/{room}" for room in EXTRACT)],
    "importers/training": ["core", "importers/extract"],
    "importers": ["core", "importers/formats", "importers/extract"],
    "reports": ["core"],
    "cli": ["core", "importers", "reports"],
}
# Headers that are heavy to compile stay in sources.
SOURCES_ONLY = ("nlohmann/", "CLI/", "date/", "gumbo.h", "pugixml", "archive", "zlib.h", "fmt/chrono.h", "SQLiteCpp/", "sqlite3.h")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def room_of(path):
    rooms = [room for room in ALLOWED if path.startswith(room + "/")]
    return max(rooms, key=len, default="")


def broken_rules(path, text):
    room = room_of(path)
    if path.endswith(".h") and "#pragma once" not in text:
        yield f"{path}: no #pragma once"
    for number, line in enumerate(text.splitlines(), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        bracket, name = match.groups()
        where = f"{path}:{number}"
        other = room_of(name)
        if bracket == '"' and not other:
            yield f'{where}: "{name}" is no path from the root into a room'
        elif other and bracket == "<":
            yield f"{where}: <{name}> is ours: use quotes"
        elif other and other != room and not any(other == allowed or other.startswith(allowed + "/") for allowed in ALLOWED[room]):
            yield f"{where}: {room} may not include {other}"
        elif path.endswith(".h") and name.startswith(SOURCES_ONLY):
            yield f"{where}: <{name}> belongs into a source, not into a header"


def check_tree(root):
    for top in ("core", "importers", "reports", "cli"):
        for path in sorted(pathlib.Path(root, top).rglob("*")):
            if path.suffix in (".h", ".cpp"):
                yield from broken_rules(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))


def selftest():
    def faults(path, text):
        return list(broken_rules(path, "#pragma once\n" + text))

    assert not faults("core/model/mention.h", '#include "core/time/date.h"\n#include "core/model/event.h"\n#include <string>')
    assert not faults("importers/import.cpp", '#include "core/store/store.h"\n#include "importers/formats/format.h"')
    assert not faults("cli/query.cpp", '#include "reports/report.h"\n#include <nlohmann/json.hpp>')
    assert faults("core/time/date.h", '#include "core/model/event.h"') == ["core/time/date.h:2: core/time may not include core/model"]
    assert faults("importers/extract/extract.cpp", '#include "importers/formats/format.h"')
    assert faults("importers/extract/extract.cpp", '#include "importers/import.h"')
    assert not faults("importers/extract/events/mentions.cpp", '#include "importers/extract/dates/dated_text.h"')
    assert faults("importers/extract/dates/resolve.cpp", '#include "importers/extract/events/mentions.h"')
    assert faults("importers/extract/words/tokenize.cpp", '#include "importers/extract/extract.h"')
    assert faults("importers/formats/html.cpp", '#include "core/store/store.h"')
    assert faults("reports/csv.cpp", '#include "importers/import.h"')
    assert faults("core/store/store.cpp", '#include "cli/run.h"')
    assert faults("core/time/day.cpp", '#include "day.h"')
    assert faults("core/time/day.cpp", "#include <core/time/day.h>")
    assert faults("cli/commands.h", "#include <nlohmann/json.hpp>")
    assert list(broken_rules("core/time/day.h", "int a;"))


if __name__ == "__main__":
    if sys.argv[1:] == ["--selftest"]:
        selftest()
        sys.exit(0)
    found = list(check_tree(sys.argv[1]))
    print("\n".join(found))
    sys.exit(1 if found else 0)
