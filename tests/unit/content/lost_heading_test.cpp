// SPDX-License-Identifier: MIT
// Headings that are missing: what is told, and where the keys stand after that.
#include "content/lost_heading.h"

#include <catch2/catch.hpp>

#include "content_from.h"
#include "spec/value.h"

namespace handbill::content::test {
namespace {

/// Each key with its table, in the order of the file: "clinic.name hours.monday".
void add_keys(const spec::Value& value, const std::string& path, std::string& keys) {
  const auto add_inner = [&](const spec::Value& inner, const std::string& name) {
    const bool is_text = inner.as_table() == nullptr && inner.as_array() == nullptr;
    if (is_text) keys += (keys.empty() ? "" : " ") + (name.empty() ? "?" : name);
    add_keys(inner, name, keys);
  };
  if (const auto* table = value.as_table()) {
    for (const spec::Entry& each : *table) {
      add_inner(each.value, path.empty() ? each.key : path + "." + each.key);
    }
  } else if (const auto* list = value.as_array()) {
    for (std::size_t i = 0; i < list->size(); ++i) {
      add_inner((*list)[i], path + "." + std::to_string(i));
    }
  }
}

struct Put {
  std::string keys;
  std::vector<std::string> said;
};

Put put_back(const std::string& toml, const spec::AskedKeys& asked = {}) {
  diag::SourceMap sources;
  diag::Diagnostics diags;
  spec::ContentSpec content;
  content.asked = asked;
  auto root = spec::read_toml(sources, sources.add("content.toml", toml), diags);
  REQUIRE(root);
  content.files.push_back({"content", std::move(*root)});
  content = with_headings(std::move(content), diags);
  Put put;
  add_keys(content.files[0].root, "", put.keys);
  for (const diag::Diagnostic& each : diags.list()) put.said.push_back(each.message);
  return put;
}

/// That nothing is told and moved.
void stays(const std::string& toml, const std::string& keys, const spec::AskedKeys& asked = {}) {
  CAPTURE(toml);
  const Put put = put_back(toml, asked);
  CHECK(put.said.empty());
  CHECK(put.keys == keys);
}

void moves(const std::string& toml, const std::string& keys, const spec::AskedKeys& asked = {}) {
  CAPTURE(toml);
  const Put put = put_back(toml, asked);
  CHECK(put.said.size() == 1);
  CHECK(put.keys == keys);
}

}  // namespace

TEST_CASE("what stands below its heading stays") {
  stays("[clinic]\nname = 'a'\nphone = 'b'\n[hours]\nmonday = 'c'\n",
        "clinic.name clinic.phone hours.monday");
  stays("[hours]\nmonday = 'a'\n[[hours.special]]\ndate = 'b'\ntuesday = 'c'\n",
        "hours.monday hours.special.0.date hours.special.0.tuesday");
  stays("", "");
  // A single key that a table does not know is more likely a slip.
  stays("name = 'a'\n", "name");
  stays("[clinic]\nname = 'a'\nmonday = 'b'\n", "clinic.name clinic.monday");
  stays("clinic = { name = 'a', monday = 'b', tuesday = 'c' }\n",
        "clinic.name clinic.monday clinic.tuesday");
}

TEST_CASE("keys above all headings go below the one that knows most of them") {
  moves("name = 'a'\nphone = 'b'\n[hours]\nmonday = 'c'\n",
        "hours.monday clinic.name clinic.phone");
  moves("monday = 'a'\ntuesday = 'b'\n", "hours.monday hours.tuesday");
  // Half of them is not most.
  stays("monday = 'a'\nname = 'b'\n[clinic]\nphone = 'c'\n", "monday name clinic.phone");
  moves("monday = 'a'\ntuesday = 'c'\nname = 'b'\n", "hours.monday hours.tuesday hours.name");
  // One key of a revision is enough: nothing else has them.
  moves("status = 'draft'\n[clinic]\nname = 'a'\n", "clinic.name revision.status");
}

TEST_CASE("keys below another heading go below their own, from the first stray on") {
  moves("[clinic]\nname = 'a'\nmonday = 'b'\ntuesday = 'c'\n",
        "clinic.name hours.monday hours.tuesday");
  moves("[hours]\nmonday = 'a'\nstreet = 'b'\ncity = 'c'\n",
        "hours.monday clinic.address.street clinic.address.city");
  // What is known above as well goes along with the strays that it follows.
  moves("[clinic]\nmonday = 'a'\ntuesday = 'b'\nname = 'c'\n",
        "hours.monday hours.tuesday hours.name");
  // A heading that is there has no need of them.
  stays("[clinic]\nname = 'a'\nmonday = 'b'\ntuesday = 'c'\n[hours]\nfriday = 'd'\n",
        "clinic.name clinic.monday clinic.tuesday hours.friday");
}

TEST_CASE("headings of a project are known by the keys that layouts ask for") {
  const spec::AskedKeys asked = {{"sign", {"title", "words"}}, {"other", {"left", "right"}}};
  moves("[sign]\ntitle = 'a'\nleft = 'b'\nright = 'c'\n", "sign.title other.left other.right",
        asked);
  stays("[sign]\ntitle = 'a'\nleft = 'b'\nright = 'c'\n[other]\nleft = 'd'\n",
        "sign.title sign.left sign.right other.left", asked);
  // A table that knows none of its keys has a misspelt heading.
  stays("[sign]\nleft = 'b'\nright = 'c'\n", "sign.left sign.right", asked);
}

}  // namespace handbill::content::test
