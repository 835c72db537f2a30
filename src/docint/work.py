"""A pool of processes that survives its documents (工作进程池).

A hostile file may crash, loop or eat memory inside a native library; it then costs its own worker
and is named, and every other job goes on. Of the pools tried, pebble with ``spawn`` was the one
that lost no good job; what is added here:

* a worker dies with its parent, even if that is killed (``PR_SET_PDEATHSIG``);
* its address space is bounded, and it leaves no core dumps;
* what is counted is a job's own processor time: on a busy machine the clock would punish innocent
  pages. By the clock it has several times as long, so that one that merely waits ends, too;
* workers sit on cores of their own: OpenVINO pins its threads, and two processes left alone were
  found on the same core;
* a job whose worker died is tried once more: an earlier job may have been to blame;
* results cross as bytes, so that an exception which cannot be unpickled cannot break the pool.
"""

from __future__ import annotations

import ctypes
import errno
import logging
import math
import multiprocessing
import os
import pickle
import resource
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import resource_tracker
from traceback import format_exc
from types import TracebackType
from typing import Any, Generic, Self, TypeVar
from uuid import uuid4
from weakref import WeakSet

from pebble import ProcessExpired, ProcessPool

from docint.errors import DocintError
from docint.types.limits import GIGABYTE

log = logging.getLogger(__name__)

T = TypeVar("T")

_RESUBMIT = "请拆分或重新导出后提交。"
OUT_OF_MEMORY = 77
"""Exit code of a worker that hit its memory limit; a fresh one takes its place."""
PDEATHSIG = 1
DEATHS = 1
"""Workers a job may lose before it is given up."""
IDLES = 5
"""Times it may be queued anew because the pool broke without running it."""
PATIENCE = 4
"""Times the processor time of a job that the clock may show."""


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """A job that ended, well or not."""

    item: Any
    value: T | None
    failure: str | None = None
    """Why there is no value, one Chinese sentence."""


class Pending(Generic[T]):
    """A job under way."""

    def __init__(self, pool: Pool, function: Callable[[Any], T], item: Any, seconds: float) -> None:
        """Queue the job at once."""
        self.item = item
        self._pool = pool
        self._function = function
        self._seconds = seconds
        self._deaths = 0
        self._idles = 0
        self.future: Future[bytes] = pool.submit(function, item, seconds)

    def result(self) -> Done[T]:
        """Wait until the job has ended."""
        while (done := self.poll()) is None:
            pass
        return done

    def poll(self) -> Done[T] | None:
        """Wait for the try under way; None if that came to nothing and another was begun."""
        try:
            value, failure, trace = pickle.loads(self.future.result())  # noqa: S301 - our own
        except TimeoutError:
            return self._failed(self._too_long())
        except ProcessExpired as error:
            if error.exitcode == -signal.SIGXCPU:
                return self._failed(self._too_long())
            self._deaths += 1
            if self._deaths > DEATHS:
                return self._failed(self._pool.why(error.exitcode))
        except (RuntimeError, CancelledError) as error:  # the pool broke, perhaps before its turn
            self._idles += 1
            if self._idles > IDLES or self._pool.ended:
                log.info("job not run", exc_info=error)
                return self._failed("处理程序未能运行；请稍后重试。")
        except (TypeError, AttributeError, pickle.PicklingError) as error:
            raise TypeError(f"cannot be sent to a worker: {self._function}, {self.item}") from error
        else:
            if trace:
                log.info("job failed: %s", trace)
            return Done(self.item, value, failure)
        return self._tried_again()

    def _too_long(self) -> str:
        return f"处理超过 {self._seconds:g} 秒的上限，已停止；{_RESUBMIT}"

    def _tried_again(self) -> Done[T] | None:
        try:
            self.future = self._pool.submit(self._function, self.item, self._seconds)
        except RuntimeError:
            return self._failed("处理已取消。")
        return None

    def _failed(self, failure: str) -> Done[T]:
        return Done(self.item, None, failure)


class Pool:
    """Worker processes, started once and kept warm; a context manager."""

    def __init__(
        self,
        workers: int = 0,
        seconds: float = 30.0,
        memory: int = 4 * GIGABYTE,
        initializer: Callable[[], None] | None = None,
        threads: int = 0,
    ) -> None:
        """Nothing is started yet.

        Args:
            workers: processes; 0 takes one for each core this process may use.
            seconds: processor time one job may take, on each of its threads.
            memory: address space of one worker, in bytes.
            initializer: called in each new worker, e.g. to load models.
            threads: what `Pool.threads` says; 0 divides the cores.
        """
        cores = _cores()
        self.workers = workers or len(cores)
        self.threads = threads or max(1, len(cores) // self.workers)
        """Threads a job should use: as many as its worker has cores to itself."""
        self._seconds = seconds
        self._memory = memory
        self._initializer = initializer
        self._lock = threading.Lock()
        self._pool: ProcessPool | None = None
        self._over = threading.Event()
        self._ended = False
        self._futures: WeakSet[Future[bytes]] = WeakSet()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._lock:
            self._ended = True
            self._stop()

    def start(
        self, function: Callable[[Any], T], item: Any, seconds: float | None = None
    ) -> Pending[T]:
        """Queue one job.

        Args:
            function: a function of a module; it runs in a worker.
            item: its argument.
            seconds: time it may take; None takes the pool's own.
        """
        return Pending(self, function, item, self._seconds if seconds is None else seconds)

    # ------------------------------------------------------------ used by Pending

    def submit(self, function: Callable[[Any], Any], item: Any, seconds: float) -> Future[bytes]:
        """Queue one try of a job; a pool that broke is replaced.

        Raises:
            RuntimeError: the pool has ended.
        """
        with self._lock:
            if self._ended:
                raise RuntimeError("the pool has ended")
            if self._pool is None or not self._pool.active:
                self._stop()
                self._pool = self._begin()
            future: Future[bytes] = self._pool.schedule(
                _run,
                args=(function, item, seconds * self.threads),
                timeout=seconds * PATIENCE,
            )
            self._futures.add(future)
            return future

    @property
    def ended(self) -> bool:
        """Whether the pool takes no more jobs."""
        return self._ended

    def why(self, code: int) -> str:
        """A worker's exit code in Chinese."""
        if code == OUT_OF_MEMORY:
            most = f"{self._memory / GIGABYTE:.3g}"
            return f"处理时内存超过 {most} GB 的上限，已停止；{_RESUBMIT}"
        how = f"处理程序意外退出（代码 {code}）"
        with suppress(ValueError):
            how = f"处理程序异常终止（{signal.Signals(-code).name}）"
        return f"{how}，文件可能已损坏；{_RESUBMIT}"

    # ------------------------------------------------------------ the pool itself

    def _begin(self) -> ProcessPool:
        """A new pool, its workers born of a thread that lives as long as they do.

        The kernel takes the thread that made a process for its parent: were it one of a server's
        short-lived threads, the workers would be killed at its end. The thread keeps interruptions
        from its children: Ctrl-C reaches the whole group, and stopping them is our own work.
        """
        setup = _Setup(
            f"docint-{uuid4().hex}",
            os.getpid(),
            self.workers,
            self._memory,
            self._initializer,
            quiet=not log.isEnabledFor(logging.DEBUG),
        )
        pool = ProcessPool(
            max_workers=self.workers,
            initializer=setup.prepare,
            context=multiprocessing.get_context("spawn"),
        )
        started, over = threading.Event(), threading.Event()
        # Known before it begins: an interruption in between must still stop it.
        self._pool, self._over = pool, over

        def keep() -> None:
            resource_tracker.ensure_running()  # first: it unblocks what is blocked here
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # workers inherit it
            with suppress(RuntimeError):
                bool(pool.active)  # asking starts the workers
            started.set()
            over.wait()

        threading.Thread(target=keep, name="docint-workers", daemon=True).start()
        started.wait()
        return pool

    def _stop(self) -> None:
        """Kill the workers; jobs not done are cancelled."""
        if self._pool is None:
            return
        self._pool.stop()
        self._pool.join()
        self._pool = None
        self._over.set()
        for future in list(self._futures):
            future.cancel()
        self._futures.clear()


def _cores() -> list[int]:
    """Numbers of the cores this process may use."""
    if sys.platform == "linux":
        return sorted(os.sched_getaffinity(0))
    return list(range(os.cpu_count() or 1))


# ---------------------------------------------------------------- in the workers


@dataclass(frozen=True, slots=True)
class _Setup:
    """What a new worker does before its first job."""

    name: str
    parent: int
    workers: int
    memory: int
    initializer: Callable[[], None] | None
    quiet: bool
    """Whether what native libraries mutter about a file is thrown away."""

    def prepare(self) -> None:
        """Bind this process to its parent, its seat and its limits."""
        if self.quiet:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, 2)
            os.close(nowhere)
        os.dup2(2, 1)  # standard output carries the caller's JSON, nothing else
        # pebble's own handler waits for the interpreter, which a native loop never gives back
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(PDEATHSIG, signal.SIGKILL, 0, 0, 0)
            self._sit_apart()
        if os.getppid() != self.parent:  # it died before the kernel was told
            os._exit(1)
        resource.setrlimit(resource.RLIMIT_AS, (self.memory, self.memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if self.initializer is not None:
            self.initializer()

    def _sit_apart(self) -> None:
        """Take a seat nobody has, and only its cores.

        A seat is an abstract socket's name: the kernel gives it back however a worker dies.
        """
        for seat in range(self.workers):
            taken = socket.socket(socket.AF_UNIX)
            with taken, suppress(OSError):
                taken.bind(f"\0{self.name}-{seat}")
                os.sched_setaffinity(0, _seated(_cores(), seat, self.workers))
                taken.detach()  # stays bound as long as this process lives
                return


def _seated(cores: list[int], seat: int, seats: int) -> list[int]:
    """The cores of one seat; seats beyond the cores share them."""
    if seats >= len(cores):
        return [cores[seat % len(cores)]]
    return cores[seat * len(cores) // seats : (seat + 1) * len(cores) // seats]


def _run(function: Callable[[Any], Any], item: Any, seconds: float) -> bytes:
    """A job's value, or its failure with what the log should know of it, pickled.

    The kernel ends the process (SIGXCPU) when the job has used its processor time.
    """
    spent = time.process_time() + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(spent), resource.RLIM_INFINITY))
    try:
        return pickle.dumps((function(item), None, ""))
    except DocintError as error:
        return pickle.dumps((None, str(error), ""))
    except BaseException as error:
        if _out_of_memory(error):
            os._exit(OUT_OF_MEMORY)  # what was taken may never be given back
        failure = f"处理时出错（{type(error).__name__}）；{_RESUBMIT}"
        return pickle.dumps((None, failure, format_exc()))


def _out_of_memory(error: BaseException) -> bool:
    """Native libraries say it in their own words."""
    if isinstance(error, OSError):
        return error.errno == errno.ENOMEM
    words = ("bad alloc", "bad_alloc", "insufficient memory", "failed to allocate")
    return isinstance(error, MemoryError) or any(word in str(error).lower() for word in words)
