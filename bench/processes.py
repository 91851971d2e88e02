"""What a process costs."""
import os
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple


class Run(NamedTuple):
    wall: float    # seconds
    user: float
    system: float
    peak: float    # MB
    said: str      # standard error

    @property
    def cpu(self):
        return self.user + self.system


def run(argv, out=None):
    """The process from start to end; its output goes to the file of that name, else nowhere. Ends the program when it fails."""
    with tempfile.TemporaryFile() as said, open(out or os.devnull, "wb") as output:
        start = time.monotonic()
        process = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=output, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        said.seek(0)
        text = said.read().decode(errors="replace")
    if status:
        sys.exit(f"{argv} failed: {text[-500:]}")
    return Run(wall, usage.ru_utime, usage.ru_stime, usage.ru_maxrss / 1024, text)
