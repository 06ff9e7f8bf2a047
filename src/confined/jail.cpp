// SPDX-License-Identifier: MIT
#include "confined/jail.h"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstring>
#include <vector>

#include "confined/channel.h"
#include "confined/sanitized.h"

namespace handbill::confined {
namespace {

#if defined(__x86_64__)
constexpr std::uint32_t kMachine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t kMachine = AUDIT_ARCH_AARCH64;
#else
constexpr std::uint32_t kMachine = 0;
#endif

/// Most of what reading takes; talk comes first.
constexpr long kCalls[] = {
    SYS_recvmsg,      SYS_sendmsg,        SYS_brk,          SYS_munmap,     SYS_mremap, SYS_madvise,
    SYS_futex,        SYS_pread64,        SYS_pwrite64,     SYS_lseek,      SYS_write,  SYS_close,
    SYS_memfd_create, SYS_clock_gettime,  SYS_getrandom,    SYS_sysinfo,    SYS_getpid, SYS_gettid,
    SYS_sched_yield,  SYS_rt_sigprocmask, SYS_rt_sigreturn, SYS_exit_group,
};

/// Libraries look for files of the system (the time zone), and do without.
constexpr long kLooks[] = {
    SYS_openat, SYS_newfstatat, SYS_fstat, SYS_statx,  SYS_readlinkat, SYS_faccessat,
#ifdef SYS_open
    SYS_open,   SYS_stat,       SYS_lstat, SYS_access, SYS_readlink,
#endif
};

/// A program for the kernel's filter, which looks at each call.
class Filter {
 public:
  Filter() {
    load(offsetof(seccomp_data, arch));
    jump(BPF_JEQ, kMachine, 1, 0);
    end(SECCOMP_RET_KILL_PROCESS);
    load(offsetof(seccomp_data, nr));
  }
  void allow(long call) {
    jump(BPF_JEQ, static_cast<std::uint32_t>(call), 0, 1);
    end(SECCOMP_RET_ALLOW);
  }
  void refuse(long call) {
    jump(BPF_JEQ, static_cast<std::uint32_t>(call), 0, 1);
    end(SECCOMP_RET_ERRNO | EACCES);
  }
  void allow_if_equal(long call, unsigned argument, std::uint32_t value) {
    test(call, argument, BPF_JEQ, value, SECCOMP_RET_ALLOW, SECCOMP_RET_KILL_PROCESS);
  }
  void allow_without(long call, unsigned argument, std::uint32_t bits) {
    test(call, argument, BPF_JSET, bits, SECCOMP_RET_KILL_PROCESS, SECCOMP_RET_ALLOW);
  }
  /// False, and errno: the kernel takes no filter.
  bool install() {
    end(SECCOMP_RET_KILL_PROCESS);
    const sock_fprog program{static_cast<unsigned short>(steps_.size()), steps_.data()};
    return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
  }

 private:
  void load(std::size_t offset) {
    steps_.push_back({BPF_LD | BPF_W | BPF_ABS, 0, 0, static_cast<std::uint32_t>(offset)});
  }
  void jump(std::uint16_t how, std::uint32_t value, std::uint8_t if_so, std::uint8_t if_not) {
    const auto code = static_cast<std::uint16_t>(BPF_JMP | BPF_K | how);
    steps_.push_back({code, if_so, if_not, value});
  }
  void end(std::uint32_t verdict) { steps_.push_back({BPF_RET | BPF_K, 0, 0, verdict}); }
  /// The lower half of an argument is looked at: these are of 32 bits.
  void test(long call, unsigned argument, std::uint16_t how, std::uint32_t value,
            std::uint32_t if_so, std::uint32_t if_not) {
    jump(BPF_JEQ, static_cast<std::uint32_t>(call), 0, 4);
    load(offsetof(seccomp_data, args) + std::size_t{8} * argument);
    jump(how, value, 0, 1);
    end(if_so);
    end(if_not);
  }

  std::vector<sock_filter> steps_;
};

void close_from(int first) {
  if (::close_range(static_cast<unsigned>(first), ~0U, 0) == 0) return;
  const long most = ::sysconf(_SC_OPEN_MAX);
  for (int each = first; each < most; ++each) ::close(each);
}

/// Never more than it has.
void limit(__rlimit_resource what, rlim_t most) {
  rlimit both{};
  if (::getrlimit(what, &both) != 0) return;
  both.rlim_max = std::min(both.rlim_max, most);
  both.rlim_cur = std::min(both.rlim_cur, both.rlim_max);
  ::setrlimit(what, &both);
}

/// When the machine runs out of memory, this process is the one to end.
void end_first() {
  const int file = ::open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
  if (file < 0) return;
  [[maybe_unused]] const auto written = ::pwrite(file, "1000", 4, 0);
  ::close(file);
}

/// What libraries print as they fail is nobody's output.
void silence() {
  const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  for (const int each : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (each == STDERR_FILENO && kIsSanitized) continue;
    if (nowhere < 0) ::close(each);
    if (nowhere >= 0) ::dup2(nowhere, each);
  }
}

/// Signals end it, whatever the program does about them; what can't be written is told by the call.
void reset_signals() {
  for (int each = 1; each < SIGRTMIN; ++each) ::signal(each, SIG_DFL);
  ::signal(SIGPIPE, SIG_IGN);
  ::signal(SIGXFSZ, SIG_IGN);
  sigset_t none{};
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

}  // namespace

void leave_behind(int kept, int parent) {
  reset_signals();
  // It ends when its socket closes. A signal at the death of its parent would come when the thread
  // ends that forked it.
  if (::getppid() != parent) ::_exit(0);
  if (kept != kKept) ::dup2(kept, kKept);
  silence();
  close_from(kKept + 1);
  end_first();
  limit(RLIMIT_CORE, 0);
}

std::string shut_in() {
  if (kIsSanitized) return {};
  if (kMachine == 0) return "there is no filter of calls for this kind of processor";
  limit(RLIMIT_NPROC, 0);
  limit(RLIMIT_NOFILE, 16);
  // Of memory that is handed over, each.
  limit(RLIMIT_FSIZE, kLongestMessage);
  ::prctl(PR_SET_DUMPABLE, 0);
  const auto refusal = [] { return std::string(std::strerror(errno)); };
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return refusal();
  Filter filter;
  for (const long call : kCalls) filter.allow(call);
  for (const long call : kLooks) filter.refuse(call);
  filter.allow_without(SYS_mmap, 2, PROT_EXEC);
  filter.allow_without(SYS_mprotect, 2, PROT_EXEC);
  // To abort, so that it can be told from what is forbidden.
  filter.allow_if_equal(SYS_tgkill, 0, static_cast<std::uint32_t>(::getpid()));
  return filter.install() ? std::string() : refusal();
}

}  // namespace handbill::confined
