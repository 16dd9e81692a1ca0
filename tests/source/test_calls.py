import pytest

from generator.source.calls import Call, NoCall, calls_in

UNREADABLE = (
    "this call cannot be read: write texts in double quotes, a comma between two of them, and"
    " `) }}` at its end"
)
TYPOGRAPHIC = 'this call has typographic quotes: write straight ones, as in `{{ code("C12") }}`'
NOTHING_ELSE = (
    "a page may call a component, as in `{{ steps() }}`, and nothing else in such braces: write the"
    " text itself"
)

UNENDED = "`}}}}` is missing at the end of this call: write `{{{{ {} }}}}`"
BEHIND = "nothing may stand between `)` and `}}}}` of a call: write `{{{{ {} }}}}`"

MANY = 20_000
"""So many of one letter that whoever looks at each pair of them would not come to an end here."""


def calls_of(text: str) -> list[Call]:
    """Return what is found in a text of which everything has to be a call."""
    found = list(calls_in(text))
    calls = [each for each in found if isinstance(each, Call)]
    assert len(calls) == len(found)
    return calls


def only(text: str) -> Call:
    (call,) = calls_of(text)
    return call


def refused(text: str) -> NoCall:
    """Return the first thing of a text that is no call."""
    return next(found for found in calls_in(text) if isinstance(found, NoCall))


@pytest.mark.parametrize(
    ("text", "values", "named"),
    [
        ("{{ x() }}", (), {}),
        ("{{x()}}", (), {}),
        ("{{  x ( )  }}", (), {}),
        ('{{ x("a") }}', ("a",), {}),
        ("{{ x('a') }}", ("a",), {}),
        ('{{ x("") }}', ("",), {}),
        ('{{ x("a b", "c") }}', ("a b", "c"), {}),
        ('{{ x( "a" ,"b" , ) }}', ("a", "b"), {}),
        ('{{ x("it\'s", \'"so"\') }}', ("it's", '"so"'), {}),
        ('{{ x("été — “so”") }}', ("été — “so”",), {}),
        ('{{ x("}}", "{{ y() }}", "%}") }}', ("}}", "{{ y() }}", "%}"), {}),
        ('{{ x("a\\\\") }}', ("a\\\\",), {}),
        ('{{ x(a="b") }}', (), {"a": "b"}),
        ("{{ x(a = \"b\", c_1='d') }}", (), {"a": "b", "c_1": "d"}),
        ('{{ x("a", b="c") }}', ("a",), {"b": "c"}),
        ('{{\n  x(\n    "a",\n    b="c",\n  )\n}}', ("a",), {"b": "c"}),
    ],
)
def test_a_call_is_given_texts_by_place_or_by_name(
    text: str, values: tuple[str, ...], named: dict[str, str]
) -> None:
    assert only(text) == Call("x", values, named, 0, len(text))


def test_calls_are_found_where_they_stand_in_the_order_of_the_text() -> None:
    text = 'One {{ a() }}{{ b("c") }}\n\n{{ a() }} two.\n'
    found = calls_of(text)
    assert [text[call.start : call.end] for call in found] == [
        "{{ a() }}",
        '{{ b("c") }}',
        "{{ a() }}",
    ]
    assert [call.name for call in found] == ["a", "b", "a"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{ x() }",
        "{: .class }",
        "## A {#a-b}",
        "a } b }} c %} d",
        "{# no comment #}",
        "{ { x() }",
    ],
)
def test_braces_that_open_nothing_are_text(text: str) -> None:
    assert list(calls_in(text)) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{{ x( }}", UNREADABLE),
        ("{{ x(1) }}", UNREADABLE),
        ("{{ x(a) }}", 'a text stands in double quotes: write `{{ x("a") }}`'),
        ("{{ x(a b) }}", 'a text stands in double quotes: write `{{ x("a b") }}`'),
        ("{{ x(y()) }}", UNREADABLE),
        ('{{ x("a" "b") }}', UNREADABLE),
        ('{{ x(, "a") }}', UNREADABLE),
        ('{{ x("a) }}', UNREADABLE),
        ('{{ x("a\nb") }}', UNREADABLE),
        ('{{ x("a" + "b") }}', UNREADABLE),
        ('{{ x(*"a") }}', UNREADABLE),
        ('{{ x(A="b") }}', UNREADABLE),
        ("{{ x() | safe }}", BEHIND.format("x()")),
        ("{{ x().y }}", BEHIND.format("x()")),
        ('{{ x("a") or y }}', BEHIND.format('x("a")')),
        ("{{ x() }", UNENDED.format("x()")),
        ("{{ x()", UNENDED.format("x()")),
        ("{{ x() ", UNENDED.format("x()")),
        ('{{ x("a")', UNENDED.format('x("a")')),
        ("{{ x() and more", UNENDED.replace("at the end", "behind the bracket").format("x()")),
        ("{{ x(“a”) }}", TYPOGRAPHIC),
        ("{{ x(‘a’) }}", TYPOGRAPHIC),
        ('{{ x("a”) }}', TYPOGRAPHIC),
        ("{{ 1 / 0 }}", NOTHING_ELSE),
        ('{{ "a" }}', NOTHING_ELSE),
        ("{{ }}", NOTHING_ELSE),
        ("{{", NOTHING_ELSE),
        ("{{ x.y }}", NOTHING_ELSE),
        ("{{ ''.__class__.__mro__ }}", NOTHING_ELSE),
        ("{{ x.y() }}", NOTHING_ELSE),
        ("{{ x['y']() }}", NOTHING_ELSE),
        ("{{- x() -}}", NOTHING_ELSE),
        ("{{{ x() }}}", "the braces stand twice here: write `{{ x() }}`"),
        ("{{ {{ x() }} }}", "the braces stand twice here: write `{{ x() }}`"),
        ("{% x_y() %}", "a call stands in two braces: write `{{ x_y() }}`"),
        ("{% x_y %}", "a call stands in two braces: write `{{ x_y() }}`"),
        ("{% if x %}a{% endif %}", NOTHING_ELSE),
        ("{% include 'components.html.j2' %}", NOTHING_ELSE),
        ("{% raw %}", NOTHING_ELSE),
        ("{%- set a = 1 %}", NOTHING_ELSE),
    ],
)
def test_what_is_no_call_is_told_where_it_begins(text: str, says: str) -> None:
    before = "One {{ a() }}\n\ntwo "
    error = refused(f"{before}{text}\nthree {{{{ c() }}}}")
    assert (error.says, error.start) == (says, len(before))


@pytest.mark.parametrize("name", ["steps", "guide", "cycler"])
def test_a_name_alone_is_told_at_the_name_with_what_to_write(name: str) -> None:
    error = refused(f"One {{{{ {name} }}}}")
    assert error.says == f"`{name}` stands here, but calls nothing: write `{{{{ {name}() }}}}`"
    assert error.start == len("One {{ ")


def test_typographic_quotes_of_another_line_are_none_of_the_call_s() -> None:
    assert refused("{{ x( }} and “so”").says == UNREADABLE
    assert refused("{{ x(\n“so”").says == UNREADABLE


def test_each_of_two_mistakes_is_told_after_the_calls_before_it() -> None:
    call, first, second = calls_in("{{ a() }} {{ b( }} {% c %}")
    assert isinstance(call, Call)
    assert call.name == "a"
    assert first == NoCall(UNREADABLE, 10, 18)
    assert isinstance(second, NoCall)
    assert second.start == 19


@pytest.mark.parametrize(
    "text",
    [
        "{{ x(" + " " * MANY,
        "{{ x(" + '"' * MANY,
        "{{ x(" + "'" * MANY,
        "{{ x(" + "\"'" * MANY,
        "{{ x(" + '"",' * MANY,
        '{{ x("a"' + " " * MANY,
        '{{ x("a",' + " " * MANY,
        "{{ x(" + "a" * MANY,
        "{{ x(a" + " " * MANY,
        '{{ x(a="b",' + " a=" * MANY,
        "{{ x(" + "(" * MANY,
        "{{ x()" + " " * MANY,
        "{{ x()" + "\n" * MANY,
        "{{ x(" + "“" * MANY,
    ],
)
def test_a_call_that_does_not_end_is_read_to_the_end_once(text: str) -> None:
    assert refused(text).start == 0


@pytest.mark.parametrize(
    "text", ["{{" + " " * MANY, "{{ " + "x" * MANY, "{{" * MANY, "{{ x" + " " * MANY, "{%" * MANY]
)
def test_braces_that_do_not_end_are_read_to_the_end_once(text: str) -> None:
    assert refused(text).says == NOTHING_ELSE


def test_a_long_call_and_many_calls_are_read() -> None:
    call = only("{{ x(" + '"a",' * MANY + ") }}")
    assert len(call.values) == MANY
    assert len(calls_of('{{ x("a") }}' * MANY)) == MANY
    assert list(calls_in("{ " * MANY)) == []
