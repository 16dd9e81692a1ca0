import json

import pytest
from lxml import html

from generator.pages.environment import template_environment
from generator.pages.escape import script_text
from tests.hostile import HOSTILE
from tests.pages.making import draft, finish

TEXTS = [*HOSTILE, "</script>", "</SCRIPT ><b>", "<!--<script>", "a\u2028b\u2029c", "été & co", ""]


@pytest.mark.parametrize("text", TEXTS)
def test_json_in_a_script_is_what_it_was_and_ends_nothing(text: str) -> None:
    written = script_text(json.dumps({"a": text}, ensure_ascii=False))
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written) == {"a": text}
    page = f'<div><script type="application/json">{written}</script><p>after</p></div>'
    script, after = html.fragment_fromstring(page)
    assert json.loads(script.text or "") == {"a": text}
    assert after.text == "after"


@pytest.mark.parametrize("text", TEXTS)
def test_the_finishing_step_leaves_a_script_as_it_is(text: str) -> None:
    script = f"<script>{script_text(json.dumps(text, ensure_ascii=False))}</script>"
    assert finish(draft(f"<div>{script}</div>")).html == f"<div>{script}</div>"


def test_json_is_not_escaped_again_where_a_template_prints_it() -> None:
    template = template_environment().from_string("<script>{{ data }}</script>")
    written = template.render(data=script_text('{"a": "<"}'))
    assert written == '<script>{"a": "\\u003c"}</script>'
