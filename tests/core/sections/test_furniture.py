"""The furniture lexicon."""

from __future__ import annotations

import re
import tomllib

import pytest

import resources
from core.sections import read_structure
from core.sections.lexicon import furniture

with resources.path("lexicon", "noise.toml").open("rb") as _file:
    ENTRIES = tomllib.load(_file)


@pytest.mark.parametrize("name", sorted(ENTRIES))
def test_each_pattern_finds_its_own_example(name: str) -> None:
    """An entry that finds nothing is a slip of the pen."""
    assert re.fullmatch(ENTRIES[name]["pattern"], ENTRIES[name]["example"].replace("：", ":"))


@pytest.mark.parametrize(
    "line",
    [
        "一、2023年工作回顾", "各位代表：", "全年完成投资12亿元", "2023年", "中小企业发展", "打印机产量增长5%。",
        "增速:全国>全省>全市", "2015-10-15", "15.10.2015", "首页设计大赛", "位置优越",
    ],
)
def test_lines_of_a_report_are_no_furniture(line: str) -> None:
    """Words that a footer shares with a report."""
    assert furniture().fullmatch(line) is None


@pytest.mark.parametrize(
    "head",
    [
        "免费邮箱 注册\n您当前的位置 ：临水网 > 新闻中心 > 时政 正文\n\n{}\n\n"
        "2021-03-16 10:40:34 | 来源：临水日报\n\n字号变大 | 字号变小",
        "临水在线      设为首页 | 加入收藏\n新闻中心 | 专题新闻 | 临水政务 | 即时新闻 | 人文临水\n"
        "  热门推荐：\n{}\n16.03.2021  10:40",
        "• 无障碍\n• 长辈版\n首页/ 政府信息公开 / 工作报告 / 正文\n"
        "[ 索引号 ] 003257952/2021-00011 [ 发文字号 ]\n[ 发布机构 ] 临水县人民政府 [ 有效性 ]\n\n{}",
    ],
)
def test_the_head_of_a_site_is_no_title(head: str) -> None:
    """A page copied whole had the path through its site for a title, in the window and on the review's cover."""
    body = "今年以来，全县上下坚持稳中求进，经济运行总体平稳，各项工作扎实推进。\n"
    document = read_structure(head.format("临水县2021年政府工作报告") + "\n\n" + body)
    assert document.title == "临水县2021年政府工作报告"


def test_a_head_with_pipes_below_prose_stays() -> None:
    """Only before the text are words side by side the menu of a site."""
    prose = "全年各项工作扎实推进，取得明显成效，群众生活持续改善，社会大局保持稳定，五个片区全部完成年度任务。"
    assert read_structure(f"{prose}\n\n城关 | 东山 | 西河 | 南坪 | 北岭\n").noise == ()
