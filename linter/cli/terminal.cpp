#include "cli/terminal.h"

#include <poll.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <string>

namespace stet {
namespace {

void put(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, text.data(), text.size());
    if (written < 0 && errno != EINTR) return;
    if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
  }
}

sigset_t watched_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGCONT}) sigaddset(&signals, signal);
  return signals;
}

}  // namespace

Terminal::Terminal(bool screen) : screen_(screen) {
  keys_ = ::isatty(STDIN_FILENO) == 1 && ::tcgetattr(STDIN_FILENO, &before_) == 0;
  const sigset_t signals = watched_signals();
  ::pthread_sigmask(SIG_BLOCK, &signals, &mask_before_);
  signals_ = ::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
  enter();
}

Terminal::~Terminal() {
  leave();
  if (signals_ >= 0) ::close(signals_);
  ::pthread_sigmask(SIG_SETMASK, &mask_before_, nullptr);
}

void Terminal::enter() {
  if (keys_) {
    termios raw = before_;
    raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
    ::tcsetattr(STDIN_FILENO, TCSANOW, &raw);
  }
  if (screen_) put("\x1b[?1049h\x1b[?25l");
}

void Terminal::leave() const {
  if (screen_) put("\x1b[?25h\x1b[?1049l");
  if (keys_) ::tcsetattr(STDIN_FILENO, TCSANOW, &before_);
}

// NOLINTBEGIN(readability-convert-member-functions-to-static): only one that has been entered can be asked and drawn on
ScreenSize Terminal::size() const {
  winsize window{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) != 0 || window.ws_row == 0 || window.ws_col == 0) return {};  // NOLINT: POSIX
  return {window.ws_row, window.ws_col};
}

void Terminal::draw(std::string_view text) const {
  std::string screen = "\x1b[H";
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    screen.append(text.substr(0, end)).append("\x1b[K");
    if (end < text.size()) screen += "\r\n";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  put(screen + "\x1b[J");
}
// NOLINTEND(readability-convert-member-functions-to-static)

TerminalEvent Terminal::read_signal() {
  signalfd_siginfo info{};
  if (::read(signals_, &info, sizeof info) != static_cast<ssize_t>(sizeof info)) return TerminalEvent::timeout;
  if (info.ssi_signo == SIGCONT) enter();
  const bool redraw = info.ssi_signo == SIGCONT || info.ssi_signo == SIGWINCH;
  return redraw ? TerminalEvent::resized : TerminalEvent::leave;
}

TerminalEvent Terminal::wait(std::chrono::milliseconds most) {
  std::array<pollfd, 2> sources = {pollfd{signals_, POLLIN, 0}, pollfd{keys_ ? STDIN_FILENO : -1, POLLIN, 0}};
  if (::poll(sources.data(), sources.size(), static_cast<int>(most.count())) <= 0) return TerminalEvent::timeout;
  if (sources[0].revents != 0) return read_signal();
  char key = 0;
  // A terminal that is gone reads as its end.
  const bool read = ::read(STDIN_FILENO, &key, 1) == 1;
  return !read || key == 'q' || key == 'Q' || key == '\x04' ? TerminalEvent::leave : TerminalEvent::timeout;
}

}  // namespace stet
