// SPDX-License-Identifier: MIT
#include "confined/reader.h"

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <new>
#include <stdexcept>

#include "confined/channel.h"
#include "confined/sanitized.h"
#include "confined/serve.h"

namespace handbill::confined {
namespace {

using Catch::Contains;

// What is done to bring a reader down or to deceive the program; each runs in the reader.

Reply turned(const Task& task) {
  return {std::string(task.words.rbegin(), task.words.rend()),
          std::string(task.file.rbegin(), task.file.rend())};
}

Reply hurt_memory(const Task&) {
  std::raise(SIGSEGV);
  return {};
}

Reply give_up(const Task&) { std::abort(); }

Reply leave(const Task&) { ::_exit(0); }

Reply work_without_end(const Task&) {
  for (;;) std::atomic_signal_fence(std::memory_order_seq_cst);
}

Reply wait_without_end(const Task&) {
  Message never;
  receive(3, never);
  return {};
}

Reply eat_memory(const Task&) {
  std::string all;
  for (;;) all.append(std::size_t{16} << 20U, 'x');
}

Reply throw_fault(const Task&) { throw std::logic_error("a bug of ours"); }

Reply open_file(const Task& task) {
  return {std::to_string(::open(std::string(task.words).c_str(), O_RDONLY))};
}

Reply connect_socket(const Task&) { return {std::to_string(::socket(AF_INET, SOCK_STREAM, 0))}; }

Reply start_process(const Task&) {
  const pid_t process = ::fork();
  if (process == 0) ::_exit(0);
  return {std::to_string(process)};
}

Reply end_parent(const Task&) {
  // Nothing is sent; whether it may is asked.
  return {std::to_string(::kill(::getppid(), 0))};
}

Reply bring_code(const Task&) {
  void* code =
      ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return {code == MAP_FAILED ? "refused" : "done"};
}

Reply read_descriptor(const Task& task) {
  std::string bytes(64, '\0');
  const ssize_t size = ::pread(task.descriptor, bytes.data(), bytes.size(), 0);
  return {bytes.substr(0, static_cast<std::size_t>(std::max<ssize_t>(size, 0)))};
}

Reply find_open_files(const Task&) {
  std::string open;
  for (int each = 0; each < 16; ++each) {
    const bool is_open = ::lseek(each, 0, SEEK_CUR) >= 0 || errno != EBADF;
    if (is_open) open += std::to_string(each) + " ";
  }
  return {open};
}

std::shared_ptr<const void> open_greeting() { return std::make_shared<const std::string>("hello"); }
Reply greet(const Task& task) {
  return {task.opened == nullptr ? "" : *static_cast<const std::string*>(task.opened)};
}

Reply say_no_message(const Task&) {
  REQUIRE(::write(3, "no message", 10) == 10);
  return wait_without_end({});
}

/// The head of an answer as channel.cpp has it.
struct Head {
  std::uint64_t sign = 0, words = 0, file = 0;
  std::uint32_t is_in_memory = 0, has_descriptor = 0;
};

Reply say(const Head& head) {
  REQUIRE(::write(3, &head, sizeof(head)) == sizeof(head));
  return wait_without_end({});
}
Reply promise_too_much(const Task&) { return say({0, 100, 100}); }
Reply promise_memory(const Task&) { return say({0, 1000, 0, 1}); }
Reply promise_a_file(const Task&) { return say({0, 0, 0, 0, 1}); }
Reply answer_unheard_of(const Task&) { return say({99}); }

/// Says that the memory it hands over holds more than it does.
Reply hand_over_too_little(const Task&) {
  const int memory = ::memfd_create("little", 0);
  Head head{0, std::uint64_t{1} << 30U, 0, 1};
  iovec part{&head, sizeof(head)};
  alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
  msghdr whole{};
  whole.msg_iov = &part;
  whole.msg_iovlen = 1;
  whole.msg_control = control;
  whole.msg_controllen = sizeof(control);
  cmsghdr* header = CMSG_FIRSTHDR(&whole);
  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN(sizeof(int));
  std::memcpy(CMSG_DATA(header), &memory, sizeof(int));
  ::sendmsg(3, &whole, 0);
  return wait_without_end({});
}

constexpr Work kTurned{.run = turned};
constexpr Work kGreet{.run = greet, .open = open_greeting};

struct BadCase {
  const char* what;
  Work work;
  const char* trouble;
  enum class Needs { Nothing, Filter, MemoryLimit } needs = Needs::Nothing;
};

// Alive as long as the program, as works are.
const BadCase kBadCases[] = {
    {"a memory fault", {.run = hurt_memory}, "ended with a memory fault"},
    {"a library that gives up", {.run = give_up}, "ended with a fault"},
    {"an end without a word", {.run = leave}, "ended without an answer"},
    {"work without end", {.run = work_without_end, .most_seconds = 1}, "took more than 1 s"},
    {"waiting without end", {.run = wait_without_end, .most_seconds = 0}, "took more than 0 s"},
    {"memory without end",
     {.run = eat_memory, .most_memory = std::uint64_t{64} << 20U},
     "needed more than 64 MiB of memory",
     BadCase::Needs::MemoryLimit},
    {"the network", {.run = connect_socket}, "tried what no reading takes", BadCase::Needs::Filter},
    {"a process of its own", {.run = start_process}, "tried what", BadCase::Needs::Filter},
    {"another process", {.run = end_parent}, "tried what", BadCase::Needs::Filter},
    {"new code", {.run = bring_code}, "tried what", BadCase::Needs::Filter},
    {"no message", {.run = say_no_message}, "makes no sense"},
    {"an answer that is cut off", {.run = promise_too_much}, "makes no sense"},
    {"memory that is not handed over", {.run = promise_memory}, "makes no sense"},
    {"too little memory", {.run = hand_over_too_little}, "makes no sense"},
    {"a file that is not there", {.run = promise_a_file}, "makes no sense"},
    {"an answer of no kind", {.run = answer_unheard_of}, "makes no sense"},
};

bool is_tried(BadCase::Needs needs) { return !kIsSanitized || needs == BadCase::Needs::Nothing; }

std::string words_of(const Outcome& outcome) {
  return outcome.reply ? outcome.reply->words : "no reply: " + outcome.trouble;
}

/// What an asker hears in a process that the system refuses a call, when the low byte of its first
/// argument is `argument`.
std::string said_where_refused(long call, std::uint32_t argument, std::uint32_t error) {
  int pipe[2] = {-1, -1};
  REQUIRE(::pipe(pipe) == 0);
  const pid_t process = ::fork();
  if (process == 0) {
    sock_filter steps[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(call), 0, 4),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, args)),
        BPF_STMT(BPF_ALU | BPF_AND | BPF_K, 0xFF),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, argument, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | error),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const sock_fprog program{static_cast<unsigned short>(std::size(steps)), steps};
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
    const Outcome outcome = reader_apart()->ask(kTurned, {"abc"});
    const std::string said = outcome.reply ? "a reply" : outcome.trouble + "; " + outcome.hints[0];
    ::_exit(::write(pipe[1], said.data(), said.size()) > 0 ? 0 : 1);
  }
  ::close(pipe[1]);
  std::string said(1000, '\0');
  said.resize(
      static_cast<std::size_t>(std::max<ssize_t>(::read(pipe[0], said.data(), said.size()), 0)));
  ::close(pipe[0]);
  ::waitpid(process, nullptr, 0);
  return said;
}

}  // namespace

TEST_CASE("A reader answers, in a process of its own or in this one") {
  for (const auto& reader : {reader_here(), reader_apart()}) {
    for (const std::size_t size : {0, 1, 65'536, 65'537, 5'000'000}) {
      CAPTURE(size);
      std::string file(size, 'a');
      if (size > 0) file.back() = 'z';
      const Outcome outcome = reader->ask(kTurned, {"words", file});
      REQUIRE(outcome.reply);
      CHECK(outcome.reply->words == "sdrow");
      CHECK(outcome.reply->file == std::string(file.rbegin(), file.rend()));
    }
  }
}

TEST_CASE("A reader that ends over a file or lies about it is told, and the next file is read") {
  const auto reader = reader_apart();
  for (const BadCase& bad : kBadCases) {
    if (!is_tried(bad.needs)) continue;
    CAPTURE(bad.what);
    const Outcome outcome = reader->ask(bad.work, {"/etc/hostname", "bytes"});
    CHECK_FALSE(outcome.reply);
    CHECK_THAT(outcome.trouble, Contains(bad.trouble));
    CHECK(outcome.hints.size() == 1);
    CHECK(words_of(reader->ask(kTurned, {"abc"})) == "cba");
  }
}

TEST_CASE("A reader opens no file") {
  if (kIsSanitized) return;
  static constexpr Work kOpen{.run = open_file};
  const auto reader = reader_apart();
  CHECK(words_of(reader_here()->ask(kOpen, {"/etc/passwd"})) != "-1");
  CHECK(words_of(reader->ask(kOpen, {"/etc/passwd"})) == "-1");
  CHECK(words_of(reader->ask(kTurned, {"abc"})) == "cba");
}

TEST_CASE("A fault of the program is thrown where the question was asked, and the reader goes on") {
  static constexpr Work kThrow{.run = throw_fault};
  for (const auto& reader : {reader_here(), reader_apart()}) {
    CHECK_THROWS_WITH(reader->ask(kThrow, {}), "a bug of ours");
    CHECK(words_of(reader->ask(kTurned, {"abc"})) == "cba");
  }
}

TEST_CASE("What a work opens beforehand is there, whichever work was asked first") {
  for (const auto& reader : {reader_here(), reader_apart()}) {
    CHECK(words_of(reader->ask(kTurned, {"abc"})) == "cba");
    CHECK(words_of(reader->ask(kGreet, {})) == "hello");
    CHECK(words_of(reader->ask(kTurned, {"abc"})) == "cba");
    CHECK(words_of(reader->ask(kGreet, {})) == "hello");
  }
}

TEST_CASE("An open file can be read, from its start") {
  static constexpr Work kRead{.run = read_descriptor};
  const auto path =
      std::filesystem::temp_directory_path() / ("handbill-reader-" + std::to_string(::getpid()));
  const int file = ::open(path.c_str(), O_CREAT | O_RDWR | O_EXCL | O_CLOEXEC, 0600);
  REQUIRE(file >= 0);
  REQUIRE(::write(file, "content", 7) == 7);
  for (const auto& reader : {reader_here(), reader_apart()}) {
    CHECK(words_of(reader->ask(kRead, {.descriptor = file})) == "content");
  }
  ::close(file);
  std::filesystem::remove(path);
}

TEST_CASE("A reader has none of the program's files") {
  static constexpr Work kFind{.run = find_open_files};
  const int file = ::open("/dev/null", O_RDONLY);
  const auto reader = reader_apart();
  CHECK(words_of(reader->ask(kFind, {})) == "0 1 2 3 ");
  ::close(file);
}

TEST_CASE("A reader takes its limits anew for each file") {
  if (kIsSanitized) return;
  static constexpr Work kSmall{.run = turned, .most_memory = std::uint64_t{8} << 20U};
  const auto reader = reader_apart();
  const std::string large(std::size_t{32} << 20U, 'x');
  CHECK(reader->ask(kTurned, {"", large}).reply);
  CHECK_THAT(reader->ask(kSmall, {"", large}).trouble, Contains("8 MiB"));
  CHECK(reader->ask(kTurned, {"", large}).reply);
}

TEST_CASE("Where the system allows no such process, nothing is read, and why is told") {
  if (kIsSanitized) return;
  const std::string unconfined = said_where_refused(SYS_prctl, PR_SET_SECCOMP, EPERM);
  CHECK(unconfined ==
        "could not be confined: Operation not permitted; `--trust-files` reads files "
        "without such a process: only for files of your own");
  const std::string unstarted = said_where_refused(SYS_clone, SIGCHLD, EAGAIN);
  CHECK_THAT(unstarted,
             Contains("could not be started: Resource temporarily unavailable; `--trust"));
}

TEST_CASE("What is long is read under a limit on the size of files, too") {
  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit small{1000, before.rlim_max};
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
  std::string file(1'000'000, 'a');
  file.back() = 'z';
  const Outcome outcome = reader_apart()->ask(kTurned, {"words", file});
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  REQUIRE(outcome.reply);
  CHECK(outcome.reply->words == "sdrow");
  CHECK(outcome.reply->file == std::string(file.rbegin(), file.rend()));
}

TEST_CASE("No reader is left when it is no longer wanted") {
  reader_apart()->ask(kTurned, {});
  CHECK(::waitpid(-1, nullptr, WNOHANG) == -1);
  CHECK(errno == ECHILD);
}

}  // namespace handbill::confined
