"""Runs a command and prints its seconds, its processor seconds and its greatest memory in MB.

    python watched.py LONGEST COMMAND...

Prints nothing where the command ran longer than LONGEST seconds. A process of its own for each
command, since a process is told the memory of the largest of its children only.
"""

import resource
import subprocess
import sys
import time

start = time.perf_counter()
try:
    subprocess.run(
        sys.argv[2:],
        check=False,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=float(sys.argv[1]),
    )
except subprocess.TimeoutExpired:
    sys.exit()
seconds = time.perf_counter() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
unit = 1024 * 1024 if sys.platform == "darwin" else 1024
print(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / unit)
