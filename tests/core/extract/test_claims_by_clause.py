"""Which clause sets a state and which only an order, what a figure describes, and what an admission is told by."""

from __future__ import annotations

import pytest

from core.extract import read_metrics
from core.extract.claims import read_claims
from core.sections import read_structure
from tests.core.extract.readings import PLANS, RESULTS, types_of


@pytest.mark.parametrize(
    ("words", "types"),
    [
        ("深化口岸改革，通关能级全面跃升。", {"commitment", "target"}),
        ("渔民收入快速增长。", {"target"}),
        ("瓜果产量实现大幅度增长。", {"target"}),
        ("办学设施更加完备。", {"target"}),
        ("渔业保险制度比较完善。", {"target"}),
        ("渔业服务体系更加健全，就业比较充分。", {"target"}),
        ("鱼价总体稳定。", {"target"}),
        ("完成海岸带总体规划。", {"target"}),
        ("编制海岸带总体规划。", {"commitment"}),
        ("维护鱼价基本稳定。", {"commitment"}),
        ("渔村面貌有较大改善。", {"target"}),
        ("一流口岸环境加快形成。", {"target"}),
        ("海上航线持续拓展。", {"target"}),
        ("持续拓展海上航线。", {"commitment"}),
        ("岸线开发管控更好落实，近海生态保护持续加强。", {"target"}),
        ("渔村环境更加干净美丽，海岸公园基本建成。", {"target"}),
        ("把渔港建设放在更加突出位置。", {"commitment"}),
        ("今年，海上观光线开始试运营。", {"target"}),
        ("把海岛供水纳入市政管网统筹，坚决守牢不发生断供的底线。", {"commitment"}),
        ("将海岛供水纳入市政管网统筹，新增用户800户。", {"commitment", "target"}),
        ("积极稳妥地推进渔政改革，今年基本完成县级机构改革。", {"commitment", "target"}),
        ("坚持不懈地改善近海环境。", {"commitment"}),
        ("重点抓好七项工作：坚定不移地打造渔业强县。", {"commitment"}),
        ("把渔民增收作为第一追求，着力构建服务体系。", {"commitment"}),
        ("环岛公路5月底前开工。", {"target"}),
        ("推动环岛公路尽快开工。", {"commitment"}),
        ("大力调整养殖结构，新增贝类养殖面积6000亩。", {"commitment", "target"}),
        ("自觉接受渔民监督，答复率达到100%。", {"commitment", "target"}),
        ("环岛公路实现双向贯通。", {"target"}),
        ("更大力度推进退养还滩，全面完成禁养区清退。", {"commitment", "target"}),
        ("启动建设600套渔民安置房。", {"target"}),
        ("启动建设投资6000万元的渔民安置区。", {"commitment"}),
        ("系统整治码头“停车难、停车贵”，免费开放渔村书屋。", {"commitment"}),
        ("用足用好休渔补贴政策。", {"commitment"}),
        ("力争渔港吞吐量在全省排位中前移。", {"target"}),
        ("渔民健康指标达到全国中上水平。", {"ranking", "target"}),
        ("高水平建成渔业科技基地。", {"target"}),
        ("高水平建设渔业科技基地。", {"commitment"}),
        ("坚持在保护中开发，近海水质明显改善。", {"commitment", "target"}),
        ("坚持生态优先，近海水质明显改善。", {"target"}),
        ("不断推动口岸建设取得新进展。", {"commitment"}),
        ("支撑渔业快速增长。", {"commitment"}),
        ("加强信用建设，助力小微企业快速增长。", {"commitment"}),
        ("让渔民日子更加红火。", {"commitment"}),
        ("坚持节约优先，推动用水效率进一步提高。", {"commitment"}),
    ],
)
def test_a_clause_whose_subject_comes_first_sets_a_state(words: str, types: set[str]) -> None:
    """渔民收入快速增长 is to come true; behind 推动, 支撑, 让 the same words only say what an order is for."""
    assert types_of(PLANS, words) == types


@pytest.mark.parametrize(
    ("words", "types"),
    [
        ("引进投资6亿元的8万吨绿色铝材项目。", {"commitment"}),
        ("推进20万千瓦风电项目建设。", {"commitment"}),
        ("实施北港9.5米深水航道工程。", {"commitment"}),
        ("年产绿色铝材8万吨。", {"target"}),
        ("新增绿地12万平方米。", {"target"}),
        ("坚持以五年翻一番为目标，抓好招商引资。", {"commitment"}),
        ("渔业产值五年翻一番。", {"target"}),
        ("切实办好今年九大类32件民生实事。", {"commitment", "target"}),
        ("切实抓好今年两大类民生实事项目。", {"commitment"}),
        ("全面投运北港客运站。", {"target"}),
        ("到“十四五”期末，渔民生活达到全省中等水平。", {"target", "ranking"}),
    ],
)
def test_what_a_project_can_hold_is_no_figure_to_reach(words: str, types: set[str]) -> None:
    """A capacity before the name of a project says which; what an order goes by is not its aim."""
    assert types_of(PLANS, words) == types


@pytest.mark.parametrize(
    ("words", "types"),
    [
        ("对照先进县区，我县产业短板不少，发展后劲乏力。", {"problem"}),
        ("全县渔业增加值增速比全省低了2.4个百分点。", {"problem"}),
        ("全县失业率比全省低了0.4个百分点。", {"achievement"}),
        ("令人担忧的是近海鱼获下降12%。", {"problem"}),
        ("我们也清醒认识到，老问题依然突出，生态压力较大，必须直面问题、切实加以解决。", {"problem"}),
        ("我们始终直面问题，化解了一批矛盾。", {"achievement"}),
        ("各位代表！回顾五年，取得的成绩来之不易，最根本在于县委正确领导。", {"attribution"}),
        ("渔业总收入增加380万元。主要原因是：休渔期缩短。", {"achievement", "attribution"}),
        ("着力破解渔港问题的主要原因分析已完成。", {"achievement"}),
        ("渔业总收入增加380万元，是由于休渔期缩短。", {"achievement", "attribution"}),
        ("“十四五”时期，是我县渔业转型、实现产值跨越的五年。", {"achievement"}),
        ("“十四五”时期，是我县实现渔业跨越的关键时期。", {"rhetoric"}),
        ("开展“树正气、推进两个率先”主题活动，建成渔港3座。", {"achievement"}),
        ("全乡贫困面大、贫困程度深。", {"problem"}),
        ("渔村贫困面明显缩小。", {"achievement"}),
        ("收支相抵，当年平衡。", {"achievement"}),
        ("海风徐来，千帆竞发。", {"rhetoric"}),
        ("新增网箱12个，是因地制宜的网箱布局。", {"achievement"}),
        ("渔港整治，是对各级干部作风的重大考验。", {"rhetoric"}),
        ("全县上下凝心聚力抓要事，新建渔港2座。", {"achievement"}),
        ("紧紧围绕“争百强”目标，新建渔港2座。", {"achievement"}),
        ("渔民转产增收面临较大压力。", {"problem"}),
        ("我们顶住面临的压力，新建渔港2座。", {"achievement"}),
        ("海上安全监管还需要加强。", {"problem"}),
        ("台风过境，部分码头损毁严重，直接经济损失达3.2亿元。", {"problem"}),
        ("提前转移渔船，减少经济损失达1.2亿元。", {"achievement"}),
        ("受燃油涨价、汇率波动和养殖区赤潮频发等多重因素叠加影响，2项指标未能如期完成。", {"attribution", "problem"}),
        ("海藻产量成为全国增长最快的县。", {"achievement", "ranking"}),
        ("我们坚信，没有趟不过的河、没有翻不过的山！", {"rhetoric"}),
        ("岛上自然条件恶劣，渔民生活水平很低。", {"problem"}),
        ("通过压减近海网具，既保护了鱼群，又稳住了收入。", {"achievement", "attribution"}),
        ("经过五年的不懈努力，近海水质全面好转。", {"achievement"}),
        ("经过沿海群众共同努力，近海水质全面好转。", {"achievement", "attribution"}),
        ("海事、气象、边检等单位为全县渔业发展作出了新贡献。", {"achievement"}),
        ("岛上就医难，渔村停车难。", {"problem"}),
        ("事实证明，向海图强的路子走对了。", {"rhetoric"}),
        ("通过验收，近海牧场投入运行。", {"achievement"}),
        ("全县渔业主要指标持续领先，后劲更足。", {"achievement", "ranking"}),
        ("海湾在全省渔业布局中占有极其重要的地位。", {"rhetoric"}),
        ("渔业产值增长2%，低于目标4个百分点。", {"problem"}),
        ("渔业产值增长8%，高于目标2个百分点。", {"achievement"}),
        ("赤潮不断加深，近海养殖户首当其冲。", {"problem"}),
        ("受全球气候变暖和应对成本上升影响，近海养殖形势仍然十分严峻。", {"attribution", "problem"}),
        ("近海养殖形势依然严峻，我们积极应对。", {"achievement"}),
        ("——渔业生产持续发展，渔村面貌发生深刻变化。", {"achievement"}),
        ("精准对接世界500强、行业百强企业。", {"achievement"}),
        ("3家企业入选全国渔业百强企业。", {"achievement", "ranking"}),
        ("五年发展成就的取得，根本在于县委的坚强领导。", {"attribution"}),
        ("渔业综合实力进入全省十强。", {"achievement", "ranking"}),
        ("“渔港晚歌”入选全国十大渔村案例。", {"achievement", "ranking"}),
        ("建设十大渔村片区。", {"achievement"}),
        ("“十三五”时期是我县渔业发展最快、变化最大的五年。", {"achievement"}),
        ("六条渔港道路主体完工，预计月底全面通车。", {"achievement", "target"}),
        ("全会为海洋强县建设指明了方向。", {"rhetoric"}),
        ("鱼价回落是供大于求的直接反映。", {"achievement", "attribution"}),
        ("主要原因包括油价上涨、渔场变动。", {"attribution"}),
        ("他将鱼获增长归结为休渔得法。", {"attribution"}),
        ("困难不容低估，信心不可动摇，干劲不能松懈。", {"rhetoric"}),
        ("近海污染的影响不容低估。", {"problem"}),
        ("我们不会忘记，渔民冒雨抢修海堤。", {"rhetoric"}),
        ("我们对来年渔业前景保持乐观。", {"rhetoric"}),
        ("这五年，是不同寻常的五年。", {"rhetoric"}),
        ("从发展潜力看，深海养殖空间广阔、支撑有力。", {"rhetoric"}),
        ("全会作出战略安排，为我们建设海洋强县指明了方向。", {"rhetoric"}),
    ],
)
def test_admissions_reasons_and_praise_are_told_by_their_own_words(words: str, types: set[str]) -> None:
    assert types_of(RESULTS, words) == types


@pytest.mark.parametrize(
    ("words", "types"),
    [
        ("发展近海养殖是富民的重要任务，要进一步加强技术服务。", {"commitment"}),
        ("发展近海养殖是富民的重要任务。", {"rhetoric"}),
        ("首先是稳步推进渔港建设。", {"commitment"}),
        ("必须坚定不移推进渔业转型。", {"commitment"}),
        ("必须坚定信心。", {"rhetoric"}),
        ("日前，省海洋厅发布《近海养殖规划》。", {"achievement"}),
        ("对破坏渔业资源的人和事，严惩不贷、绝不姑息！", {"commitment"}),
        ("严守生态红线，确保近海水质优良率稳定在90%以上。", {"commitment", "target"}),
        ("今年的预期目标是：渔业产值增长6%，在工作中争取更好结果。", {"target"}),
        ("草案提出了奋斗目标：海洋经济实力显著增强，渔民收入大幅提高。", {"target"}),
        ("我们完全有条件、有能力完成全年任务。", {"rhetoric"}),
        ("要深刻把握海情变化，用好扶持政策，谋划一批牧场项目，全力向上争取。", {"commitment"}),
        ("要深刻把握海情变化，坚定信心。", {"rhetoric"}),
        ("只要我们落实好渔业政策，用好扶持资金，抓好渔港建设，就一定能渡过难关。", {"rhetoric"}),
        ("发展近海养殖，抓好技术服务，对于强县富民意义深远，至关重要。", {"rhetoric"}),
        ("必须坚持海陆统筹，发挥岸线优势，加快形成开放格局。", {"rhetoric"}),
        ("“十四五”时期是我县渔业转型的攻坚期，渔民增收任务更重。", {"rhetoric"}),
        ("“向海图强”，是建设海洋强县的战略主题。", {"rhetoric"}),
        ("完善救助制度，确保困难渔民家庭得到基本生活保障。", {"commitment", "target"}),
        ("充分认识做好海岸修复工作的重要性、紧迫性。", {"rhetoric"}),
        ("要永葆忠诚、砥砺前行。", {"rhetoric"}),
        ("坚持政治引领，深入贯彻上级精神，坚决做到“两个维护”。", {"rhetoric"}),
        ("目前，近海牧场建设成效显著，养殖规模稳步扩大。", {"achievement"}),
        ("目前，要抓好近海牧场建设，取得突破。", {"commitment"}),
        ("要围绕年度任务，促进去年签约的2个渔港项目早开工，力争年内完工。", {"commitment", "target"}),
        ("深化海域改革，完善养殖制度，以优异成绩迎接建县百年。", {"rhetoric"}),
        ("既要看到有利条件，乘势而上，也要充分认识面临的困难，加快补上短板。", {"commitment"}),
        ("根据以上目标任务，今年着重抓好以下“二十项重点”。", {"rhetoric"}),
        ("我们必须创新思路，完善机制，化解矛盾，才能实现新的跨越。", {"rhetoric"}),
        ("我们既要正视困难，更要坚定信心。", {"rhetoric"}),
        ("我们要保持清醒，直面问题、勇往直前。", {"rhetoric"}),
        ("我们要直面问题，全面清理养殖证照。", {"commitment"}),
    ],
)
def test_an_order_behind_a_maxim_is_an_order(words: str, types: set[str]) -> None:
    assert types_of(PLANS, words) == types


def test_a_list_of_faults_ends_where_another_subject_is_opened() -> None:
    """下面，我讲三个问题 tells of no fault, though it stands behind one."""
    document = read_structure("在全县渔业会议上的讲话\n\n对照之下，我县还存在不小差距。下面，我再讲三个方面的问题。\n")
    assert [claim.types for claim in read_claims(document, ())] == [("problem",), ("rhetoric",)]


def test_a_list_of_faults_ends_where_a_plan_is_told() -> None:
    """“十三五”期间，要… behind what is amiss orders, and so does what follows it."""
    document = read_structure(
        "海岸带保护会议侧记\n\n据介绍，目前近海水质不容乐观的状况没有根本改变。会议提出，“十三五”期间，要全面修复岸线。"
        "继续抓好退养还滩。\n"
    )
    types = [claim.types for claim in read_claims(document, ())]
    assert types == [("problem",), ("commitment",), ("commitment",)]


def test_what_a_meeting_did_is_told_among_what_it_orders() -> None:
    """Who attended, what was heard and who arranged the work were done, whatever was ordered before."""
    document = read_structure(
        "全县渔业会议召开\n\n县长林海强调，要抓紧修复渔港。会议传达上级关于休渔的文件精神，听取来年重点项目谋划情况汇报。"
        "副县长陈波安排部署相关工作。县委常委赵帆，县政府党组成员孙舟等参加会议。会议研究，要建设三处码头。\n"
    )
    types = [claim.types for claim in read_claims(document, ())]
    assert types == [("commitment",), ("achievement",), ("achievement",), ("achievement",), ("commitment",)]


def test_what_was_learnt_at_a_meeting_is_told_by_what_it_says() -> None:
    """记者从会上获悉 is who says it: what follows is planned."""
    document = read_structure("本报1月9日电 记者从此间召开的会议上获悉，今后三年全省将开展岸线修复行动。\n")
    assert [claim.types for claim in read_claims(document, ())] == [("commitment",)]


def test_what_was_aimed_at_all_the_while_is_no_order() -> None:
    """今年以来，紧盯两项指标 is told, though the figure is that of an aim."""
    document = read_structure(
        "副市长到渔业局调研\n\n林局长汇报了下一步工作打算。今年以来，全市渔业紧盯产量、产值两项省考指标的完成，各项工作进展良好。\n"
    )
    types = [claim.types for claim in read_claims(document, read_metrics(document))]
    assert types[-1] == ("achievement",)


def test_a_year_to_come_opens_an_aim_behind_an_account() -> None:
    """到2015年 in a text that names no year of results turns from what was done to what is to be."""
    document = read_structure(
        "近年来，全国建成渔港40座。\n到2015年，初步建成现代渔港体系。\n到2010年，已建成渔港30座。\n"
    )
    types = [set(claim.types) for claim in read_claims(document, read_metrics(document))]
    assert types == [{"achievement"}, {"target"}, {"achievement"}]


def test_what_is_aimed_at_is_the_tense_of_what_goes_on_from_it() -> None:
    """市政府承诺，今年新建… tells what will be done, and so does the next sentence, which says nothing of its time."""
    document = read_structure(
        "海州市作出民生承诺\n\n2019年，海州市政府把渔村放在突出位置，着力改善渔村面貌。海州市政府承诺，今年新建渔村幼儿园12所。"
        "推动入海河流的水质改善。\n"
    )
    types = [claim.types for claim in read_claims(document, read_metrics(document))]
    assert types[1:] == [("target",), ("commitment",)]


def test_aims_that_were_set_are_listed_behind_among_them() -> None:
    """规定了约束性指标，其中，… lists what is to be reached; 其中 behind a result does not."""
    document = read_structure(
        "海州市人代会开幕\n\n市长提出了今年渔业的发展目标，其中，鱼获增长5%以上。同时，还规定了约束性指标，其中，近海水质优良率90%。\n"
    )
    assert [metric.role for metric in read_metrics(document)] == ["target", "target"]
    document = read_structure("海州市渔业综述\n\n去年完成了各项指标，其中，鱼获增长5%。\n")
    assert [metric.role for metric in read_metrics(document)] == ["actual"]


def test_a_text_of_bare_orders_plans() -> None:
    """加快…。大力发展… in a text that tells neither its year nor a deed is a plan; one deed told makes it none."""
    orders = (
        "海州民生清单\n\n看点一：渔港\n\n加快打造深水渔港，改造提升两处码头。大力发展远洋捕捞。环湾公路实现双向贯通。\n\n"
        "看点二：渔村\n\n推动渔村提质，打造一批渔家乐。积极创建渔业强镇。加强海水淡化，新增日供水能力2万吨。更大力度推进岸线修复。"
        "深入推进海岸清洁，让渔村更美。\n"
    )
    document = read_structure(orders)
    types = [set(claim.types) for claim in read_claims(document, read_metrics(document))]
    assert {"achievement"} not in types
    assert {"commitment", "target"} in types
    document = read_structure(orders + "去年修复岸线8公里。\n")
    types = [set(claim.types) for claim in read_claims(document, read_metrics(document))]
    assert types.count({"achievement"}) > 1


def test_what_a_digest_calls_its_paragraphs_says_what_they_tell() -> None:
    """去年：… and 今年：… under one heading are an account and a plan, figures as well as claims."""
    document = read_structure(
        "2010年海州市政府工作报告解读\n\n渔业投资 今年力争到位5亿元\n\n"
        "去年：渔业投资强劲。投资完成4亿元。落实休渔补贴政策，发放补贴900万元。\n\n今年：抓好渔港签约项目跟踪。到位渔业资金5亿元。\n"
    )
    metrics = read_metrics(document)
    told = [(one.role, one.period) for one in metrics][-3:]
    assert told == [("actual", "2009"), ("actual", "2009"), ("target", "2010")]
    types = [set(claim.types) for claim in read_claims(document, metrics)][-5:]
    assert types == [{"achievement"}, {"achievement"}, {"achievement"}, {"commitment"}, {"target"}]


def test_the_works_that_were_announced_are_listed_below() -> None:
    """今年将办好十件实事。 and numbered lines behind it, whatever year it is; works that were done lead to no plan."""
    works = (
        "十件实事具体内容\n\n一、实施海岛饮水工程，解决8000人饮水问题。\n\n二、新建渔村养老院3所。\n\n三、为10万名渔民免费体检。\n\n"
        "四、改造码头35处，让渔民出行更顺畅。\n\n五、新建渔村书屋8个。\n"
    )
    document = read_structure("海州市民生实事敲定\n\n记者获悉，今年市政府将集中力量办好十件实事。\n\n" + works)
    types = [set(claim.types) for claim in read_claims(document, read_metrics(document))]
    assert types[-2:] == [{"target"}, {"target"}]
    document = read_structure("海州市民生实事办结\n\n记者获悉，市政府去年实施了十件实事。\n\n" + works)
    types = [set(claim.types) for claim in read_claims(document, read_metrics(document))]
    assert types[-2:] == [{"achievement"}, {"achievement"}]


def test_what_a_report_is_said_to_put_first_is_planned() -> None:
    """提出了今年工作的重点：…；…； lists what will be done; what was done about 工作重点 is no such list."""
    document = read_structure("海州市人代会\n\n市长提出今年渔业工作的重点：进一步修复岸线；建设渔港；加强休渔管理。\n")
    assert [claim.types for claim in read_claims(document, ())] == [("commitment",)] * 3
    document = read_structure("海州市渔业工作综述\n\n去年明确了工作重点；建设了渔港；加强了休渔管理。\n")
    assert [claim.types for claim in read_claims(document, ())] == [("achievement",)] * 3


def test_a_heading_that_names_success_and_problems_is_no_part_on_problems() -> None:
    """取得大进展，也存在问题 and 机遇与挑战 admit nothing by themselves."""
    document = read_structure(
        "政府工作报告\n\n一、1988年渔业取得较大进展，也存在一些问题\n\n水产品总量比上年增长6%。\n\n"
        "二、面临的机遇与挑战\n\n形势正在变化。\n\n三、面临的困难和挑战\n\n资金筹措。\n"
    )
    assert [section.role == "problems" for section in document.sections] == [False, False, True]


def test_the_setting_of_a_plan_sets_no_task_and_its_betterment_does() -> None:
    """发展环境 under the first part of a plan tells where it stands; 优化发展环境 orders."""
    document = read_structure(
        "甲县“十三五”规划\n\n一、推动绿色发展\n\n（一）发展环境\n\n渔业兴旺。\n\n（二）优化发展环境\n\n做好服务。\n"
    )
    assert [section.role for section in document.sections] == ["tasks", "other", "tasks"]


def test_words_on_an_earlier_plan_under_a_heading_make_it_one_of_results() -> None:
    """“十三五”期间… in the next plan is an account with its figures, unless it turns to what is planned."""
    account = "“十三五”期间，甲县建成渔港3座。\n\n鱼获年均增长4%。\n"
    plan = "甲县第十四个五年规划纲要\n\n第一节 迈上台阶\n\n{}\n第二节 建设渔港\n\n新建渔港5座。\n"
    document = read_structure(plan.format(account))
    assert [section.role for section in document.sections] == ["results", "tasks"]
    assert [metric.role for metric in read_metrics(document)] == ["actual", "actual", "target"]
    mixed = "“十三五”期间，甲县渔业稳步发展。鱼获年均增长4%。要坚持向海图强。\n"
    document = read_structure(plan.format(mixed))
    assert [(metric.value, metric.role) for metric in read_metrics(document)] == [(4, "actual"), (5, "target")]
    document = read_structure(plan.format(f"{account}\n到2025年，建成渔港8座。\n"))
    assert [section.role for section in document.sections] == ["tasks", "tasks"]
