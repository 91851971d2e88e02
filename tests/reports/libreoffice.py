"""libreoffice.py SAMPLE_PAGES: opens the CSV reports in LibreOffice and compares what its cells hold. Ends with 77 (skipped) without soffice."""
import csv
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile


def opened(soffice, path, folder):
    """The cells as LibreOffice has them, by way of its own CSV; 76 is UTF-8, so the mark must have told it so when opening."""
    subprocess.run([soffice, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--infilter=CSV:44,34,76", "--convert-to",
                    "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false", "--outdir", folder / "out", path],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=240)
    with open(folder / "out" / path.name, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def main(sample_pages):
    soffice = shutil.which("soffice")
    if not soffice:
        print("SKIP: LibreOffice is not installed")
        return 77
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run([sample_pages, folder], check=True)
        for sample in ("valley", "right_to_left"):
            events = json.loads((folder / f"{sample}.events.json").read_text(encoding="utf-8"))
            header, *rows = opened(soffice, folder / f"{sample}.csv", folder)
            assert header[:3] == ["id", "date", "earliest"], header
            at = {name: i for i, name in enumerate(header)}
            assert [row[at["id"]] for row in rows] == [event["id"] for event in events]
            for row, event in zip(rows, events):
                assert row[at["quote"]] == event["quote"], (row, event["quote"])
                assert row[at["headline"]] == event["headline"], row
        hostile = opened(soffice, folder / "hostile.csv", folder)
        formulas = [row for row in hostile if any(cell.startswith("#") or cell == "click" for cell in row)]
        assert not formulas, formulas
        assert any("'=HYPERLINK(" in cell for row in hostile for cell in row)
    print("ok")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
