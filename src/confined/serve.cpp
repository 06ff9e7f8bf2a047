// SPDX-License-Identifier: MIT
#include "confined/serve.h"

#include <unistd.h>

#include <exception>
#include <map>
#include <new>

#include "confined/channel.h"
#include "confined/jail.h"

namespace handbill::confined {
namespace {

using Opened = std::map<Opener, std::shared_ptr<const void>>;

struct Answer {
  Answered how = Answered::Done;
  Reply reply{};
};

Answer answer(const Message& question, const Opened& opened) {
  // It comes from the program, which this process is a copy of.
  const auto* work = reinterpret_cast<const Work*>(static_cast<std::uintptr_t>(question.sign));
  Task task{question.words, question.file, question.descriptor.number()};
  if (const auto found = opened.find(work->open); found != opened.end())
    task.opened = found->second.get();
  try {
    return {Answered::Done, work->run(task)};
  } catch (const std::bad_alloc&) {
    return {Answered::OutOfMemory};
  } catch (const std::exception& fault) {
    return {Answered::Threw, {fault.what()}};
  }
}

void send_answer(const Answer& answer) {
  const auto sign = [](Answered how) { return static_cast<std::uint64_t>(how); };
  const std::string unsent = send(kKept, {sign(answer.how), answer.reply.words, answer.reply.file});
  if (!unsent.empty()) send(kKept, {sign(Answered::NotHandedOver), unsent});
}

}  // namespace

Outcome harmful(std::string trouble) {
  return {std::nullopt,
          std::move(trouble),
          {"the file is damaged, or made to do harm: get it anew from whoever made it"}};
}

Outcome nonsense() { return harmful("gave an answer that makes no sense"); }

void serve(int channel, int parent, const std::vector<Opener>& to_open) {
  leave_behind(channel, parent);
  Opened opened;
  for (const Opener each : to_open) opened.emplace(each, each());
  const std::string refusal = shut_in();
  for (;;) {
    try {
      Message question;
      if (receive(kKept, question) != Heard::Message) ::_exit(0);
      send_answer(refusal.empty() ? answer(question, opened)
                                  : Answer{Answered::NotConfined, {refusal}});
    } catch (const std::bad_alloc&) {
      send_answer({Answered::OutOfMemory});
    }
  }
}

}  // namespace handbill::confined
