"""Servers that fail, refuse, flood or pry: what was read until then stays, and nothing leaks."""

import datetime as dt
import gzip
import json
import logging
import socket
import time
from dataclasses import replace
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest

from foedus.errors import UnreachableModel
from foedus.reading.second import (
    KEY_VARIABLE,
    Budget,
    Endpoint,
    SecondReading,
    endpoint_at,
    second_reading,
)
from foedus.reading.second.conversation import PATIENCE
from tests.reading.second.documents import document
from tests.reading.second.model_server import (
    Handler,
    Model,
    about,
    claim,
    completion,
    says,
    says_words,
    sends,
    serving,
)

SENT = "Poland sent tanks to Ukraine"
TEXT = f"{SENT}."
# Every paragraph is a stretch of its own, as the note between them parts them.
PARTED = "Poland sent tanks.\n\n1. A note.\n\nBelarus protested.\n\n2. A note.\n\nVilnius paid."
KINDS = ("paragraph", "note") * 2 + ("paragraph",)
HASTE = replace(PATIENCE, pause=0.01, longest_pause=5.0, silence=5.0, attempts=3)
KEY = "sk-this-is-the-secret"


def read(model: Model, text: str = TEXT, **settings: Any) -> SecondReading:
    kinds = KINDS if text is PARTED else ()
    told = {"patience": HASTE, **settings}
    return second_reading(document(text, kinds=kinds), endpoint_at(model.base, "test"), **told)


def quotes(second: SecondReading) -> list[str]:
    return [one.passage.quote for one in second.assertions]


# --- a server that fails for a while --------------------------------------------------------------


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504, 408])
def test_a_server_that_was_busy_is_asked_again(model: Model, status: int) -> None:
    model.will(sends(status), says(claim(SENT)))
    second = read(model)
    assert quotes(second) == [SENT]
    assert (second.requests, second.stopped_because) == (2, None)


def test_a_server_says_how_long_to_wait(model: Model) -> None:
    model.will(sends(429, Retry_After="1"), says(claim(SENT)))
    began = time.monotonic()
    assert quotes(read(model)) == [SENT]
    assert time.monotonic() - began >= 1.0


def test_a_server_may_name_the_moment_in_words(model: Model) -> None:
    later = format_datetime(dt.datetime.now(dt.UTC) + dt.timedelta(hours=2), usegmt=True)
    model.will(sends(503, Retry_After=later))
    began = time.monotonic()
    second = read(model)
    assert time.monotonic() - began < 3
    assert second.requests == 1
    assert "503 Service Unavailable and asks to wait 7," in (second.stopped_because or "")


@pytest.mark.parametrize("nonsense", ["soon", "-5", "1e9", "٣", "", "Mon, 99 Foo 2024"])
def test_a_wait_nobody_understands_is_our_own(model: Model, nonsense: str) -> None:
    header = nonsense.encode().decode("latin-1")
    model.will(sends(429, Retry_After=header), says(claim(SENT)))
    assert quotes(read(model)) == [SENT]


def test_a_server_that_stays_down_ends_the_reading_with_what_is_done(model: Model) -> None:
    model.will(says(claim("Poland sent tanks")), sends(503))
    second = read(model, PARTED)
    assert quotes(second) == ["Poland sent tanks"]
    assert second.stopped_because == "the server answered 503 Service Unavailable, 3 times in a row"
    assert second.failed
    assert len(second.unread) == 2
    assert second.requests == 4


def test_a_server_that_is_slow_is_not_waited_for_without_end(model: Model) -> None:
    def slow(handler: Handler, _body: object) -> None:
        time.sleep(1.0)
        handler.give(200, completion("{}"))

    model.will(slow)
    second = read(model, patience=replace(HASTE, silence=0.2, attempts=2))
    assert second.stopped_because == "the server did not answer in time, 2 times in a row"


def test_an_answer_that_drips_is_not_waited_for_without_end(model: Model) -> None:
    def drips(handler: Handler, _body: object) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000000")
        handler.end_headers()
        for _ in range(100):
            handler.wfile.write(b" ")
            time.sleep(0.05)

    model.will(drips)
    began = time.monotonic()
    second = read(model, patience=replace(HASTE, whole=0.3, attempts=1))
    assert time.monotonic() - began < 3
    assert "its answer was not whole after" in (second.stopped_because or "")


def test_a_broken_connection_is_tried_again(model: Model) -> None:
    def breaks(handler: Handler, _body: object) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "5000")
        handler.end_headers()
        handler.wfile.write(b"half of it")
        handler.close_connection = True

    model.will(breaks, says(claim(SENT)))
    assert quotes(read(model)) == [SENT]


def test_where_nobody_listens_nothing_is_read() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        base = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
        second = second_reading(document(TEXT), endpoint_at(base, "test"), patience=HASTE)
    assert second.assertions == ()
    assert second.stopped_because == "no connection to the server, 3 times in a row"


# --- a server that answers with something else ----------------------------------------------------


@pytest.mark.parametrize(
    "unusable",
    [
        says_words("I am sorry, I cannot help with that."),
        says_words("```json\n{}\n```"),
        says_words('["assertions"]'),
        says_words('{"assertions": {"quote": "Poland"}}'),
        says_words('{"assertions": [NaN]}'),
        says_words('{"assertions": ' + "[" * 100_000),
        says_words('{"assertions": [' + "9" * 5000 + "]}"),
        sends(200, b"\xff\xfe not JSON"),
        sends(200, b""),
        sends(200, b'{"choices": []}'),
        sends(200, b'{"choices": [{"message": {"content": null}}]}'),
        sends(200, b'[{"message": "no completion"}]'),
        sends(200, b'data: {"choices": []}\n\ndata: [DONE]\n\n', Content_Type="text/event-stream"),
        sends(200, gzip.compress(completion("{}")), Content_Encoding="gzip"),
        lambda h, _b: h.give(200, completion('{"assertions": []}', finish_reason="length")),
    ],
)
def test_an_answer_that_is_no_reading_leaves_its_stretch_unread(
    model: Model, unusable: Any, tmp_path: Path
) -> None:
    model.will(unusable, unusable, says(claim("Belarus protested")), says(claim("Vilnius paid")))
    second = read(model, PARTED, answers=tmp_path)
    assert quotes(second) == ["Belarus protested", "Vilnius paid"]
    assert [PARTED[start:end] for start, end in second.unread] == ["Poland sent tanks."]
    assert second.stopped_because is None
    assert len(list(tmp_path.iterdir())) == 2


def test_a_server_that_never_reads_is_left_alone(model: Model) -> None:
    model.will(says_words("no"))
    text = "\n\n".join(f"Poland paid {n}.\n\n{n}. Note." for n in range(1, 9))
    reading = document(text, kinds=("paragraph", "note") * 8)
    second = second_reading(reading, endpoint_at(model.base, "test"), patience=HASTE)
    assert second.requests == 6
    assert second.stopped_because == "its answer is no JSON, for 3 stretches in a row"
    assert (second.stretches, len(second.unread)) == (8, 8)


def test_an_answer_without_end_is_read_to_its_limit_only(model: Model) -> None:
    sent: list[int] = []

    def floods(handler: Handler, _body: object) -> None:
        handler.send_response(200)
        handler.end_headers()
        piece = b"[" * 65536
        for _ in range(4000):
            handler.wfile.write(piece)
            sent.append(len(piece))

    model.will(floods, floods, says(claim("Belarus protested")), says(claim("Vilnius paid")))
    second = read(model, PARTED)
    assert quotes(second) == ["Belarus protested", "Vilnius paid"]
    assert sum(sent) < 100_000_000


def test_more_claims_than_a_page_can_hold_are_counted(model: Model) -> None:
    model.will(says(*[claim(SENT)] * 500))
    second = read(model)
    assert quotes(second) == [SENT]
    assert second.dropped == {"more assertions than a page can hold": 300}


# --- what is asked --------------------------------------------------------------------------------


def test_the_question_has_a_closed_schema_and_asks_for_no_stream(model: Model) -> None:
    model.will(says())
    read(model)
    (body,) = model.asked
    assert model.paths == ["/v1/chat/completions"]
    assert (body["stream"], body["model"], body["temperature"]) == (False, "test", 0)
    form = body["response_format"]
    assert (form["type"], form["json_schema"]["strict"]) == ("json_schema", True)
    schema = form["json_schema"]["schema"]["properties"]["assertions"]["items"]
    assert schema["additionalProperties"] is False
    assert schema["properties"]["initiator"]["items"]["enum"] == ["POL", "UKR"]


def test_a_server_that_knows_no_schema_is_asked_more_plainly(model: Model) -> None:
    def strict(handler: Handler, body: dict[str, Any]) -> None:
        if "response_format" in body or "temperature" in body:
            handler.give(400, b'{"error": {"message": "unknown field"}}')
        else:
            handler.give(200, completion(json.dumps({"assertions": []})))

    model.will(strict)
    second = read(model, PARTED)
    assert (second.stopped_because, second.unread) == (None, ())
    assert second.requests == 6


@pytest.mark.parametrize("status", [400, 401, 403, 404])
def test_a_refusal_ends_the_reading_and_says_why(model: Model, status: int) -> None:
    model.will(sends(status, b'{"error": {"message": "No such\\u001b[31m model."}}'))
    second = read(model)
    assert second.failed
    assert second.stopped_because is not None
    assert second.stopped_because.endswith(": No such [31m model.")


def test_one_text_that_the_server_will_not_have_leaves_the_others(model: Model) -> None:
    refused = sends(400, b'{"error": "filtered"}')
    model.will(says(claim("Poland sent tanks")), refused, refused, says(claim("Vilnius paid")))
    second = read(model, PARTED)
    assert quotes(second) == ["Poland sent tanks", "Vilnius paid"]
    assert len(second.unread) == 1


def test_a_document_that_names_nobody_is_not_sent(model: Model) -> None:
    model.will(says())
    second = second_reading(document("Nobody came.", names={}), endpoint_at(model.base, "test"))
    assert (second.requests, second.stretches, model.asked) == (0, 0, [])


def test_without_an_endpoint_nothing_is_sent(tmp_path: Path) -> None:
    second = second_reading(document(TEXT), Endpoint("test"), answers=tmp_path)
    assert (second.requests, len(second.unread), second.failed) == (0, 1, False)
    assert second.stopped_because == "no endpoint was given, so nothing was asked"


# --- redirections and the key ---------------------------------------------------------------------


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirection_is_followed(
    model: Model, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(KEY_VARIABLE, KEY)
    with serving() as other:
        other.will(says(claim(SENT)))
        for target in (f"{other.base}/chat/completions", f"{model.base}/else", "//elsewhere", ""):
            model.will(sends(status, Location=target))
            second = read(model)
            assert second.assertions == ()
            assert "sends on to another address" in (second.stopped_because or "")
        assert other.asked == []


def test_the_key_comes_from_the_environment_and_goes_to_the_server_only(
    model: Model,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setenv(KEY_VARIABLE, KEY)
    caplog.set_level(logging.DEBUG)
    echo = sends(401, json.dumps({"error": {"message": f"{KEY} is no key"}}).encode())
    model.will(says(claim("Poland sent tanks")), says_words(KEY), says_words(KEY), echo)
    second = read(model, PARTED, answers=tmp_path)
    assert {headers["authorization"] for headers in model.headers} == {f"Bearer {KEY}"}
    assert second.stopped_because == "the server answered 401 Unauthorized: … is no key"
    kept = "".join(path.read_text() for path in tmp_path.iterdir())
    assert KEY not in repr(second) + repr(endpoint_at(model.base, "test")) + caplog.text + kept


def test_an_answer_that_repeats_the_key_is_not_kept(
    model: Model, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(KEY_VARIABLE, KEY)
    model.will(says_words('{"assertions": [], "header": "Bearer ' + KEY + '"}'))
    read(model, answers=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_without_a_key_no_other_password_of_the_user_is_sent(
    model: Model, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password mine\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    model.will(says())
    read(model)
    assert "authorization" not in model.headers[0]


def test_what_is_asked_of_this_machine_goes_through_no_proxy(
    model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving() as proxy:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.base.removesuffix("/v1"))
        for name in ("NO_PROXY", "no_proxy"):
            monkeypatch.delenv(name, raising=False)
        model.will(says(claim(SENT)))
        assert quotes(read(model)) == [SENT]
        assert proxy.asked == []


@pytest.mark.parametrize(
    "base",
    [
        "ftp://example.org/v1",
        "example.org/v1",
        "file:///etc/passwd",
        "http://",
        "http://[",
        "http://example.org:99999/v1",
        "https://user:secret@example.org/v1",
        "https://example.org/v1?key=secret",
        "https://example.org/v1\n",
    ],
)
def test_an_address_that_cannot_be_asked_is_said_at_once(base: str) -> None:
    with pytest.raises(UnreachableModel) as error:
        endpoint_at(base, "test")
    assert "secret" not in str(error.value)


@pytest.mark.parametrize("key", ["two words", "line\nbreak", "clé"])
def test_a_key_that_is_none_is_never_repeated(monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    monkeypatch.setenv(KEY_VARIABLE, key)
    with pytest.raises(UnreachableModel) as error:
        endpoint_at("https://example.org/v1", "test")
    assert key not in str(error.value)


def test_a_key_does_not_travel_in_the_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY_VARIABLE, KEY)
    with pytest.raises(UnreachableModel, match="in the open"):
        endpoint_at("http://example.org/v1", "test")
    assert endpoint_at("http://localhost:8080/v1", "test").key == KEY
    assert endpoint_at("https://example.org/v1", "test").key == KEY
    monkeypatch.delenv(KEY_VARIABLE)
    assert endpoint_at("http://example.org/v1", "test").key is None


@pytest.mark.parametrize("name", ["", " ", "a\nb", "x" * 201, "\x1b[31m"])
def test_a_model_has_a_name_that_can_be_shown(name: str) -> None:
    with pytest.raises(UnreachableModel):
        Endpoint(name)


# --- the budget -----------------------------------------------------------------------------------

ALL = {"Poland sent tanks": {}, "Belarus protested": {}, "Vilnius paid": {}}


def test_the_budget_of_requests_ends_the_reading_with_what_is_done(model: Model) -> None:
    model.will(about(ALL))
    second = read(model, PARTED, budget=Budget(requests=2))
    assert quotes(second) == ["Poland sent tanks", "Belarus protested"]
    assert second.stopped_because == "the budget of requests is used up"
    assert (second.requests, second.failed, len(second.unread)) == (2, False, 1)


def test_requests_sent_again_count_too(model: Model) -> None:
    model.will(sends(503))
    second = read(model, budget=Budget(requests=2))
    assert (second.requests, second.stopped_because) == (2, "the budget of requests is used up")


def test_the_budget_of_tokens_goes_by_what_the_server_says(model: Model) -> None:
    model.will(about(ALL))
    second = read(model, PARTED, budget=Budget(tokens=150))
    assert (second.requests, second.tokens) == (2, 200)
    assert second.stopped_because == "the budget of tokens is used up"


@pytest.mark.parametrize(
    "usage",
    [None, {}, "many", {"total_tokens": -5}, {"total_tokens": True}, {"total_tokens": 1 << 70}],
)
def test_tokens_nobody_counted_are_unknown_and_weigh_like_bytes(model: Model, usage: Any) -> None:
    model.will(says(claim("Poland sent tanks"), usage=usage), about(ALL))
    second = read(model, PARTED, budget=Budget(tokens=1000))
    assert (second.requests, second.tokens) == (1, None)
    assert second.stopped_because == "the budget of tokens is used up"


def test_tokens_may_be_told_in_two_parts(model: Model) -> None:
    model.will(says(usage={"prompt_tokens": 7, "completion_tokens": 5}))
    assert read(model).tokens == 12
