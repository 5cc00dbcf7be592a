"""python3 watch_terminal.py STET: --watch under a pseudo-terminal, and without one."""
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

STET = sys.argv[1]
CLEAN = "Walking takes time.\n"
UNSOURCED = "Research suggests that walking eases worry.\n"
ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def write(path, text):
    """As editors do: a new file in the place of the old one."""
    with open(path + "~", "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(path + "~", path)


def run(*arguments):
    """In a child: what a shell that runs tests in the background has told to ignore is not ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.execv(STET, [STET, *arguments])


class Screen:
    """The program on a terminal of 10 lines and 60 columns."""

    def __init__(self, *arguments):
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            run("check", "--watch", "--no-config", *arguments)
        self.resize(10, 60)
        self.seen = ""

    def resize(self, rows, columns):
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def wait_for(self, text):
        deadline = time.monotonic() + 20
        while text not in ESCAPE.sub("", self.seen):
            if time.monotonic() > deadline or not self.read(1):
                sys.exit(f"{text!r} did not come; seen: {self.seen!r}")

    def read(self, seconds):
        """False when the program has ended."""
        if not select.select([self.terminal], [], [], seconds)[0]:
            return True
        try:
            self.seen += os.read(self.terminal, 65536).decode("utf-8", "replace")
            return True
        except OSError:
            return False

    def press(self, key):
        self.seen = ""
        os.write(self.terminal, key)

    def end(self):
        deadline = time.monotonic() + 20
        while self.read(1):
            check(time.monotonic() < deadline, "it does not leave")
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def check(holds, what):
    if not holds:
        sys.exit(what)


def watches_in_a_terminal(folder):
    article = os.path.join(folder, "a.md")
    write(article, CLEAN)
    screen = Screen(folder)
    screen.wait_for("1 article: nothing found")
    screen.wait_for("q leaves")
    check("\x1b[?1049h" in screen.seen, "it draws on a screen of its own")
    screen.seen = ""
    write(article, UNSOURCED)
    screen.wait_for("1 article: 1 error")
    screen.wait_for("a.md:1:1: error")
    for line in ESCAPE.sub("", screen.seen).splitlines():
        check(len(line) <= 60, f"too long: {line!r}")
    # Nothing changes, nothing is drawn.
    screen.seen = ""
    screen.read(0.8)
    check(screen.seen == "", f"drawn without need: {screen.seen!r}")
    screen.resize(10, 30)
    screen.wait_for("q leaves")
    for line in ESCAPE.sub("", screen.seen).splitlines():
        check(len(line) <= 30, f"too long: {line!r}")
    screen.seen = ""
    write(os.path.join(folder, "b.md"), UNSOURCED)
    screen.wait_for("2 articles: 2 errors")
    screen.seen = ""
    os.remove(article)
    screen.wait_for("1 article: 1 error")
    screen.press(b"x")
    screen.press(b"q")
    check(screen.end() == 0, "q leaves")
    check("\x1b[?1049l" in screen.seen and "\x1b[?25h" in screen.seen, "the screen is as before")


def leaves_on_interrupt(folder):
    screen = Screen(folder)
    screen.wait_for("q leaves")
    modes = termios.tcgetattr(screen.terminal)
    check(modes[3] & termios.ISIG and not modes[3] & (termios.ECHO | termios.ICANON), "keys come one by one, without an echo")
    screen.press(b"\x03")
    check(screen.end() == 0, "Ctrl-C leaves")
    check(termios.tcgetattr(screen.terminal)[3] & termios.ECHO, "the terminal is as before")


def rereads_the_configuration(folder):
    os.mkdir(os.path.join(folder, ".git"))
    write(os.path.join(folder, "a.md"), UNSOURCED)
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(folder)
        run("--watch", ".")
    screen = Screen.__new__(Screen)
    screen.pid, screen.terminal, screen.seen = pid, terminal, ""
    screen.wait_for("1 error")
    screen.seen = ""
    write(os.path.join(folder, ".stet.yaml"), "rulez: {}\n")
    screen.wait_for("rulez")
    screen.seen = ""
    write(os.path.join(folder, ".stet.yaml"), "rules: {citation: off}\n")
    screen.wait_for("nothing found")
    screen.press(b"q")
    check(screen.end() == 0, "q leaves")


def writes_plain_text_without_a_terminal(folder):
    write(os.path.join(folder, "a.md"), UNSOURCED)
    arguments = [STET, "--watch", "--no-config", folder]
    restore = lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)
    process = subprocess.Popen(arguments, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True, preexec_fn=restore)
    lines = []
    while not lines or "1 article" not in lines[-1]:
        lines.append(process.stdout.readline())
    write(os.path.join(folder, "a.md"), CLEAN)
    while "nothing found" not in lines[-1]:
        lines.append(process.stdout.readline())
    process.send_signal(signal.SIGINT)
    check(process.wait(10) == 0, "an interrupt leaves")
    check("\x1b" not in "".join(lines), "no escape sequences")


for test in [watches_in_a_terminal, leaves_on_interrupt, rereads_the_configuration, writes_plain_text_without_a_terminal]:
    with tempfile.TemporaryDirectory() as scratch:
        test(scratch)
print("all as it should be")
