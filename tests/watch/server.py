"""A real HTTP server on 127.0.0.1 whose answers a test writes."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Reply = Callable[[BaseHTTPRequestHandler], None]

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>A page - Canada.ca</title>
<meta name="dcterms.modified" title="W3CDTF" content="{modified}"></head>
<body><nav>Menu</nav><main property="mainContentOfPage" class="container">
<h1 property="name" id="wb-cont">A page</h1>
{text}
<section class="pagedetails"><dl id="wb-dtmd"><dt>Date modified:</dt>
<dd><time property="dateModified">{modified}</time></dd></dl></section>
</main><footer>About</footer></body></html>
"""


def page(text: str = "<p>The conditions.</p>", modified: str = "2022-04-01") -> str:
    """Return a page in the markup of Canada.ca."""
    return PAGE.format(text=text, modified=modified)


@dataclass
class Host:
    """What the server says, and what it was asked.

    Attributes:
        replies: for each path the answers, one after the other; the last one stays.
        asked: path and headers of each request.
    """

    url: str = ""
    replies: dict[str, list[Reply]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def answers(self, path: str, *replies: Reply) -> str:
        """Set the answers of a path, and return its address."""
        self.replies[path] = list(replies)
        return f"{self.url}{path}"


def send(
    body: str | bytes = "",
    status: int = 200,
    kind: str = "text/html; charset=utf-8",
    **headers: str,
) -> Reply:
    """Return an answer with a body; an underscore in a header's name is a hyphen."""
    raw = body.encode() if isinstance(body, str) else body

    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            handler.send_header("Content-Length", str(len(raw)))
        handler.end_headers()
        handler.wfile.write(raw)

    return reply


def conditional(body: str, etag: str) -> Reply:
    """Return an answer that is 304 for whoever has the page already."""

    def reply(handler: BaseHTTPRequestHandler) -> None:
        if handler.headers.get("If-None-Match") == etag:
            send(status=304)(handler)
        else:
            send(body, ETag=etag)(handler)

    return reply


def silent(until: threading.Event) -> Reply:
    """Return an answer that does not come before the test is over."""

    def reply(handler: BaseHTTPRequestHandler) -> None:
        until.wait(30)
        handler.close_connection = True

    return reply


def dripping(head: bytes, drop: bytes, until: threading.Event) -> Reply:
    """Return an answer that hardly ends: a head, then for ten seconds a few bytes at a time."""

    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.close_connection = True
        handler.wfile.write(head)
        for _ in range(500):
            if until.wait(0.02):
                break
            handler.wfile.write(drop)

    return reply


def raw(answer: bytes) -> Reply:
    """Return an answer of these very bytes."""

    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.close_connection = True
        handler.wfile.write(answer)

    return reply


@contextmanager
def host() -> Iterator[Host]:
    """Run a server."""
    state = Host()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            state.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
            waiting = state.replies.get(self.path, [send(status=404)])
            reply = waiting.pop(0) if len(waiting) > 1 else waiting[0]
            try:
                reply(self)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, *_arguments: object) -> None:
            """Keep the test's output to the test."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    state.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
