"""``/metrics`` for Prometheus: counted from the tables, so that every process tells the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from fastapi import APIRouter, Response
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from docint_api.deps import Operating, Service
from docint_api.problems import missing
from docint_api.tables import Delivery, Job, ReportRow, Submission

router = APIRouter()


@router.get("/metrics", tags=["operating"], summary="Figures for Prometheus")
def metrics(_who: Operating, service: Service) -> Response:
    """Pages, seconds, queue, findings by code; asks for a key that may operate."""
    if not service.configuration.service.metrics:
        raise missing()
    registry = CollectorRegistry()
    with service.database.read() as session:
        registry.register(_Figures(session))
        text = generate_latest(registry)
    return Response(text, media_type=CONTENT_TYPE_LATEST)


class _Figures(Collector):
    def __init__(self, session: Session) -> None:
        self._session = session

    def describe(self) -> Iterator[Metric]:
        """Nothing is promised before it is counted."""
        return iter(())

    def collect(self) -> Iterator[Metric]:
        """All figures."""
        yield self._counted("docint_submissions", "Submissions by state", Submission)
        yield self._jobs()
        yield from self._work()
        yield self._findings()
        yield self._counted("docint_webhook_deliveries", "Deliveries by state", Delivery)

    def _counted(self, name: str, text: str, table: type[Submission | Delivery]) -> Metric:
        gauge = GaugeMetricFamily(name, text, labels=["state"])
        query = select(table.state, func.count()).group_by(table.state)
        if table is Submission:
            query = query.where(Submission.deleted_at.is_(None))
        for state, count in self._session.execute(query):
            gauge.add_metric([state], count)
        return gauge

    def _jobs(self) -> Metric:
        gauge = GaugeMetricFamily("docint_jobs", "Jobs by lane and state", labels=["lane", "state"])
        query = select(Job.lane, Job.state, func.count()).group_by(Job.lane, Job.state)
        for lane, state, count in self._session.execute(query):
            gauge.add_metric([lane, state], count)
        return gauge

    def _work(self) -> Iterator[Metric]:
        pages: Counter[str] = Counter()
        seconds: Counter[str] = Counter()
        query = select(Job.lane, Job.pages_done, Job.started_at, Job.finished_at)
        for lane, done, begun, ended in self._session.execute(query.where(Job.state == "done")):
            pages[lane] += done
            if begun and ended:
                seconds[lane] += int((ended - begun).total_seconds() * 1000)
        counter = CounterMetricFamily("docint_pages", "Pages of finished jobs", labels=["lane"])
        for lane, count in pages.items():
            counter.add_metric([lane], count)
        yield counter
        counter = CounterMetricFamily(
            "docint_job_seconds", "Time of finished jobs", labels=["lane"]
        )
        for lane, count in seconds.items():
            counter.add_metric([lane], count / 1000)
        yield counter

    def _findings(self) -> Metric:
        codes: Counter[str] = Counter()
        query = select(ReportRow.codes).join(Submission, Submission.report == ReportRow.id)
        for found in self._session.scalars(query):
            codes.update(found)
        gauge = GaugeMetricFamily("docint_findings", "Findings in force by code", labels=["code"])
        for code, count in sorted(codes.items()):
            gauge.add_metric([code], count)
        return gauge
