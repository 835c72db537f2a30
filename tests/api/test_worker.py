"""A worker before it works: tied to the server, cut off from the network."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest
from docint_api.configuration import Service

CODE = """
import socket, sys
from docint_api.worker import leave_network
if not leave_network():
    sys.exit(3)
try:
    socket.create_connection(("127.0.0.1", int(sys.argv[1])), 5)
except OSError:
    sys.exit(0)
sys.exit(1)
"""


def test_a_worker_that_left_the_network_reaches_nobody() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        socket.create_connection(("127.0.0.1", port), 5).close()  # we do reach it
        ended = subprocess.run([sys.executable, "-c", CODE, str(port)], check=False).returncode
    if ended == 3:
        pytest.skip("this kernel lets nobody leave")
    assert ended == 0


@pytest.mark.parametrize(
    ("service", "local"),
    [
        (Service(data=Path("/x")), True),
        (Service(data=Path("/x"), database="sqlite:////y/z.sqlite"), True),
        (Service(data=Path("/x"), database="postgresql://db/docint"), False),
        (Service(data=Path("/x"), files="s3://bucket/docint"), False),
    ],
)
def test_workers_keep_the_network_only_where_they_need_it(service: Service, local: bool) -> None:
    assert service.local is local
