"""Certificates in layouts of their own: where labels, values and remarks stand."""

from __future__ import annotations

import pytest

from docint.contracts import Kind, Tools
from docint.kinds.business_license.kind import kind as licence
from docint.kinds.institution_certificate.kind import kind as institution
from docint.kinds.social_organization_certificate.kind import kind as organization
from docint.types.reading import Page
from tests.printed import document_of, printed_page


def read(kind: Kind, page: Page) -> dict[str, object]:
    assert kind.find is not None
    facts = kind.find(document_of(kind.name, page), Tools())
    return {str(fact.path[0]): fact.value for fact in facts}


@pytest.mark.parametrize(
    "label", ["登记机关及日期", "登记管理机关/发证日期", "发证机关、时间", "登记管理机关和登记日期"]
)
def test_a_label_beside_anothers_label_has_its_value_below(label: str) -> None:
    page = printed_page(
        f"""
            事业单位法人证书
  宗旨和业务范围                                          {label}
  开展材料研究，服务地方产业。                            江陵市事业单位登记管理局
                                                          2022年7月1日
"""
    )
    found = read(institution, page)
    assert found["business_scope"] == "开展材料研究，服务地方产业。"
    assert found["issued_by"] == "江陵市事业单位登记管理局"
    assert found["issued_on"] == "2022-07-01"


def test_the_next_parts_heading_is_not_of_the_scope() -> None:
    page = printed_page(
        """
         民办非企业单位登记证书
  业务范围
  开展技术研究、技术咨询与成果转化服务。
  证书信息
  发证机关    江陵市民政局
"""
    )
    assert read(organization, page)["business_scope"] == "开展技术研究、技术咨询与成果转化服务。"


def test_the_scopes_second_line_is_not_of_the_address_above() -> None:
    page = printed_page(
        """
                  营业执照
  住    所江陵市青岩区学府路23号数码城A座29层
  经 营 范 围集成电路设计；计算机软硬件的销售；新材料技术推广服务；医疗器械技术研发。
              （依法须经批准的项目，经相关部门批准后方可开展经营活动）
"""
    )
    found = read(licence, page)
    assert found["address"] == "江陵市青岩区学府路23号数码城A座29层"
    assert str(found["business_scope"]).endswith("开展经营活动）")


@pytest.mark.parametrize(
    "line",
    ["经营范围由章程确定。", "经营范围    请登录商事主体信用信息公示平台查询。"],
)
def test_a_remark_on_the_scope_is_no_scope(line: str) -> None:
    page = printed_page(f"营业执照\n名称    江陵青禾有限公司\n\n  重要提示：\n  {line}\n")
    assert "business_scope" not in read(licence, page)


def test_an_addresss_second_line_beside_a_long_scope_is_kept() -> None:
    page = printed_page(
        """
                  营业执照
  经营范围   集成电路设计；计算机软硬件的销售；     住    所   江陵市青岩区学府路23号数码城
             医疗器械技术研发。                                A座2905
"""
    )
    assert read(licence, page)["address"] == "江陵市青岩区学府路23号数码城A座2905"
