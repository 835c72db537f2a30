"""Entries of the audit log as operators read them (日志用语)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docint.vocabulary import FINDINGS
from docint_api.accounts import ROLES
from docint_api.desk.rendering import STATUSES
from docint_api.desk.wording import named
from docint_api.reviews import VERDICTS

ACTIONS = {
    "backup": "备份",
    "call.closed": "截止批次",
    "call.created": "新建批次",
    "correction.reverted": "撤回更正",
    "facts.viewed": "查看提取内容",
    "finding.decided": "作出审查意见",
    "findings.viewed": "查看发现",
    "key.added": "新增密钥",
    "key.revoked": "吊销密钥",
    "page.unmasked": "查看未遮盖的页面",
    "password.set": "设置密码",
    "report.viewed": "查看报告",
    "sign-in": "登录",
    "sign-in.refused": "登录未成功",
    "sign-out": "退出",
    "submission.assigned": "分派或更改状态",
    "submission.created": "提交申报件",
    "submission.deleted": "删除申报件",
    "submission.purged": "清除到期内容",
    "submission.rescreened": "重新核验",
    "submission.unmasked": "查看个人号码",
    "submission.viewed": "查看申报件",
    "user.add": "新增账户",
    "user.disable": "停用账户",
    "user.enable": "启用账户",
    "user.invite": "发出登录链接",
    "user.reset": "重设密码",
    "user.role": "更改角色",
    "value.corrected": "更正识读内容",
    "webhook.added": "新增网络回调",
    "webhook.removed": "取消网络回调",
}
_DETAILS = {
    "account": "账户", "assignee": "经办人", "code": "事项", "correction": "更正编号",
    "document": "材料", "files": "文件数", "page": "页", "path": "字段", "policy": "依据",
    "report": "核验次数", "role": "角色", "status": "状态", "verdict": "意见",
}  # fmt: skip
_VALUES: dict[str, Mapping[str, str]] = {
    "code": {code: finding.title for code, finding in FINDINGS.items()},
    "role": ROLES,
    "status": STATUSES,
    "verdict": VERDICTS,
}


def shown(entry: Mapping[str, Any]) -> dict[str, Any]:
    """A plain entry with its action and details in words, and where its object is to be seen."""
    object_ = entry["object"]
    return {
        **entry,
        "said": ACTIONS.get(entry["action"], entry["action"]),
        "details": "；".join(_detail(name, value) for name, value in entry["details"].items()),
        "link": f"/submissions/{object_}" if object_.startswith("sub_") else "",
    }


def _detail(name: str, value: Any) -> str:
    if name == "path":
        value = named(value)
    return f"{_DETAILS.get(name, name)}：{_VALUES.get(name, {}).get(value, value)}"
