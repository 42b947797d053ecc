"""How tense it is between two actors, and how often an incident led to the next rung."""

from foedus.repercussions.escalation.at_risk import HORIZONS, pairs_at_risk
from foedus.repercussions.escalation.case_record import CaseRecord, case_record
from foedus.repercussions.escalation.disputes import Disputes, disputes_held
from foedus.repercussions.escalation.escalation import Escalation, escalation_of
from foedus.repercussions.escalation.event_risk import event_months_at_risk
from foedus.repercussions.escalation.risk_periods import RiskPeriods, risk_periods

__all__ = [
    "HORIZONS",
    "CaseRecord",
    "Disputes",
    "Escalation",
    "RiskPeriods",
    "case_record",
    "disputes_held",
    "escalation_of",
    "event_months_at_risk",
    "pairs_at_risk",
    "risk_periods",
]
