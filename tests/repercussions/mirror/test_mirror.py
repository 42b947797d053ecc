"""Gaps between the reports of exporter and importer. All figures here are made."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.errors import FaultyInput
from foedus.repercussions.mirror import by_others, gap_bounds, mirror_of, rarity
from foedus.sources.trade_reports import TradeReports, trade_reports

PLAIN = "exporter,importer,period,product,by_exporter,by_importer\n"
COMTRADE = (
    "typeCode,freqCode,refYear,period,reporterCode,reporterISO,reporterDesc,flowCode,flowDesc,"
    "partnerISO,partner2Code,cmdCode,cmdDesc,customsCode,motCode,cifvalue,fobvalue,primaryValue\n"
)


def reports(folder: Path, text: str, encoding: str = "utf-8") -> TradeReports:
    path = folder / "trade.csv"
    path.write_text(text, encoding=encoding)
    return trade_reports(path)


def comtrade(reporter: str, flow: str, partner: str, value: str, mode: str = "0") -> str:
    return (
        f"C,A,2023,2023,1,{reporter},Türkiye,{flow},,{partner},0,8542,chips,C00,{mode},,,{value}\n"
    )


@settings(max_examples=50, deadline=None)
@given(st.floats(0, 1e9), st.floats(0, 1e9), st.floats(0, 0.5), st.floats(0, 0.5))
def test_the_gap_holds_for_every_margin_within(m: float, x: float, one: float, two: float) -> None:
    margin = (min(one, two), max(one, two))
    low, high = gap_bounds(np.array([m]), np.array([x]), margin)
    middle = m - x * (1 + sum(margin) / 2)
    assert low[0] - 1e-6 <= middle <= high[0] + 1e-6


def test_freight_alone_is_no_gap(tmp_path: Path) -> None:
    found = mirror_of(reports(tmp_path, PLAIN + "DEU,KGZ,2023,,100,108\nDEU,RUS,2023,,100,103\n"))
    assert [one.direction for one in found.gaps] == ["short", "balanced"]
    assert found.gaps[0].low == pytest.approx(-7)
    assert found.gaps[0].high == pytest.approx(-3)


def test_no_report_is_not_a_report_of_nothing(tmp_path: Path) -> None:
    found = mirror_of(reports(tmp_path, PLAIN + "RUS,PRK,2023,,40,\nCHN,PRK,2023,,0,5\n"))
    by_pair = {(one.flow.exporter, one.flow.importer): one for one in found.gaps}
    assert by_pair["RUS", "PRK"].direction == "unknown"
    assert by_pair["RUS", "PRK"].low is None
    assert by_pair["CHN", "PRK"].direction == "over"
    assert by_pair["CHN", "PRK"].ratio is None
    assert found.both == 1


def test_goods_by_way_of_others_are_told_as_what_they_may_explain(tmp_path: Path) -> None:
    rows = "DEU,KGZ,2023,87,100,10\nDEU,RUS,2023,87,50,130\nFRA,KGZ,2023,87,100,0\n"
    found = {
        (one.flow.exporter, one.flow.importer): one
        for one in mirror_of(reports(tmp_path, PLAIN + rows)).gaps
    }
    # Kyrgyzstan lacks up to 100 of what Germany sent; Russia has 75 to 77 more: all of it may be.
    over = found["DEU", "RUS"]
    assert over.by_others == pytest.approx(over.high)
    # France has no other flow that could have taken what did not arrive.
    assert found["FRA", "KGZ"].by_others == 0


def test_a_gap_is_rare_only_beside_enough_others() -> None:
    sent = np.full(40, 100.0)
    received = np.linspace(100, 120, 40)
    received[7] = 400
    assert rarity(received, sent)[7] == pytest.approx(1 / 40)
    assert rarity(received, sent).max() == 1
    assert np.isnan(rarity(received[:19], sent[:19])).all()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.floats(-50, 50), st.floats(0, 9)), max_size=12))
def test_others_never_explain_more_than_the_gap(rows: list[tuple[int, float, float]]) -> None:
    group = np.array([one for one, _, _ in rows], dtype=np.int64)
    low = np.array([low for _, low, _ in rows])
    high = low + np.array([width for _, _, width in rows])
    found = by_others(group, low, high)
    assert np.all(found >= 0)
    assert np.all(found <= np.maximum(np.abs(low), np.abs(high)) + 1e-9)


def test_comtrade_is_read_as_it_is_downloaded(tmp_path: Path) -> None:
    text = (
        COMTRADE
        + comtrade("DEU", "X", "KGZ", "100")
        + comtrade("KGZ", "M", "DEU", "20")
        + comtrade("DEU", "RX", "KGZ", "7")
        + comtrade("DEU", "X", "KGZ", "60", mode="2100")
        + comtrade("DEU", "X", "W00", "999")
    )
    found = reports(tmp_path, text, "latin-1")
    (flow,) = found.flows
    assert (flow.exporter, flow.importer, flow.product) == ("DEU", "KGZ", "8542")
    assert (flow.by_exporter, flow.by_importer, flow.reexported) == (100, 20, 7)
    assert (found.form, found.left_out) == ("UN Comtrade", 2)


def test_the_older_download_is_read_too(tmp_path: Path) -> None:
    text = (
        "Year,Trade Flow,Reporter,Reporter ISO,Partner,Partner ISO,Commodity Code,"
        "Trade Value (US$)\n2019,Import,China,CHN,Russia,RUS,TOTAL,12\n"
        "2019,Export,Russia,RUS,China,CHN,TOTAL,10\n"
    )
    (flow,) = reports(tmp_path, text).flows
    assert (flow.exporter, flow.by_exporter, flow.by_importer) == ("RUS", 10, 12)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a,b\n1,2\n", "columns of a known form"),
        (PLAIN, "no flow"),
        (PLAIN + "RUS,PRK,2023,,-4,1\n", "no value"),
        (PLAIN + "RUS,PRK,2023,,4,1\nRUS,PRK,2023,,4,1\n", "told twice"),
        (PLAIN + 'RUS,"PRK,2023\n', "no CSV"),
    ],
)
def test_a_table_that_is_none_is_refused(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(FaultyInput, match=words):
        reports(tmp_path, text)


def test_a_margin_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="margin"):
        mirror_of(reports(tmp_path, PLAIN + "RUS,PRK,2023,,4,1\n"), (0.2, 0.1))
