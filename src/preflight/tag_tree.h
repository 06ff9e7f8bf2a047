// SPDX-License-Identifier: MIT
// The structure tree of a file nobody vouches for (PDF 1.7, 14.7).
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "preflight/read_pages.h"
#include "preflight/tagged_content.h"

namespace handbill::preflight {

/// An element. Those in it come behind it.
struct Tag {
  Handle object = Handle::newNull();
  std::string type;      ///< as written: "Heading"
  std::string standard;  ///< what the role map makes of it: "H1"; empty: nothing that is standard
  std::optional<std::size_t> parent{};
  std::vector<std::size_t> children{};
  std::vector<MarkedPiece> content{};
  std::vector<std::uint64_t> objects{};  ///< annotations and forms it has as a whole, by identity
  std::size_t page = 0;                  ///< of its first content, from 1; 0: not known
};

class TagTree {
 public:
  /// Empty where there is none. What stands in a circle is left out.
  TagTree(QPDF& pdf, const std::vector<FilePage>& pages, Budget& budget);

  const std::vector<Tag>& tags() const { return tags_; }
  const Handle& root() const { return root_; }
  bool is_there() const { return is_dictionary(root_); }
  /// An attribute of its own or of its classes (PDF 1.7, 14.7.5); null: none.
  Handle attribute(const Tag& tag, const char* owner, const char* key) const;
  /// Its own language, or that of what it stands in; empty: none.
  std::string language(const Tag& tag) const;
  /// For people: "12 0 R"; empty: it has no number.
  static std::string name(const Tag& tag);

 private:
  void read(const Handle& object, std::optional<std::size_t> parent, const Handle& page, int depth);
  std::size_t counted_kids(const Handle& kids) const;
  void read_kids(const Handle& kids, std::size_t tag, const Handle& page, int depth);
  void read_kid(const Handle& kid, std::size_t tag, const Handle& page, int depth);
  void note_page(std::size_t tag, const Handle& page);
  std::string standard_of(const std::string& type) const;

  Handle root_ = Handle::newNull();
  std::vector<Tag> tags_;
  std::map<std::uint64_t, std::size_t> numbers_;  ///< of pages
  std::set<std::uint64_t> open_;                  ///< elements that have been read
  Budget& budget_;
};

/// "P", "H1", "TH" and so on (PDF 1.7, 14.8.4).
bool is_standard_type(const std::string& type);

}  // namespace handbill::preflight
