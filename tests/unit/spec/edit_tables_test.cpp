// SPDX-License-Identifier: MIT
#include "spec/edit_tables.h"

#include <catch2/catch.hpp>

#include <functional>
#include <vector>

namespace handbill::spec {
namespace {

using TableEdit = std::function<std::optional<diag::Fix>(const TomlFile&)>;

std::string after_edit(const std::string& text, const TableEdit& edit) {
  diag::SourceMap sources;
  const diag::FileId file = sources.add("a.toml", text);
  diag::Diagnostics diags;
  const auto root = read_toml(sources, file, diags);
  INFO(text);
  REQUIRE(root);
  REQUIRE_FALSE(diags.has_errors());
  const auto fix = edit({sources, file, *root});
  if (!fix) return "refused";
  const std::string changed = edited(text, {*fix});
  diag::SourceMap again;
  const diag::FileId after = again.add("a.toml", changed);
  INFO(changed);
  REQUIRE(read_toml(again, after, diags));
  REQUIRE_FALSE(diags.has_errors());
  return changed;
}

std::string replaced_key(const std::string& text, const std::string& path,
                         const std::vector<KeyedLiteral>& keys) {
  return after_edit(text, [&](const TomlFile& toml) { return replace_key(toml, path, keys); });
}
std::string with_entry(const std::string& text, const std::string& list) {
  const std::vector<KeyedLiteral> keys = {{"date", "2026-12-25"}, {"name", "\"X\""}};
  return after_edit(text, [&](const TomlFile& toml) { return add_entry(toml, list, keys); });
}
std::string without(const std::string& text, const std::string& path) {
  return after_edit(text, [&](const TomlFile& toml) { return remove_at(toml, path); });
}

const std::vector<KeyedLiteral> kTwo = {{"mon", "1"}, {"tue-wed", "2"}};

}  // namespace

TEST_CASE("one key becomes several, in its place and column") {
  CHECK(replaced_key("[h]\nmon-wed   = 1 # all\nlunch     = 2\n", "h.mon-wed", kTwo) ==
        "[h]\nmon       = 1\ntue-wed   = 2 # all\nlunch     = 2\n");
  CHECK(replaced_key("[h]\r\n  x = 1\r\n", "h.x", kTwo) == "[h]\r\n  mon = 1\r\n  tue-wed = 2\r\n");
  CHECK(replaced_key("[h]\nl = { x = 1, y = 2 }\n", "h.l.x", kTwo) ==
        "[h]\nl = { mon = 1, tue-wed = 2, y = 2 }\n");
  CHECK(replaced_key("x = { a = 1 }\n", "x", kTwo) == "mon = 1\ntue-wed = 2\n");
  CHECK(replaced_key("[h]\nx = 1\n", "h.y", kTwo) == "refused");
  CHECK(replaced_key("[h]\nx = 1\n", "h", kTwo) == "refused");
  CHECK(replaced_key("[h]\nx = 1\n", "h.x", {}) == "refused");
}

TEST_CASE("the first entry of a list comes below a header of its own") {
  const std::string entry = "[[h.special]]\ndate = 2026-12-25\nname = \"X\"\n";
  CHECK(with_entry("[h]\na = 1\n", "h.special") == "[h]\na = 1\n\n" + entry);
  CHECK(with_entry("[h]\na = 1\n# end", "h.special") == "[h]\na = 1\n# end\n\n" + entry);
  CHECK(with_entry("", "h.special") == entry);
  CHECK(with_entry("h = { a = 1 }\n", "h.special") == "refused");
  CHECK(with_entry("h = 1\n", "h.special") == "refused");
  CHECK(with_entry("[[b]]\nn = 1\n[b.h]\na = 1\n[[b]]\nn = 2\n", "b.0.h.special") ==
        "[[b]]\nn = 1\n[b.h]\na = 1\n\n[[b.h.special]]\ndate = 2026-12-25\nname = \"X\"\n[[b]]\nn "
        "= 2\n");
}

TEST_CASE("a further entry comes behind the last, written as that is") {
  CHECK(with_entry("[[h.s]]\na = 1 # x\n\n# more\n[c]\n", "h.s") ==
        "[[h.s]]\na = 1 # x\n\n[[h.s]]\ndate = 2026-12-25\nname = \"X\"\n\n# more\n[c]\n");
  CHECK(with_entry("[[h.s]]\na = 1\n[h.s.b]\nc = 2\n", "h.s") ==
        "[[h.s]]\na = 1\n[h.s.b]\nc = 2\n\n[[h.s]]\ndate = 2026-12-25\nname = \"X\"\n");
  CHECK(with_entry("s = [{ a = 1 }]\n", "s") ==
        "s = [{ a = 1 }, { date = 2026-12-25, name = \"X\" }]\n");
  CHECK(with_entry("s = [\n  { a = 1 },\n]\n", "s") ==
        "s = [\n  { a = 1 }, { date = 2026-12-25, name = \"X\" },\n]\n");
  CHECK(with_entry("s = []\n", "s") == "s = [{ date = 2026-12-25, name = \"X\" }]\n");
  CHECK(with_entry("s = [1]\n", "s") == "refused");
  CHECK(with_entry("s = \"x\"\n", "s") == "refused");
}

TEST_CASE("what is taken away goes with its lines, and nothing else does") {
  CHECK(without("[h]\na = 1 # x\nb = 2\n", "h.a") == "[h]\nb = 2\n");
  CHECK(without("[h]\na = { b = 1, c = 2 }\n", "h.a.b") == "[h]\na = { c = 2 }\n");
  CHECK(without("[h]\na = { b = 1, c = 2 }\n", "h.a.c") == "[h]\na = { b = 1 }\n");
  CHECK(without("[h]\na = { b = 1 }\n", "h.a.b") == "[h]\na = {  }\n");
  CHECK(without("[h]\na = 1\n", "h") == "refused");
  CHECK(without("[h]\na = 1\n", "h.b") == "refused");
}

TEST_CASE("an entry of a list is taken away whole") {
  const std::string three = "[[s]]\na = 1\n\n# second\n[[s]]\na = 2\n\n[[s]]\na = 3\n";
  CHECK(without(three, "s.0") == "\n# second\n[[s]]\na = 2\n\n[[s]]\na = 3\n");
  CHECK(without(three, "s.1") == "[[s]]\na = 1\n\n# second\n\n[[s]]\na = 3\n");
  CHECK(without(three, "s.2") == "[[s]]\na = 1\n\n# second\n[[s]]\na = 2\n");
  CHECK(without(three, "s.3") == "refused");
  CHECK(without("[[s]]\na = 1\n[s.b]\nc = 2\n[d]\n", "s.0") == "[d]\n");
  CHECK(without("[[s]]\na = 1\n[d]\nx = 1\n[s.b]\nc = 2\n", "s.0") == "refused");
  CHECK(without("s = [{ a = 1 }, { a = 2 }]\n", "s.0") == "s = [{ a = 2 }]\n");
  CHECK(without("s = [{ a = 1 }, { a = 2 }]\n", "s.1") == "s = [{ a = 1 }]\n");
  CHECK(without("s = [{ a = 1 }]\n", "s.0") == "s = []\n");
}

}  // namespace handbill::spec
