"""What parts of a report are for, and of which years: results, aims, tasks."""

from __future__ import annotations

from core.sections import read_structure
from tests.core.sections.reports import BODY


def _roles(*lines: str) -> list[tuple[str, str, int | None, int | None]]:
    """Title, role and years of each section of a text with a paragraph below each heading."""
    text = "\n\n".join((lines[0], BODY, *(part for line in lines[1:] for part in (line, BODY + line))))
    return [(one.title, one.role, one.since, one.year) for one in read_structure(text).sections]


def test_how_faults_were_put_right_are_results() -> None:
    """关于…的问题 below a part on mending tells what was done about one; elsewhere it is a problem."""
    part = ["一、审计查出问题的整改情况", "（一）财政管理方面", "1.关于预算编制不细的问题"]
    title = "关于2019年度审计查出问题整改情况的报告"
    assert [role for _, role, *_ in _roles(title, *part)] == ["results"] * 3
    elsewhere = _roles("关于2019年度财政收支的调研报告", "一、财政管理情况", *part[1:])
    assert [role for _, role, *_ in elsewhere] == ["results", "results", "problems"]


def test_what_an_audit_found_is_a_problem() -> None:
    """（一）预算编制不够细化 names a fault; what is done about one does not, nor where faults are put right."""
    faults = ["（一）预算编制不够细化", "（二）专项资金拨付不及时", "（三）违规发放津补贴"]
    found = _roles("关于2023年度财政收支的审计工作报告", "一、财政管理审计情况", *faults)
    assert [role for _, role, *_ in found] == ["results", "problems", "problems", "problems"]
    mended = _roles("关于2023年度审计查出问题整改情况的报告", "一、审计查出问题的整改情况", *faults)
    assert [role for _, role, *_ in mended] == ["results"] * 4
    planned = _roles("2024年工作报告", "一、2024年工作安排", "（一）着力解决发展不够协调的问题", "（二）整治资金闲置")
    assert "problems" not in [role for _, role, *_ in planned]


def test_a_heading_that_ends_with_情况_tells_unless_it_plans() -> None:
    """收支情况 and 基本情况和主要特点 tell what is; 计划情况 and what stands in a plan's part do not."""
    told = _roles("夏津县财政收支", "一、一般公共预算收支情况", "二、农业基本情况和主要特点", "三、2025年收支计划情况")
    assert [role for _, role, *_ in told] == ["results", "results", "other"]


def test_a_plan_of_years_sets_tasks_from_its_first_part_on() -> None:
    """What it says of the plan before it are results of that plan; its preface and its setting are neither."""
    title = "云岭县国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要"
    parts = ("序言", "一、“十三五”发展成就", "二、发展环境", "三、建设产业强县", "（一）做强工业")
    assert _roles(title, *parts) == [
        ("序言", "other", None, None),
        ("一、“十三五”发展成就", "results", 2016, 2020),
        ("二、发展环境", "other", None, None),
        ("三、建设产业强县", "tasks", 2021, 2025),
        ("（一）做强工业", "tasks", 2021, 2025),
    ]
    assert _roles(title, "## 序言", "## 第一篇 建设产业强县")[0] == ("序言", "other", None, None)


def test_results_of_the_plan_before_stay_results_below_a_task() -> None:
    """“十三五”的成就 is over; what was done in the plan's own time is part of its task."""
    title = "中共云岭县委关于制定云岭县国民经济和社会发展第十四个五年规划的建议"
    roles = _roles(title, "一、开启现代化新征程", "1.“十三五”发展的巨大成就", "2.“十四五”取得新成效", "二、推进创新")
    assert [(role, year) for _, role, _, year in roles] == [
        ("tasks", 2025), ("results", 2020), ("tasks", 2025), ("tasks", 2025),
    ]


def test_tasks_below_the_aims_of_a_plan_are_of_its_years() -> None:
    """（一）调整结构 below “十一五”目标任务 is planned for the same five years."""
    parts = ("一、“十五”工作回顾", "二、“十一五”目标任务", "（一）调整结构", "三、2006年主要工作")
    roles = _roles("江岸市2006年政府工作报告", *parts)
    assert roles == [
        ("一、“十五”工作回顾", "results", 2001, 2005),
        ("二、“十一五”目标任务", "targets", 2006, 2010),
        ("（一）调整结构", "tasks", 2006, 2010),
        ("三、2006年主要工作", "tasks", None, 2006),
    ]


def test_a_report_on_how_things_stand_tells_results_of_its_year() -> None:
    """政府建设 in a heading of 2022年度…建设情况报告 was done; 审计情况 of 措施 too, the auditors' 意见 are tasks."""
    parts = ("一、坚持以法治为统领，党对法治政府建设的领导更加有力", "二、2023年工作打算")
    law = _roles("2022年度法治政府建设情况报告", *parts)
    assert [(role, year) for _, role, _, year in law] == [("results", 2022), ("tasks", 2023)]
    parts = ("一、重大政策措施落实跟踪审计情况", "二、加强财政管理的意见")
    audit = _roles("江岸省2015年度财政收支审计结果公告", *parts)
    assert [role for _, role, *_ in audit] == ["results", "tasks"]


def test_a_text_that_only_says_what_a_year_will_bring_plans_it() -> None:
    """2021年，全区将… plans 2021 where nothing looks back; with a look back the year is told."""
    ahead = "春风拂面万象新。2021年，开发区将以更大的决心打好项目建设攻坚战。"
    heads = "一、打好攻坚战\n\n确保新项目开工。\n\n二、打好主动战\n\n精准开展产业招商，建立重点项目清单。\n"
    planned = read_structure(f"{ahead}\n\n{heads}")
    assert (planned.year, planned.target_year) == (None, 2021)
    assert {section.role for section in planned.sections} == {"tasks"}
    told = read_structure(f"2021年，开发区将项目建设作为头等大事来抓，完成了全部任务。\n\n{heads}")
    assert (told.year, told.target_year) == (2021, None)


def test_how_work_is_thought_of_plans() -> None:
    """今后五年工作思路 is on what is to come; 发展思路更加清晰 in a look back is none of it."""
    roles = _roles("云峰县政府工作报告", "2016年工作回顾", "今后五年工作思路", "2017年工作安排")
    assert [(role, since, year) for _, role, since, year in roles] == [
        ("results", None, 2016), ("tasks", 2017, 2021), ("tasks", None, 2017),
    ]
    told = _roles("云峰县政府工作报告", "一、2016年工作回顾", "（一）发展思路更加清晰", "二、2017年工作安排")
    assert [role for _, role, *_ in told] == ["results", "results", "tasks"]


def test_a_summary_tells_results_though_it_names_no_year() -> None:
    """Headings of a 总结 that say nothing of themselves tell what was done, until one turns to the plan."""
    undated = _roles("乡镇政府工作总结", "一、综合实力跃上新台阶", "（一）农业稳步发展", "二、下一步打算")
    assert [role for _, role, *_ in undated] == ["results", "results", "tasks"]
    planned = _roles("乡镇年度农村工作总结", "一、推进新农村建设", "（一）健全机制", "二、2012年工作打算")
    assert [(role, year) for _, role, _, year in planned] == [("results", 2011), ("results", 2011), ("tasks", 2012)]


def test_two_years_with_a_colon_part_a_digest_and_one_leads_to_what_it_says() -> None:
    """2020年工作回顾： and 2021年工作安排： head parts over plain text; a single such line is a lead."""
    parts = read_structure(
        "2020年工作回顾：\n全县经济平稳运行，各项指标保持增长，群众生活继续改善。\n"
        "2021年工作安排：\n地区生产总值增长7%左右，城乡居民收入分别增长8%和9%。\n"
    )
    assert [(section.title, section.role) for section in parts.sections] == [
        ("2020年工作回顾：", "results"), ("2021年工作安排：", "tasks"),
    ]
    lead = read_structure("2021年工作安排：\n地区生产总值增长7%左右，城乡居民收入分别增长8%和9%，就业保持稳定。\n")
    assert not lead.sections


def test_an_annex_whose_title_has_the_year_that_is_planned_lists_its_tasks() -> None:
    """附件 / 2021年民生实事 behind a report on 2020: what is listed is to be done; a list of the year before is not."""
    report = (
        "某县2021年政府工作报告\n一、2020年工作回顾\n全县经济平稳运行，各项指标保持增长，群众生活继续改善。\n"
        "二、2021年工作安排\n继续抓好农业生产，稳步推进各项改革。\n附件\n{}\n1.新建幼儿园2所（牵头单位：教育局）。\n"
    )
    for title, role in (("2021年全县民生实事", "tasks"), ("2020年民生实事完成情况", "other")):
        assert read_structure(report.format(title)).sections[-1].role == role
