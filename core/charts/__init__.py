"""What each chart shows, as frozen data: the window paints it with pyqtgraph, the review PDF as SVG."""

from core.charts.figures import (
    AmountGroup,
    AmountsChart,
    FigureRow,
    GrowthChart,
    RatesChart,
    amounts_chart,
    growth_chart,
    rates_chart,
)
from core.charts.review import (
    CoverageChart,
    CoverageRow,
    EvidenceChart,
    EvidenceRow,
    VerdictChart,
    VerdictShare,
    coverage_chart,
    evidence_chart,
    verdict_chart,
)
from core.charts.targets import Bullet, TargetChart, target_chart
from core.charts.words import amount_text, closed_up, label_break, rank_label, with_basis

__all__ = [
    "AmountGroup",
    "AmountsChart",
    "Bullet",
    "CoverageChart",
    "CoverageRow",
    "EvidenceChart",
    "EvidenceRow",
    "FigureRow",
    "GrowthChart",
    "RatesChart",
    "TargetChart",
    "VerdictChart",
    "VerdictShare",
    "amount_text",
    "amounts_chart",
    "closed_up",
    "coverage_chart",
    "evidence_chart",
    "growth_chart",
    "label_break",
    "rank_label",
    "rates_chart",
    "target_chart",
    "verdict_chart",
    "with_basis",
]
