// SPDX-License-Identifier: MIT
#include "confined/channel.h"

#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <vector>

#include "base/read_at.h"

namespace handbill::confined {
namespace {

struct Head {
  std::uint64_t sign, words, file;
  std::uint32_t lies;  ///< where the texts are, a Lies
  std::uint32_t has_descriptor;
};

/// InPieces: in the messages that follow, where memory of that size is not to be had: a limit on
/// the size of files goes for it too.
enum Lies : std::uint32_t { Beside, InMemory, InPieces };

/// What follows the head in the same message.
constexpr std::size_t kMostBeside = 64 * 1024;
constexpr std::size_t kMostDescriptors = 2;

/// errno in words.
std::string refusal() { return std::strerror(errno); }

bool write_all(int file, std::string_view bytes, off_t at) {
  while (!bytes.empty()) {
    const ssize_t written = ::pwrite(file, bytes.data(), bytes.size(), at);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
    at += written;
  }
  return true;
}

/// Room for the numbers of descriptors, as the socket wants it.
union Control {
  cmsghdr header;
  std::array<char, CMSG_SPACE(sizeof(int) * kMostDescriptors)> bytes;
};

void attach(const std::vector<int>& descriptors, Control& control, msghdr& message) {
  if (descriptors.empty()) return;
  const std::size_t size = sizeof(int) * descriptors.size();
  message.msg_control = &control;
  message.msg_controllen = CMSG_SPACE(size);
  cmsghdr* const part = CMSG_FIRSTHDR(&message);
  part->cmsg_level = SOL_SOCKET;
  part->cmsg_type = SCM_RIGHTS;
  part->cmsg_len = CMSG_LEN(size);
  std::memcpy(CMSG_DATA(part), descriptors.data(), size);
}

std::vector<Descriptor> attached(msghdr& message) {
  std::vector<Descriptor> result;
  for (cmsghdr* part = CMSG_FIRSTHDR(&message); part; part = CMSG_NXTHDR(&message, part)) {
    if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS) continue;
    const std::size_t count = (part->cmsg_len - CMSG_LEN(0)) / sizeof(int);
    for (std::size_t i = 0; i < count; ++i) {
      int number = -1;
      std::memcpy(&number, CMSG_DATA(part) + i * sizeof(int), sizeof(int));
      result.emplace_back(number);
    }
  }
  return result;
}

/// The texts one after the other; none: errno says why.
Descriptor in_memory(const Sent& message) {
  Descriptor memory(::memfd_create("handbill", MFD_CLOEXEC));
  if (memory.number() < 0) return {};
  const bool is_done =
      write_all(memory.number(), message.words, 0) &&
      write_all(memory.number(), message.file, static_cast<off_t>(message.words.size()));
  return is_done ? std::move(memory) : Descriptor();
}

/// One message of nothing but bytes; how many went.
ssize_t pass(int channel, iovec bytes, ssize_t (*call)(int, msghdr*)) {
  msghdr piece{};
  piece.msg_iov = &bytes;
  piece.msg_iovlen = 1;
  ssize_t size = -1;
  do {
    size = call(channel, &piece);
  } while (size < 0 && errno == EINTR);
  return size;
}

bool send_pieces(int channel, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent =
        pass(channel, {const_cast<char*>(bytes.data()), std::min(bytes.size(), kMostBeside)},
             [](int to, msghdr* piece) { return ::sendmsg(to, piece, MSG_NOSIGNAL); });
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool receive_pieces(int channel, std::string& into, std::uint64_t size) {
  while (into.size() < size) {
    const std::size_t done = into.size();
    into.resize(std::min<std::uint64_t>(size, done + kMostBeside));
    const ssize_t got = pass(channel, {into.data() + done, into.size() - done},
                             [](int from, msghdr* piece) { return ::recvmsg(from, piece, 0); });
    if (got <= 0) return false;
    into.resize(done + static_cast<std::size_t>(got));
  }
  return true;
}

/// False: they are not there, whatever the head says.
bool read_out(const Descriptor& memory, Message& message, const Head& head) {
  const off_t size = ::lseek(memory.number(), 0, SEEK_END);
  if (size < 0 || static_cast<std::uint64_t>(size) < head.words + head.file) return false;
  message.words.resize(head.words);
  message.file.resize(head.file);
  return read_at(memory.number(), 0, message.words) &&
         read_at(memory.number(), head.words, message.file);
}

Heard take(int channel, const Head& head, std::string_view beside,
           std::vector<Descriptor> descriptors, Message& message) {
  message.sign = head.sign;
  const std::size_t wanted = (head.lies == InMemory ? 1U : 0U) + (head.has_descriptor ? 1U : 0U);
  if (descriptors.size() != wanted) return Heard::Nonsense;
  if (head.words > kLongestMessage || head.file > kLongestMessage) return Heard::Nonsense;
  if (head.lies == InMemory) {
    if (!read_out(descriptors.front(), message, head)) return Heard::Nonsense;
  } else if (head.lies == InPieces) {
    const bool is_whole = receive_pieces(channel, message.words, head.words) &&
                          receive_pieces(channel, message.file, head.file);
    if (!is_whole) return Heard::Nonsense;
  } else {
    if (beside.size() != head.words + head.file) return Heard::Nonsense;
    message.words = beside.substr(0, head.words);
    message.file = beside.substr(head.words);
  }
  if (head.has_descriptor) message.descriptor = std::move(descriptors.back());
  return Heard::Message;
}

}  // namespace

Descriptor::~Descriptor() {
  if (number_ >= 0) ::close(number_);
}

std::string send(int channel, const Sent& message) {
  const std::size_t size = message.words.size() + message.file.size();
  if (size > kLongestMessage) return std::strerror(EFBIG);
  const bool is_beside = size <= kMostBeside;
  const Descriptor memory = is_beside ? Descriptor() : in_memory(message);
  const Lies lies = is_beside ? Beside : memory.number() >= 0 ? InMemory : InPieces;
  Head head{message.sign, message.words.size(), message.file.size(), lies,
            message.descriptor < 0 ? 0U : 1U};
  // sendmsg takes what it does not change as if it did.
  std::array<iovec, 3> parts{
      {{&head, sizeof(head)},
       {const_cast<char*>(message.words.data()), is_beside ? message.words.size() : 0},
       {const_cast<char*>(message.file.data()), is_beside ? message.file.size() : 0}}};
  std::vector<int> descriptors;
  if (lies == InMemory) descriptors.push_back(memory.number());
  if (message.descriptor >= 0) descriptors.push_back(message.descriptor);
  msghdr whole{};
  whole.msg_iov = parts.data();
  whole.msg_iovlen = parts.size();
  Control control{};
  attach(descriptors, control, whole);
  while (::sendmsg(channel, &whole, MSG_NOSIGNAL) < 0) {
    if (errno != EINTR) return refusal();
  }
  const bool is_sent = lies != InPieces ||
                       (send_pieces(channel, message.words) && send_pieces(channel, message.file));
  return is_sent ? std::string() : refusal();
}

Heard receive(int channel, Message& message) {
  Head head{};
  std::array<char, kMostBeside> beside;  // filled by the call
  std::array<iovec, 2> parts{{{&head, sizeof(head)}, {beside.data(), beside.size()}}};
  msghdr whole{};
  whole.msg_iov = parts.data();
  whole.msg_iovlen = parts.size();
  Control control{};
  whole.msg_control = &control;
  whole.msg_controllen = sizeof(control);
  ssize_t size = -1;
  do {
    size = ::recvmsg(channel, &whole, MSG_CMSG_CLOEXEC);
  } while (size < 0 && errno == EINTR);
  std::vector<Descriptor> descriptors = attached(whole);
  if (size <= 0) return Heard::Nobody;
  const bool is_whole = size >= static_cast<ssize_t>(sizeof(head)) &&
                        (whole.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) == 0;
  if (!is_whole) return Heard::Nonsense;
  const std::size_t length = static_cast<std::size_t>(size) - sizeof(head);
  return take(channel, head, {beside.data(), length}, std::move(descriptors), message);
}

}  // namespace handbill::confined
