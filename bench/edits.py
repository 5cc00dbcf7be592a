"""python3 bench/edits.py STET ARTICLE.md [EDITS]: from an edit to its diagnostics, as an editor sees it.

Opens the article in `stet lsp`, types one letter at a time at places spread over it, and waits each time for the diagnostics of that
version. Prints the time that passed (with the 10 milliseconds for which an article must be quiet) and the processor time of the server.
"""
import json
import os
import statistics
import subprocess
import sys
import time


class Server:
    def __init__(self, stet):
        self.process = subprocess.Popen([stet, "lsp", "--no-config"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def receive(self):
        length = 0
        while (line := self.process.stdout.readline()) not in (b"\r\n", b""):
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        return json.loads(self.process.stdout.read(length))

    def diagnostics(self, version):
        while True:
            message = self.receive()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"].get("version") == version:
                return message["params"]["diagnostics"]

    def processor_seconds(self):
        with open(f"/proc/{self.process.pid}/stat", encoding="ascii") as file:
            fields = file.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main(stet, path, edits=100):
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    lines = text.split("\n")
    server = Server(stet)
    abilities = {"textDocument": {"publishDiagnostics": {"versionSupport": True}}, "general": {"positionEncodings": ["utf-32"]}}
    server.send({"id": 1, "method": "initialize", "params": {"capabilities": abilities}})
    server.receive()
    server.send({"method": "initialized", "params": {}})
    document = {"uri": "file:///bench/article.md", "languageId": "markdown", "version": 1, "text": text}
    server.send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
    server.diagnostics(1)
    times = []
    before = server.processor_seconds()
    for version in range(2, edits + 2):
        line = version * 7919 % len(lines)
        place = {"line": line, "character": len(lines[line]) // 2}
        change = {"range": {"start": place, "end": place}, "text": "e"}
        started = time.monotonic()
        server.send({
            "method": "textDocument/didChange",
            "params": {"textDocument": {"uri": document["uri"], "version": version}, "contentChanges": [change]},
        })
        server.diagnostics(version)
        times.append(1000 * (time.monotonic() - started))
    spent = 1000 * (server.processor_seconds() - before) / edits
    server.send({"id": 2, "method": "shutdown"})
    server.send({"method": "exit"})
    times.sort()
    print(f"{len(text.split())} words, {edits} edits: median {statistics.median(times):.1f} ms, nine in ten below "
          f"{times[len(times) * 9 // 10]:.1f} ms, least {times[0]:.1f} ms; {spent:.1f} ms of processor an edit")


main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 100)
