// A terminal taken over for a while: one screen, keys without Enter. Everything is as before when this goes out of scope.
#pragma once

#include <termios.h>

#include <chrono>
#include <string_view>

#include "cli/watch_screen.h"

namespace stet {

/// What woke a wait.
enum class TerminalEvent : std::uint8_t { timeout, leave, resized };

/// Takes signals that end or stop the program out of the process and reports them as events: make it before any thread.
class Terminal {
 public:
  /// `screen`: draw on the alternate screen; otherwise nothing but text is ever written. Keys are read when standard input is a terminal.
  explicit Terminal(bool screen);
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;
  ~Terminal();

  ScreenSize size() const;
  void draw(std::string_view text) const;
  /// `leave`: q, Ctrl-C, or the signal to end. `resized`: the window is another one, or the program is in front again.
  TerminalEvent wait(std::chrono::milliseconds most);

 private:
  bool screen_ = false;
  bool keys_ = false;
  int signals_ = -1;
  termios before_{};
  sigset_t mask_before_{};

  void enter();
  void leave() const;
  TerminalEvent read_signal();
};

}  // namespace stet
