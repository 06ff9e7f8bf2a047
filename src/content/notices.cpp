// SPDX-License-Identifier: MIT
#include "content/notices.h"

#include <algorithm>

#include "base/nearest.h"
#include "content/blank.h"
#include "content/wording.h"
#include "spec/parse_layout.h"

namespace handbill::content {
namespace {

using diag::DiagnosticId;
using diag::Diagnostics;
using spec::Value;

constexpr std::string_view kTable = "notice";
/// A web address, which may say something else tomorrow.
constexpr std::string_view kWeb = "http";

bool has_words(const Value& value) {
  const std::string* text = value.as_string();
  return text != nullptr && text->find_first_not_of(" \t\n") != std::string::npos;
}

class NoticeReader {
 public:
  NoticeReader(Notice& notice, Diagnostics& diags) : notice_(notice), diags_(diags) {}

  void read() {
    notice_.said_at = notice_.table->span;
    read_applies();
    if (notice_.state == Notice::State::DoesNot) {
      require("reason", "does not apply, and nothing says why",
              "write `reason = \"…\"` below it: who decided so, and by what");
    } else if (notice_.state != Notice::State::Faulty) {
      require(
          "source", "does not say where its words come from",
          "write `source = \"…\"` below it: the web address they were copied from, or who wrote "
          "them");
      require_day();
    }
  }

 private:
  void read_applies() {
    const Value* applies = notice_.table->find("applies");
    if (applies == nullptr) return report_missing();
    if (applies->is_lost()) return;
    notice_.said_at = applies->span;
    if (const bool* says = std::get_if<bool>(&applies->data)) {
      notice_.state = *says ? Notice::State::Applies : Notice::State::DoesNot;
    } else if (is_blank(*applies)) {
      notice_.state = Notice::State::Undecided;
    } else {
      diags_.error(DiagnosticId::WrongType, applies->span,
                   quoted(notice_.path + ".applies") + " is " + a_type(*applies) +
                       "; it is `true` or `false`, without quotes");
    }
  }

  void report_missing() {
    if (!notice_.table->is_whole()) return;
    const std::vector<std::string> keys = {"applies"};
    for (const spec::Entry& entry : *notice_.table->as_table()) {
      if (!nearest(entry.key, keys)) continue;
      return diags_.error(DiagnosticId::UnknownKey, entry.key_span,
                          "unknown key " + quoted(entry.key) + " in " + quoted(notice_.path),
                          {"did you mean `applies`?"});
    }
    diags_.error(DiagnosticId::MissingKey, notice_.table->span,
                 quoted(notice_.path) + " does not say whether it applies",
                 {"write `applies = true` below it; or `applies = false`, and a `reason`"});
  }

  void require(std::string_view key, const std::string& fault, const std::string& hint) {
    const Value* value = notice_.table->find(key);
    const bool is_there =
        value != nullptr && (value->is_lost() || is_blank(*value) || has_words(*value));
    if (is_there || !notice_.table->is_whole()) return;
    const diag::Span at = value != nullptr ? value->span : notice_.said_at;
    diags_.error(DiagnosticId::MissingKey, at, quoted(notice_.path) + " " + fault, {hint});
  }

  /// The day on which the words were read there.
  void require_day() {
    const Value* source = notice_.table->find("source");
    const std::string* text = source != nullptr ? source->as_string() : nullptr;
    if (text == nullptr || !text->starts_with(kWeb)) return;
    const Value* day = notice_.table->find("read");
    if (day != nullptr ? day->is_lost() || std::holds_alternative<spec::Date>(day->data)
                       : !notice_.table->is_whole()) {
      return;
    }
    diags_.error(DiagnosticId::MissingKey, day != nullptr ? day->span : source->span,
                 quoted(notice_.path) + " does not say on which day its source was read",
                 {"write it below the source, as `read = 2026-12-31`"});
  }

  Notice& notice_;
  Diagnostics& diags_;
};

}  // namespace

std::vector<Notice> read_notices(const Tables& tables, Diagnostics& diags) {
  std::vector<Notice> notices;
  const auto found = tables.find(kTable);
  if (found == tables.end() || found->second->as_table() == nullptr) return notices;
  for (const spec::Entry& entry : *found->second->as_table()) {
    if (entry.key.empty() || entry.value.as_table() == nullptr || is_blank(entry.value)) continue;
    Notice notice{.path = std::string(kTable) + "." + entry.key, .table = &entry.value};
    NoticeReader(notice, diags).read();
    notices.push_back(std::move(notice));
  }
  return notices;
}

const Notice* notice_over(const std::vector<Notice>& notices, std::string_view path) {
  path = spec::path_in_second(path).value_or(path);
  const auto is_over = [&](const Notice& each) {
    return path == each.path || (path.starts_with(each.path) && path[each.path.size()] == '.');
  };
  const auto found = std::ranges::find_if(notices, is_over);
  return found == notices.end() ? nullptr : &*found;
}

void report_undecided(const Notice& notice, Diagnostics& diags) {
  diags.warning(DiagnosticId::NoticeUndecided, notice.said_at,
                "nobody has said yet whether " + quoted(notice.path) + " applies",
                {"write `applies = true`; or `applies = false`, and a `reason`"});
}

}  // namespace handbill::content
