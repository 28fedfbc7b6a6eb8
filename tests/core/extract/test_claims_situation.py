"""Trouble met while planning, courage without deeds, and places among others that are still to be reached."""

from __future__ import annotations

import pytest

from tests.core.extract.readings import PLANS, RESULTS, types_of

ADMITS = RESULTS.replace("{}", "我们也清醒地看到，还存在不少困难和问题。{}")


@pytest.mark.parametrize(
    ("frame", "words", "types"),
    [
        (PLANS, "今年外贸形势依然严峻，不确定因素增多。", {"problem"}),
        (PLANS, "加快开拓市场，积极应对依然严峻的外贸形势。", {"commitment"}),
        (RESULTS, "一场冰雹给果农的利益造成了严重损害，产业遭受重创。", {"problem"}),
        (RESULTS, "积极帮助遭受重创的果农恢复生产。", {"achievement"}),
        (ADMITS, "这些问题的存在，影响了群众生活，我们一定要通过不懈努力，加快解决。", {"problem", "commitment"}),
        (ADMITS, "这些问题，我们一定要下大力气加快解决。", {"commitment"}),
        (ADMITS, "对这些矛盾和问题，必须采取措施逐个解决。", {"commitment"}),
        (ADMITS, "对于存在的问题，我们一定认真加以解决。", {"commitment"}),
        (PLANS, "外部环境仍然比较复杂。", {"problem"}),
        (PLANS, "加强仍然比较复杂地段的交通疏导。", {"commitment"}),
        (RESULTS, "龙头企业春节后未能复工，指标完成有较大差距。", {"problem"}),
        (RESULTS, "着力缩小与先进县的差距。", {"achievement"}),
    ],
)
def test_trouble_is_admitted_in_a_plan_too(frame: str, words: str, types: set[str]) -> None:
    """A state of things told as bad admits; one that is met, mended or answered does not."""
    assert types_of(frame, words) == types


@pytest.mark.parametrize(
    ("words", "types"),
    [
        ("尽管困难很多，我们对完成今年的工作充满信心。", {"rhetoric"}),
        ("我市经济的基本面并未改变。", {"rhetoric"}),
        ("转型往往蕴涵着新机遇，如果我们迎头赶上，就能赢得主动。", {"rhetoric"}),
        ("全县干部群众的思想更加统一，干劲更加充足。", {"rhetoric"}),
        ("这些目标力求兼顾当前和长远。", {"rhetoric"}),
        ("今年工作的目标和任务都已明确。", {"rhetoric"}),
        ("加快富民强县步伐，最根本的要靠改革。", {"rhetoric"}),
        ("必须增强忧患意识，做好应对各种困难的准备。", {"rhetoric"}),
        ("市场继续回暖，出口订单增多，这些都是我们扩大开放的有利条件。", {"rhetoric"}),
        ("总的看，外部环境对我县扩大开放十分有利。", {"rhetoric"}),
        ("中央继续实施稳健的财政政策。", {"rhetoric"}),
        ("山区政策的支持力度有增无减。", {"rhetoric"}),
        ("进入新阶段，我们信心满怀。", {"rhetoric"}),
        ("完成今年的各项任务，需要全县上下振奋精神、共同努力。", {"rhetoric"}),
        ("做好今年的工作，最根本的是坚持科学发展。", {"rhetoric"}),
        ("老区人民不等不靠的拼搏精神，是我们加快发展的宝贵财富。", {"rhetoric"}),
        ("不断提高政治站位。", {"rhetoric"}),
        ("乡亲们的信任，是我们干好工作的不竭动力。", {"rhetoric"}),
        ("牢固树立正确政绩观，以久久为功的态度，慎重用权、慎重交友。", {"rhetoric"}),
        ("自觉拉高工作标杆，勇于攻坚，敢于破题，争创一流。", {"rhetoric"}),
        ("拉高渔船报废的补贴标准，敢于破题。", {"commitment"}),
        ("践行“实干为先”，着力抓重点、破难点、出亮点。", {"rhetoric"}),
        ("以“不出事”为底线，在履职尽责中守规矩、拒腐蚀。", {"rhetoric"}),
        ("大兴学习之风，更新思想观念，增强履职本领。", {"rhetoric"}),
        ("大兴学习之风，每月举办一期干部夜校。", {"commitment"}),
        ("始终把政治建设摆在首位，自觉与党中央保持高度一致。", {"rhetoric"}),
        ("把纪律挺在前面，查处一批典型案件。", {"commitment"}),
        ("坚定做政策的执行者、改革的实干家。", {"rhetoric"}),
        ("倡导邻里互助，让乡风更加淳朴。", {"rhetoric"}),
        ("倡导由财政出资购买护林岗位。", {"commitment"}),
        ("围绕上述任务，我们将着力抓好以下工作。", {"rhetoric"}),
        ("我们将着力抓好渔港建设工作。", {"commitment"}),
        ("要坚持自力更生、艰苦创业，充分发挥渔民群众的首创精神。", {"rhetoric"}),
        ("市委的坚强领导，为我们推动渔业转型提供根本保证。", {"rhetoric"}),
        ("今年是渔业的转型之年、攻坚之年、收获之年。", {"rhetoric"}),
        ("增强发展的内生动力。", {"commitment"}),
        ("我们面临难得的机遇，也面临严峻的挑战。", {"rhetoric"}),
        ("我县面临严峻的挑战。", {"problem"}),
        ("必须增强紧迫感，自加压力，以更大的勇气开创青川更加美好的明天！", {"rhetoric"}),
        ("以更大的力度推动电网改造。", {"commitment"}),
        ("今后五年至关紧要。", {"rhetoric"}),
        ("落实中央继续实施的稳健财政政策。", {"commitment"}),
        ("中央财政资金重点支持水毁道路修复。", {"commitment"}),
        ("完成今年的造林任务，需要落实苗木和用地。", {"target"}),
        ("做好防汛物资准备。", {"commitment"}),
        ("如果企业欠薪，就列入黑名单并公开曝光。", {"commitment"}),
        ("健全企业信用档案，增强消费者信心。", {"commitment"}),
        ("建立思路更加清晰、目标更加明确的考核办法。", {"commitment"}),
    ],
)
def test_courage_and_conditions_promise_nothing(words: str, types: set[str]) -> None:
    """How minds stand and what things are for is nobody's deed; an order is, whatever it is to strengthen."""
    assert types_of(PLANS, words) == types


@pytest.mark.parametrize(
    ("frame", "words", "types"),
    [
        (RESULTS, "高铁通车里程突破2000公里，成为全国第6个市市通高铁的省份。", {"achievement", "ranking"}),
        (PLANS, "县城扩容工作要走在全省前面。", {"ranking", "target"}),
        (PLANS, "县城扩容工作要想在前面。", {"commitment"}),
        (PLANS, "扩大学位供给，城关镇率先普及高中教育。", {"commitment", "ranking", "target"}),
        (PLANS, "党员干部要率先垂范。", {"commitment"}),
        (PLANS, "争取陶瓷、木业等行业年内有过半企业完成改造。", {"commitment", "target"}),
        (PLANS, "争取上级支持完成改造的企业。", {"commitment"}),
        (PLANS, "力争县域综合实力进入全省前十强。", {"ranking", "target"}),
        (PLANS, "村小全部达到规范化标准。", {"target"}),
        (PLANS, "制定规范化标准。", {"commitment"}),
        (PLANS, "服务业比上年明显加快。", {"target"}),
        (PLANS, "加快服务业发展。", {"commitment"}),
        (PLANS, "支持企业做大做强。", {"commitment"}),
        (PLANS, "安置小区实现首批居民入住。", {"target"}),
        (PLANS, "开展居民入住登记。", {"commitment"}),
        (PLANS, "保持零就业家庭动态为零。", {"target"}),
        (PLANS, "临港经济区建成深水航道。", {"target"}),
        (PLANS, "做好临港经济区建成后的管理。", {"commitment"}),
        (RESULTS, "2022年，是实施“十四五”规划第二年。", {"rhetoric"}),
        (RESULTS, "我们永远铭记，医护人员日夜坚守的身影。", {"rhetoric"}),
        (RESULTS, "在县委领导下，全县上下心往一处想，这是我们战胜困难的最坚强保证！", {"attribution"}),
        (RESULTS, "去年的成绩实属不易、令人鼓舞。", {"rhetoric"}),
        (RESULTS, "国家制定了库区发展规划，库区迎来新的机遇。", {"achievement"}),
        (RESULTS, "过去一年，取得的每一个成就、每一处变化，都是全县人民团结奋斗的结果。", {"attribution"}),
    ],
)
def test_a_place_to_be_reached_is_an_aim(frame: str, words: str, types: set[str]) -> None:
    assert types_of(frame, words) == types


@pytest.mark.parametrize(
    ("frame", "words", "types"),
    [
        (PLANS, "刚刚闭幕的县党代会，提出了今后的奋斗目标。", {"achievement"}),
        (PLANS, "继续在产业帮扶上下功夫，确保5个安置点群众稳得住。", {"target", "commitment"}),
        (PLANS, "2026年底全县实现脱贫摘帽。", {"target"}),
        (PLANS, "综合实力迈入全省20强。", {"target", "ranking"}),
        (PLANS, "为提高透明度，制定本要点。", {"rhetoric"}),
        (PLANS, "该规划主要阐明县委意图，是编制年度计划的重要依据。", {"rhetoric"}),
        (RESULTS, "主体已经完工，预计11月初分批交付使用。", {"achievement", "target"}),
        (RESULTS, "计划得到了较好执行。", {"achievement"}),
        (RESULTS, "代表们步入会场，将在会议期间审议报告。", {"achievement"}),
        (RESULTS, "会场灯火辉煌，国徽高悬。", {"rhetoric"}),
        (RESULTS, "园区规划已经初步完成，明年争创特色小镇。", {"achievement", "commitment"}),
        (RESULTS, "72名代表和44名列席人员出席会议。", {"achievement"}),
        (RESULTS, "在率先科学发展的道路上迈出坚实步伐。", {"achievement"}),
        (PLANS, "我们要在新起点上开启现代化建设新征程。", {"rhetoric"}),
        (RESULTS, "全县牢记嘱托，社会事业取得长足发展，奋力开辟了新境界。", {"achievement"}),
        (PLANS, "“十四五”时期，是发展的关键时期，为办好教育，依据《工作方案》，制定本规划。", {"rhetoric"}),
        (PLANS, "下面我将上半年工作情况作一简要汇报。", {"rhetoric"}),
        (PLANS, "《责任分解》和《项目分解》已经县政府同意，现印发给你们，请认真执行。", {"rhetoric"}),
        (RESULTS, "现将李明县长在会上所作的《护渔报告》印发给你们，请认真贯彻落实。", {"rhetoric"}),
        (RESULTS, "将护渔奖金发给你们村的渔民，鱼汛期平安度过。", {"achievement"}),
        (PLANS, "《行动计划》已经2023年10月13日县政府第20次常务会议研究通过，现印发给你们。", {"rhetoric"}),
        (RESULTS, "这次县委全委（扩大）会暨全县经济工作会议，主要任务是：贯彻会议精神。", {"rhetoric"}),
        (RESULTS, "从评估看，目标任务总体进展情况良好，值得肯定。", {"achievement"}),
        (PLANS, "对标“两个先行”、奋进“两个率先”，加快打造中心城市。", {"commitment"}),
        (PLANS, "对进度滞后的事项，要强化督促指导。", {"commitment"}),
        (PLANS, "2023年，我镇将坚持把产业振兴作为重中之重。", {"commitment"}),
        (RESULTS, "硬化工程已全面启动，年底前能基本完成。", {"achievement", "target"}),
        (RESULTS, "《报告》全文15000多字，共分三个部分。", {"rhetoric"}),
        (RESULTS, "第一部分是去年工作回顾，第二部分是今年重点工作。", {"rhetoric"}),
        (RESULTS, "下面，我根据县委的意见，讲两个方面的问题。", {"rhetoric"}),
        (RESULTS, "出口额增长6.6%，实现十六连冠。", {"achievement", "ranking"}),
        (RESULTS, "报告分为三部分：工作回顾、主要任务、自身建设。", {"rhetoric"}),
        (RESULTS, "“十三五”时期是我县教育改革取得显著成效的五年。", {"achievement"}),
        (RESULTS, "但同时也要看到，经济总量小；产业层次不高，规上企业仅68家；城镇化率低。", {"problem"}),
        (RESULTS, "财政收支矛盾突出，全年财力缺口12亿元。", {"problem"}),
        (RESULTS, "面对需求不足，全年新增就业1.2万人。", {"achievement"}),
        (PLANS, "我们要发扬斗争精神，敢于碰硬、勇于攻坚。", {"rhetoric"}),
        (PLANS, "发扬钉钉子精神，抓好80个项目建设。", {"commitment"}),
        (RESULTS, "剩余2个项目计划于2023年6月底前完成。", {"target"}),
        (RESULTS, "全市最低工资标准由1620元提高到1780元。", {"achievement"}),
        (RESULTS, "全县围绕建成小康社会的目标，牢牢守住发展和生态两条底线。", {"achievement"}),
    ],
)
def test_what_a_text_tells_beside_its_plan(frame: str, words: str, types: set[str]) -> None:
    """A meeting that is over, a date at the head of a clause, a document that tells what it is for."""
    assert types_of(frame, words) == types


@pytest.mark.parametrize(
    ("frame", "words", "types"),
    [
        (RESULTS, "果品加工虽然起步较早，但尚未形成品牌。", {"problem"}),
        (RESULTS, "渔港改造明显滞后。", {"problem"}),
        (RESULTS, "民宿经营缺乏资金支撑，返乡青年就业困难。", {"problem"}),
        (RESULTS, "渠系年久失修，用水矛盾日趋突出。", {"problem"}),
        (RESULTS, "物流成本居高不下。", {"problem"}),
        (RESULTS, "灾后旅游恢复较慢，商户负担较重。", {"problem"}),
        (PLANS, "加快解决渠系年久失修问题。", {"commitment"}),
        (PLANS, "今年的任务十分繁重，我们必须加快改造渠系。", {"commitment"}),
        (RESULTS, "扭转了渔港改造滞后的局面。", {"achievement"}),
        (RESULTS, "水果减产的主要原因是花期遭遇霜冻。", {"attribution"}),
        (RESULTS, "因价格回落，渔民出海减少。", {"achievement", "attribution"}),
        (RESULTS, "因地制宜发展果园。", {"achievement"}),
        (RESULTS, "人均收入在全盟领先。", {"achievement", "ranking"}),
        (RESULTS, "实践证明，只有坚持改革，才能实现更好的发展。", {"rhetoric"}),
        (RESULTS, "实践教学实现了新的发展。", {"achievement"}),
        (PLANS, "面对新的征程，我们既要坚定信心，又要保持清醒。", {"rhetoric"}),
    ],
)
def test_shortcomings_reasons_and_lessons_in_plain_words(frame: str, words: str, types: set[str]) -> None:
    """滞后, 失修 and 缺乏…支撑 admit; the same words within an order, or of what was overcome, do not."""
    assert types_of(frame, words) == types


@pytest.mark.parametrize(
    ("words", "types"),
    [
        ("一年来，为加快发展，我们突出抓了以下几个方面的工作。", {"rhetoric"}),
        ("重点抓了以下五个方面工作：", {"rhetoric"}),
        ("重点抓了五个产业园区的建设。", {"achievement"}),
    ],
)
def test_a_sentence_that_only_says_how_many_works_follow(words: str, types: set[str]) -> None:
    """What was done stands behind it."""
    assert types_of(RESULTS, words) == types
