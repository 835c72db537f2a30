"""Handing in and taking away, over HTTP."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.api.house import API, POLICY, House, parts
from tests.submissions import zipped


def test_no_key_is_401_before_the_body_is_looked_at(house: House, folder: Path) -> None:
    answer = house.client.post(API, files=parts(folder))
    assert answer.status_code == 401
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["www-authenticate"].startswith("Bearer")


def test_a_wrong_key_is_401(house: House) -> None:
    answer = house.client.get(API, headers={"Authorization": "Bearer dk_00000000_wrong"})
    assert answer.status_code == 401


def test_files_are_taken_in_and_the_answer_says_where(house: House, folder: Path) -> None:
    answer = house.post(API, files=parts(folder), data={"policy": POLICY})
    assert answer.status_code == 202
    body = answer.json()
    assert answer.headers["location"] == f"{API}/{body['id']}" == body["links"]["self"]
    assert body["state"] == "queued"


def test_a_submission_is_screened_by_the_worker(house: House, folder: Path) -> None:
    number = house.screened(folder)
    body = house.get(f"{API}/{number}").json()
    assert body["state"] == "done"
    assert body["summary"]["high"] >= 1
    assert body["progress"]["pages_done"] == body["progress"]["pages_total"] == 3


def test_one_zip_gives_the_same_findings_as_its_files(
    house: House, folder: Path, tmp_path: Path
) -> None:
    archive = zipped(tmp_path / "申报件.zip", folder).read_bytes()
    first = house.submit(folder)
    answer = house.post(API, files={"files": ("申报件.zip", archive)}, data={"policy": POLICY})
    house.work()
    codes = [
        [f["code"] for f in house.get(f"{API}/{number}/findings").json()["items"]]
        for number in (first, answer.json()["id"])
    ]
    assert codes[0] == codes[1] != []


def test_a_zip_may_come_as_the_raw_body(house: House, folder: Path, tmp_path: Path) -> None:
    archive = zipped(tmp_path / "申报件.zip", folder).read_bytes()
    answer = house.client.put(
        API,
        params={"policy": POLICY, "filename": "岚图.zip"},
        content=archive,
        headers=house.headers("submitter"),
    )
    assert answer.status_code == 202
    assert answer.json()["name"] == "岚图"
    house.work()
    assert house.get(f"{API}/{answer.json()['id']}").json()["state"] == "done"


def test_names_with_folders_reach_the_report(house: House, folder: Path) -> None:
    number = house.screened(folder)
    files = {d["file"] for d in house.get(f"{API}/{number}/facts").json()["documents"]}
    assert "证照/营业执照.pdf" in files


@pytest.mark.parametrize(
    ("fields", "field"),
    [({}, "policy"), ({"policy": "no-such"}, "policy"),
     ({"policy": POLICY, "applied_on": "2024-13-01"}, "applied_on")],
)  # fmt: skip
def test_a_wish_that_cannot_be_met_is_422(
    house: House, folder: Path, fields: dict[str, str], field: str
) -> None:
    answer = house.post(API, files=parts(folder), data=fields)
    assert answer.status_code == 422
    assert answer.json()["field"] == field
    assert house.get(API).json()["items"] == []


def test_acceptance_is_screened_by_its_own_rules(house: House, folder: Path) -> None:
    number = house.screened(folder, stage="acceptance")
    assert house.get(f"{API}/{number}").json()["stage"] == "acceptance"
    codes = {check["code"] for check in house.get(f"{API}/{number}/report").json()["checks"]}
    assert "acceptance-overdue" in codes
    answer = house.post(API, files=parts(folder), data={"policy": POLICY, "stage": "x"})
    assert answer.json()["field"] == "stage"


def test_no_files_is_422(house: House) -> None:
    answer = house.post(API, data={"policy": POLICY}, files={"other": ("", b"")})
    assert answer.status_code == 422


@pytest.mark.parametrize("name", ["../../etc/x.pdf", "/etc/passwd", "C:\\x.pdf", "a/../../b.pdf"])
def test_a_name_that_leads_out_is_refused(house: House, name: str) -> None:
    boundary = "xxyyzz"
    body = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n\r\n'
        f"x\r\n--{boundary}--\r\n"
    ).encode()
    kind = {"Content-Type": f"multipart/form-data; boundary={boundary}"}
    answer = house.post(API, content=body, headers=kind)
    assert answer.status_code in {202, 422}
    if answer.status_code == 202:  # a drive's letter may be cut off by the parser
        raise AssertionError(answer.text)


def test_half_a_form_is_400_and_leaves_nothing(house: House, folder: Path) -> None:
    boundary = "xxyyzz"
    body = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\n\r\nab'
    ).encode()
    kind = {"Content-Type": f"multipart/form-data; boundary={boundary}"}
    assert house.post(API, content=body, headers=kind).status_code == 400
    assert house.get(API).json()["items"] == []
    assert list((house.configuration.service.data / "staged").iterdir()) == []


def test_a_submission_nobody_can_read_fails_with_a_sentence(house: House, tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "a.pdf").write_bytes(b"%PDF-1.4 nothing")
    number = house.screened(tmp_path / "broken")
    body = house.get(f"{API}/{number}").json()
    assert body["state"] == "failed"
    assert "没有可读取的文件" in body["error"]
    answer = house.get(f"{API}/{number}/report")
    assert answer.status_code == 409
    assert answer.json()["state"] == "failed"


def test_a_damaged_zip_fails_with_a_sentence(house: House) -> None:
    answer = house.post(API, files={"files": ("a.zip", b"PK\3\4nothing")}, data={"policy": POLICY})
    house.work()
    assert house.get(f"{API}/{answer.json()['id']}").json()["state"] == "failed"


def test_somebody_elses_submission_is_404(house: House, folder: Path) -> None:
    number = house.screened(folder)
    for path in ("", "/report", "/findings", "/facts", "/pages", "/pages/1", "/events"):
        assert house.get(f"{API}/{number}{path}", "stranger").status_code == 404, path
        assert house.get(f"{API}/{number}{path}", "reviewer").status_code != 404, path
    gone = house.client.delete(f"{API}/{number}", headers=house.headers("stranger"))
    assert gone.status_code == 404
    assert house.get(API, "stranger").json()["items"] == []


def test_the_list_comes_in_pages(house: House, folder: Path) -> None:
    numbers = [house.submit(folder) for _ in range(5)]
    first = house.get(API, params={"limit": 2}).json()
    second = house.get(API, params={"limit": 2, "cursor": first["next"]}).json()
    third = house.get(API, params={"limit": 2, "cursor": second["next"]}).json()
    shown = [item["id"] for page in (first, second, third) for item in page["items"]]
    assert shown == numbers[::-1]
    assert third["next"] is None


def test_what_has_not_changed_is_304(house: House, folder: Path) -> None:
    number = house.screened(folder)
    for path in ("", "/report?format=html", "/pages/1"):
        mark = house.get(f"{API}/{number}{path}").headers["etag"]
        again = house.get(f"{API}/{number}{path}", headers={"If-None-Match": mark})
        assert again.status_code == 304, path
        assert again.content == b""


def test_screening_again_under_another_policy_gives_a_second_report(
    house: House, folder: Path
) -> None:
    number = house.screened(folder)
    answer = house.post(f"{API}/{number}/screenings", json={"policy": "bast-consortium"})
    assert answer.status_code == 202
    house.work()
    reports = [
        house.get(f"{API}/{number}/report", params=params).json()["policy"]
        for params in ({}, {"number": "1"}, {"number": "2"})
    ]
    assert reports == ["bast-consortium", "futian-2023", "bast-consortium"]


def test_a_deleted_submission_is_gone(house: House, folder: Path) -> None:
    number = house.submit(folder)
    gone = house.client.delete(f"{API}/{number}", headers=house.headers("submitter"))
    assert gone.status_code == 204
    assert house.get(f"{API}/{number}").status_code == 404
    house.work()
    assert house.get(API).json()["items"] == []


def test_an_older_state_cannot_be_deleted_unseen(house: House, folder: Path) -> None:
    number = house.submit(folder)
    mark = house.get(f"{API}/{number}").headers["etag"]
    house.work()
    headers = house.headers("submitter", **{"If-Match": mark})
    assert house.client.delete(f"{API}/{number}", headers=headers).status_code == 412


def test_events_end_with_the_result(screened: tuple[House, str]) -> None:
    house, number = screened
    with house.client.stream(
        "GET", f"{API}/{number}/events", headers=house.headers("submitter")
    ) as answer:
        text = "".join(answer.iter_text())
    assert text.startswith("event: done\n")
    assert json.loads(text.split("data: ")[1])["id"] == number


def test_errors_come_in_the_callers_language(house: House) -> None:
    there = house.get(f"{API}/sub_none", headers={"Accept-Language": "en-GB,en;q=0.9"})
    assert there.json()["title"] == "Not found"
    assert there.headers["content-language"] == "en"
    here = house.get(f"{API}/sub_none", headers={"Accept-Language": "zh-CN,en;q=0.5"})
    assert here.json()["title"] == "没有找到"


def test_a_body_over_the_limit_is_413(house: House) -> None:
    headers = house.headers("submitter", **{"Content-Length": str(1 << 40)})
    answer = house.client.put(API, params={"policy": POLICY}, content=b"x", headers=headers)
    assert answer.status_code == 413


def test_a_zip_with_gbk_names_comes_out_readable(house: House, tmp_path: Path) -> None:
    path = tmp_path / "gbk.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("application.json", "{}")
    raw = path.read_bytes()
    named = raw.replace(b"application.json", "营业执照.json".encode("gbk").ljust(16, b"x"))
    answer = house.post(API, files={"files": ("a.zip", named)}, data={"policy": POLICY})
    assert answer.status_code == 202
