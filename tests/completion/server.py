"""A conversation with yaml-language-server, as VS Code's YAML extension has it."""

import json
import re
import subprocess
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any, BinaryIO, Self

HERE = Path(__file__).resolve().parent
PROGRAM = HERE / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"

_PATIENCE = 60
"""Seconds after which the server is taken for lost."""

_CAPABILITIES = {
    "workspace": {
        "configuration": True,
        "workspaceFolders": True,
        "didChangeWatchedFiles": {"dynamicRegistration": True},
    },
    "textDocument": {
        "completion": {
            "completionItem": {
                "snippetSupport": True,
                "documentationFormat": ["markdown", "plaintext"],
            }
        },
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "publishDiagnostics": {"relatedInformation": True, "versionSupport": True},
    },
}


class Server:
    """The server, with the settings of .vscode/settings.json, in a folder of its own.

    Args:
        root: the folder that is open in the editing program.
        settings: what stands in its settings, by dotted keys.
    """

    def __init__(self, root: Path, settings: dict[str, Any]) -> None:
        self.root, self.settings = root, settings
        self._process = subprocess.Popen(
            ["node", str(PROGRAM), "--stdio"],  # noqa: S607 - whichever Node.js is installed
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._heard: Queue[dict[str, Any]] = Queue()
        self._number = self._version = 0
        self._marked: dict[str, list[dict[str, Any]]] = {}
        Thread(target=self._listen, args=(self._process.stdout,), daemon=True).start()
        folder = {"uri": root.as_uri(), "name": root.name}
        opened = {"rootUri": root.as_uri(), "workspaceFolders": [folder], "processId": None}
        self.ask("initialize", {**opened, "capabilities": _CAPABILITIES})
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": {}})
        while self._hear().get("method") != "workspace/configuration":
            pass

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._process.terminate()
        self._process.wait()

    def complete(self, path: str, text: str) -> list[dict[str, Any]]:
        """Return what is offered where the sign `¦` stands in a file's text."""
        where = self._open(path, text)
        found = self.ask("textDocument/completion", where)
        return list(found["items"] if isinstance(found, dict) else found or [])

    def hover(self, path: str, text: str) -> str:
        """Return what is shown over the word behind the sign `¦`."""
        found = self.ask("textDocument/hover", self._open(path, text))
        return str(found["contents"]["value"]) if found else ""

    def marks(self, path: str, text: str) -> list[tuple[int, str]]:
        """Return line and words of each mark that the server puts into a file."""
        uri = self._open(path, text)["textDocument"]["uri"]
        return [(one["range"]["start"]["line"] + 1, one["message"]) for one in self._marked[uri]]

    def changed(self, path: str) -> None:
        """Tell the server that a file on disk is another one now."""
        change = {"uri": (self.root / path).as_uri(), "type": 2}
        self.tell("workspace/didChangeWatchedFiles", {"changes": [change]})

    def ask(self, method: str, params: Any) -> Any:
        """Ask the server something, and return its answer."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            heard = self._hear()
            if heard.get("id") == self._number and "method" not in heard:
                if "error" in heard:
                    raise RuntimeError(heard["error"])
                return heard.get("result")

    def tell(self, method: str, params: Any) -> None:
        """Tell the server something that it does not answer."""
        self._send({"method": method, "params": params})

    def _open(self, path: str, text: str) -> dict[str, Any]:
        before, _, after = text.partition("¦")
        uri = (self.root / path).as_uri()
        if uri in self._marked:
            self._tell_and_wait("textDocument/didClose", {"uri": uri})
        self._version += 1  # the server keeps what it made of a text by its version
        opened = {"uri": uri, "languageId": "yaml", "version": self._version}
        opened["text"] = before + after
        self._tell_and_wait("textDocument/didOpen", opened)
        line, column = before.count("\n"), len(before) - before.rfind("\n") - 1
        place = {"line": line, "character": column}
        return {"textDocument": {"uri": uri}, "position": place}

    def _tell_and_wait(self, method: str, document: dict[str, Any]) -> None:
        """Tell what happens to a document, and wait for the marks that the server answers with."""
        self._marked.pop(document["uri"], None)
        self.tell(method, {"textDocument": document})
        while document["uri"] not in self._marked:
            self._hear()

    def _hear(self) -> dict[str, Any]:
        try:
            heard = self._heard.get(timeout=_PATIENCE)
        except Empty:
            message = "yaml-language-server does not answer"
            raise TimeoutError(message) from None
        if heard.get("method") == "textDocument/publishDiagnostics":
            self._marked[heard["params"]["uri"]] = heard["params"]["diagnostics"]
        elif "method" in heard and "id" in heard:
            self._send({"id": heard["id"], "result": self._answer(heard)})
        return heard

    def _answer(self, heard: dict[str, Any]) -> Any:
        if heard["method"] != "workspace/configuration":
            return None
        return [self._section(item.get("section", "")) for item in heard["params"]["items"]]

    def _section(self, name: str) -> Any:
        """Return a section of the settings as VS Code hands it over: dotted keys as a tree."""
        if name in self.settings:
            return self.settings[name]
        tree: dict[str, Any] = {}
        for key, value in self.settings.items():
            if key.startswith(f"{name}."):
                *above, last = key.removeprefix(f"{name}.").split(".")
                inner = tree
                for step in above:
                    inner = inner.setdefault(step, {})
                inner[last] = value
        return tree

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self._process.stdin.flush()

    def _listen(self, stream: BinaryIO) -> None:
        while line := stream.readline():
            if found := re.match(rb"Content-Length: (\d+)", line):
                while stream.readline().strip():
                    pass
                self._heard.put(json.loads(stream.read(int(found[1]))))
