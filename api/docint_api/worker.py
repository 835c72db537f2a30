"""A worker process (工作进程): ``python -m docint_api.worker``, begun by the supervisor.

It ties itself to its parent before anything else is loaded: the server may be killed meanwhile.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import signal
import sys
from importlib import import_module
from types import FrameType
from typing import NoReturn

PDEATHSIG = 1
NEWUSER, NEWNET = 0x10000000, 0x40000000
GIVING_WAY = 10
"""How much reading, which takes minutes, gives way to people who wait for a page."""


def bind(parent: int) -> None:
    """Die with the server, even if that is killed; the next one gives the job to another."""
    if parent and sys.platform == "linux":
        ctypes.CDLL(None).prctl(PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:
            sys.exit(1)


def leave_network() -> bool:
    """Go where there is no network at all; False where the kernel does not let us.

    Workers open strangers' files, and so do the processes they begin: what such a file might bring
    about finds nobody to tell. A namespace must be left before there are threads.
    """
    if sys.platform != "linux":
        return False
    unshare = ctypes.CDLL(None).unshare
    return any(unshare(kind) == 0 for kind in (NEWNET, NEWUSER | NEWNET))


def _stop(_number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(0)


def main() -> None:
    """Work until told to stop, or with ``--once`` until nothing waits."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--lanes", default="read,judge")
    parser.add_argument("--parent", type=int, default=0)
    parser.add_argument("--once", action="store_true")
    parser.add_argument("--offline", action="store_true")
    given = parser.parse_args()
    signal.signal(signal.SIGTERM, _stop)
    if given.parent:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server ends it in good order
    offline = given.offline and leave_network()  # before it is bound: this would undo it
    bind(given.parent)
    lanes = given.lanes.split(",")
    if "read" in lanes:
        os.nice(GIVING_WAY)
    import_module("docint_api.working").work(lanes, once=given.once, offline=offline)


if __name__ == "__main__":
    main()
