// SPDX-License-Identifier: MIT
#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <stdexcept>

#include "confined/channel.h"
#include "confined/reader.h"
#include "confined/sanitized.h"
#include "confined/serve.h"

namespace handbill::confined {
namespace {

using Clock = std::chrono::steady_clock;

/// A machine that is busy gives a process only a part of the time.
constexpr int kTimesSlower = 4;
constexpr int kSecondsMore = 2;

Outcome no_process(std::string what) {
  return {std::nullopt,
          std::move(what),
          {"`--trust-files` reads files without such a process: only for files of your own"}};
}

std::string too_long(const Work& work) {
  return "took more than " + std::to_string(work.most_seconds) + " s";
}

std::string too_much(const Work& work) {
  return "needed more than " + std::to_string(work.most_memory >> 20U) + " MiB of memory";
}

/// How a process ended, `status` as waitpid gives it.
std::string words_for(int status, const Work& work) {
  if (!WIFSIGNALED(status)) return "ended without an answer";
  switch (WTERMSIG(status)) {
    case SIGSEGV:
    case SIGBUS:
      return "ended with a memory fault";
    case SIGSYS:
      return "was ended, as it tried what no reading takes, such as reaching the network";
    case SIGXCPU:
      return too_long(work);
    case SIGKILL:
      return "was ended by the system, likely for want of memory";
    default:
      return "ended with a fault";
  }
}

/// As much as is wanted, and no more than the process may have.
void limit(pid_t process, __rlimit_resource what, rlim_t most) {
  rlimit now{};
  if (::prlimit(process, what, nullptr, &now) != 0) return;
  now.rlim_cur = std::min(most, now.rlim_max);
  ::prlimit(process, what, &now, nullptr);
}

/// Bytes that this process maps: a copy of it begins with as many.
std::uint64_t mapped_now() {
  const Descriptor file(::open("/proc/self/statm", O_RDONLY | O_CLOEXEC));
  std::array<char, 32> text{};
  if (::read(file.number(), text.data(), text.size() - 1) <= 0) return 0;
  return std::strtoull(text.data(), nullptr, 10) *
         static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

/// Of processor time, rounded up.
rlim_t seconds_used(pid_t process) {
  clockid_t clock{};
  timespec used{};
  if (::clock_getcpuclockid(process, &clock) != 0 || ::clock_gettime(clock, &used) != 0) return 0;
  return static_cast<rlim_t>(used.tv_sec) + 1;
}

/// False: nothing came in time.
bool wait_for_answer(int channel, int seconds) {
  const auto end = Clock::now() + std::chrono::seconds(seconds);
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now()).count();
    pollfd wanted{channel, POLLIN, 0};
    const int ready = ::poll(&wanted, 1, static_cast<int>(std::max<std::int64_t>(left, 0)));
    if (ready > 0) return true;
    if (ready == 0 || errno != EINTR) return false;
  }
}

class ReaderApart final : public Reader {
 public:
  explicit ReaderApart(std::vector<Opener> to_open) : opened_(std::move(to_open)) {
    // What is refused now is tried again, and told, when there is something to read.
    start();
  }
  ReaderApart(const ReaderApart&) = delete;
  ReaderApart& operator=(const ReaderApart&) = delete;
  ~ReaderApart() override { end(); }

  Outcome ask(const Work& work, const Task& task) override;
  bool is_apart() const override { return true; }
  Outcome distrust() override {
    end();
    return nonsense();
  }

 private:
  /// Empty: a process is there.
  std::string start();
  /// Empty: it can do the work.
  std::string start_for(const Work& work);
  void allow(const Work& work) const;
  /// Ends the process, if it has not ended by itself; how it ended.
  int end();
  Outcome outcome_of(Message answer, const Work& work);

  pid_t process_ = -1;
  std::uint64_t mapped_ = 0;  ///< by the process from the start
  Descriptor channel_;
  std::vector<Opener> opened_;  ///< whose modules the process has
};

std::string ReaderApart::start_for(const Work& work) {
  const bool is_open =
      work.open == nullptr || std::ranges::find(opened_, work.open) != opened_.end();
  if (process_ > 0 && is_open) return {};
  if (!is_open) opened_.push_back(work.open);
  end();
  return start();
}

std::string ReaderApart::start() {
  int ends[2] = {-1, -1};
  const auto refused = [] { return std::string("could not be started: ") + std::strerror(errno); };
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) return refused();
  Descriptor own(ends[0]);
  const Descriptor its(ends[1]);
  mapped_ = mapped_now();
  const pid_t parent = ::getpid();
  const pid_t process = ::fork();
  if (process < 0) return refused();
  if (process == 0) serve(its.number(), parent, opened_);
  process_ = process;
  // What comes in pieces, and stops coming.
  const timeval patience{10, 0};
  ::setsockopt(own.number(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  ::setsockopt(own.number(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  channel_ = std::move(own);
  return {};
}

void ReaderApart::allow(const Work& work) const {
  limit(process_, RLIMIT_CPU, seconds_used(process_) + static_cast<rlim_t>(work.most_seconds));
  if (!kIsSanitized) limit(process_, RLIMIT_AS, mapped_ + work.most_memory);
}

int ReaderApart::end() {
  int status = 0;
  if (process_ <= 0) return status;
  channel_ = Descriptor();
  ::kill(process_, SIGKILL);
  while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) continue;
  process_ = -1;
  return status;
}

Outcome ReaderApart::outcome_of(Message answer, const Work& work) {
  // Of words that are told; no honest ones are longer.
  const std::string told = answer.words.substr(0, 1000);
  switch (static_cast<Answered>(answer.sign)) {
    case Answered::Done:
      return {Reply{std::move(answer.words), std::move(answer.file)}};
    case Answered::OutOfMemory:
      return harmful(too_much(work));
    case Answered::Threw:
      throw std::runtime_error(told);
    case Answered::NotHandedOver:
      return harmful("could not hand over what it has read: " + told);
    case Answered::NotConfined:
      end();
      return no_process("could not be confined: " + told);
  }
  return distrust();
}

Outcome ReaderApart::ask(const Work& work, const Task& task) {
  if (std::string why = start_for(work); !why.empty()) return no_process(std::move(why));
  allow(work);
  const std::string unsent = send(channel_.number(), {reinterpret_cast<std::uintptr_t>(&work),
                                                      task.words, task.file, task.descriptor});
  if (!unsent.empty()) {
    end();
    return harmful("could not be given the file: " + unsent);
  }
  if (!wait_for_answer(channel_.number(), work.most_seconds * kTimesSlower + kSecondsMore)) {
    end();
    return harmful(too_long(work));
  }
  Message answer;
  switch (receive(channel_.number(), answer)) {
    case Heard::Message:
      return outcome_of(std::move(answer), work);
    case Heard::Nobody:
      return harmful(words_for(end(), work));
    case Heard::Nonsense:
      break;
  }
  return distrust();
}

}  // namespace

std::shared_ptr<Reader> reader_apart(std::vector<Opener> to_open) {
  return std::make_shared<ReaderApart>(std::move(to_open));
}

}  // namespace handbill::confined
