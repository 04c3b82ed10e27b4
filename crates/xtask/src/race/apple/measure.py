"""Runs a command to its end and says what it cost: one line of JSON.

Usage: measure.py COMMAND [WORD ...]
"""

import json
import os
import subprocess
import sys
import time

started = time.monotonic()
with subprocess.Popen(
    sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.STDOUT
) as child:
    said = child.stdout.read().decode("utf-8", "replace")
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
print(
    json.dumps(
        {
            "code": child.returncode,
            "cpu_s": used.ru_utime + used.ru_stime,
            "wall_s": time.monotonic() - started,
            "kib": used.ru_maxrss,
            "said": said[-4000:],
        }
    )
)
