"""Small reports of our own writing, each with the outline that a reader sees in it."""

from __future__ import annotations

from dataclasses import dataclass

BODY = "全年坚持稳中求进，各项工作扎实推进，重点任务有序完成，群众生活持续改善，社会大局保持稳定。"
OTHER = "围绕既定方向持续用力，统筹各类资源要素，健全长效机制，推动各项部署落地见效，争取更好成绩。"


@dataclass(frozen=True)
class Sample:
    """A text with its outline (depth, title, role, year), title, years and place."""

    name: str
    text: str
    outline: tuple[tuple[int, str, str, int | None], ...]
    title: str | None
    years: tuple[int | None, int | None]
    place: str | None


SAMPLES = (
    Sample(
        "county report, marks of the standard, run-in headings",
        f"""临江县政府工作报告
——2023年1月6日在临江县第十七届人民代表大会第二次会议上
县长 王 明

各位代表：
现在，我代表县人民政府，向大会报告工作，请予审议。
一、2022年工作回顾
{BODY}
（一）经济运行稳中向好。{BODY}
（二）城乡面貌不断改善。{OTHER}
二、2023年工作安排
{OTHER}
1.抓项目
{BODY}
2、抓招商
{OTHER}
三、加强政府自身建设
{BODY}""",
        (
            (1, "一、2022年工作回顾", "results", 2022),
            (2, "（一）经济运行稳中向好", "results", 2022),
            (2, "（二）城乡面貌不断改善", "results", 2022),
            (1, "二、2023年工作安排", "tasks", 2023),
            (2, "1.抓项目", "tasks", 2023),
            (2, "2、抓招商", "tasks", 2023),
            (1, "三、加强政府自身建设", "tasks", 2023),
        ),
        "临江县政府工作报告", (2022, 2023), "临江县",
    ),
    Sample(
        "newspaper digest, signs and unmarked parallel series",
        f"""乘势而上谱新篇

本报记者 李华

回望2022：爬坡过坎开新局

{BODY}

坚持以项目为王，经济发展提质增效

{BODY}{OTHER}

坚持以人民为本，民生福祉普惠共享

{BODY}{BODY}

坚持以生态为先，绿色底色更加鲜明

{OTHER}{BODY}

■ 三项重点工程

{OTHER}{OTHER}

展望2023：凝心聚力再出发

■ 【主要目标】

{BODY}{OTHER}""",
        (
            (1, "回望2022：爬坡过坎开新局", "results", 2022),
            (2, "坚持以项目为王，经济发展提质增效", "results", 2022),
            (2, "坚持以人民为本，民生福祉普惠共享", "results", 2022),
            (2, "坚持以生态为先，绿色底色更加鲜明", "results", 2022),
            (2, "三项重点工程", "results", 2022),
            (1, "展望2023：凝心聚力再出发", "tasks", 2023),
            (2, "主要目标", "targets", 2023),
        ),
        "乘势而上谱新篇", (2022, 2023), None,
    ),
    Sample(
        "unnumbered parts over numbered headings that begin anew, glossary at the end",
        f"""青山市2020年政府工作报告
各位代表：
2019年工作回顾
{BODY}
一、发展质量稳步提升
{OTHER}
二、改革开放持续深化
{BODY}
2020年工作任务
{OTHER}
一、做强实体经济
{BODY}
二、建设美丽乡村
{OTHER}
附：有关情况说明
1.一网通办：指通过一个平台办理全部政务服务事项，让数据多跑路。
2.双随机：指随机抽取检查对象、随机选派执法检查人员的做法。
""",
        (
            (1, "2019年工作回顾", "results", 2019),
            (2, "一、发展质量稳步提升", "results", 2019),
            (2, "二、改革开放持续深化", "results", 2019),
            (1, "2020年工作任务", "tasks", 2020),
            (2, "一、做强实体经济", "tasks", 2020),
            (2, "二、建设美丽乡村", "tasks", 2020),
            (1, "附：有关情况说明", "other", None),
        ),
        "青山市2020年政府工作报告", (2019, 2020), "青山市",
    ),
    Sample(
        "a part that is told under numbers of its own style",
        f"""青山市政府工作报告
（2020年1月6日）
各位代表：
一、2019年工作回顾
{BODY}
二、2020年主要目标和重点任务
{OTHER}
一、做强实体经济
{BODY}
二、建设美丽乡村
{OTHER}
三、改善群众生活
{BODY}
五、建设平安青山
{OTHER}
三、加强自身建设
{OTHER}
""",
        (
            (1, "一、2019年工作回顾", "results", 2019),
            (1, "二、2020年主要目标和重点任务", "targets", 2020),
            (2, "一、做强实体经济", "tasks", 2020),
            (2, "二、建设美丽乡村", "tasks", 2020),
            (2, "三、改善群众生活", "tasks", 2020),
            (2, "五、建设平安青山", "tasks", 2020),
            (1, "三、加强自身建设", "tasks", 2020),
        ),
        "青山市政府工作报告", (2019, 2020), "青山市",
    ),
    Sample(
        "numbers that begin anew behind headings that are no parts",
        f"""青山市政府工作报告
（2020年1月6日）
各位代表：
一、发展质量提升
{BODY}
二、改革持续深化
{OTHER}
一、做强实体经济
{BODY}
二、建设美丽乡村
{OTHER}
三、改善群众生活
{BODY}
""",
        (
            (1, "一、发展质量提升", "other", None),
            (1, "二、改革持续深化", "other", None),
            (1, "一、做强实体经济", "other", None),
            (1, "二、建设美丽乡村", "other", None),
            (1, "三、改善群众生活", "other", None),
        ),
        "青山市政府工作报告", (2019, 2020), "青山市",
    ),
    Sample(
        "plan in law style and markdown, table of contents first",
        f"""# 云河省国民经济和社会发展第十三个五年规划纲要

目录
第一章 总体要求
第二章 重点任务

## 第一章 总体要求

{BODY}

### 第一节 发展目标

{OTHER}

## 第二章 重点任务

{BODY}
""",
        (
            (1, "第一章 总体要求", "targets", 2020),
            (2, "第一节 发展目标", "targets", 2020),
            (1, "第二章 重点任务", "tasks", 2020),
        ),
        "云河省国民经济和社会发展第十三个五年规划纲要", (None, 2020), "云河省",
    ),
    Sample(
        "one physical line with line ends as letters, no title",
        rf"各位代表：\r\n现在报告工作，请予审议。\r\n一、过去五年工作回顾\r\n{BODY}\r\n二、2012年工作安排\r\n{OTHER}",
        ((1, "一、过去五年工作回顾", "results", 2011), (1, "二、2012年工作安排", "tasks", 2012)),
        None, (2011, 2012), None,
    ),
    Sample(
        "communiqué",
        f"""2021年东湖区国民经济和社会发展统计公报[1]
东湖区统计局
2022年3月18日
{BODY}
一、综合
{OTHER}
二、农业
{BODY}
注释：
[1]本公报数据为初步统计数。
""",
        ((1, "一、综合", "results", 2021), (1, "二、农业", "results", 2021), (1, "注释：", "other", None)),
        "2021年东湖区国民经济和社会发展统计公报", (2021, None), "东湖区",
    ),
    Sample(
        "English",
        """# Annual Report 2021

## 1. Results

The economy grew by 5.2 percent. We built 12 schools.

## 2. Outlook

We will build 15 schools.
""",
        ((1, "1. Results", "results", 2021), (1, "2. Outlook", "targets", None)),
        "Annual Report 2021", (2021, None), None,
    ),
)
