"""The most memory that this process has held."""

import resource
import sys
from pathlib import Path

__all__ = ["peak_bytes"]

_STATUS = Path("/proc/self/status")


def peak_bytes() -> int:
    """Return the bytes this process has held at most.

    On Linux by /proc: `ru_maxrss` of a child begins with what its parent held.
    """
    if _STATUS.exists():
        for line in _STATUS.read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    kilobyte = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * kilobyte
