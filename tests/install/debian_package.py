#!/usr/bin/env python3
"""debian_package.py BUILD_DIR: makes the Debian package and looks into it."""
import pathlib
import re
import shutil
import subprocess
import sys

FILES = ["usr/bin/annals", "usr/share/man/man1/annals.1.gz", "usr/share/bash-completion/completions/annals", "usr/share/doc/annals/copyright"]


def output(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, **options).stdout


def main(build):
    if not all(map(shutil.which, ("dpkg-deb", "dpkg-shlibdeps", "file"))):
        print("skipped: needs dpkg-deb, dpkg-shlibdeps and file")
        return 77
    folder = pathlib.Path(build, "debian-package").resolve()
    shutil.rmtree(folder, ignore_errors=True)
    output("cpack", "-G", "DEB", "-B", str(folder), cwd=build)
    packages = list(folder.glob("*.deb"))
    assert len(packages) == 1, packages
    fields = output("dpkg-deb", "-f", str(packages[0]))
    files = re.findall(r"\./(\S*[^/\s])$", output("dpkg-deb", "-c", str(packages[0])), re.MULTILINE)
    print(fields, *files, sep="\n")

    depends = re.search(r"^Depends: (.*)$", fields, re.MULTILINE).group(1)
    faults = [f"{name} is not in the package" for name in FILES if name not in files]
    faults += [f"{name} belongs to development" for name in files if name.endswith((".a", ".h", ".cmake"))]
    faults += [f"no dependency {name}"
               for name in ("libc6", "libsqlite3-0 (>= 3.37)", "libgumbo1", "libicu72", "libuchardet0", "libnettle8", "libarchive13", "zlib1g")
               if name not in depends]
    print(*faults, sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
