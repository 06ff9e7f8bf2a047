// SPDX-License-Identifier: MIT
// Content and elements lead to each other (Matterhorn 01-003 to 01-005, 30; PDF 1.7, 14.7.4).
#include <algorithm>
#include <map>

#include "preflight/check_tags.h"
#include "preflight/number_tree.h"

namespace handbill::preflight {
namespace {

class ContentCheck {
 public:
  ContentCheck(const TagFacts& facts, TagFindings& findings) : facts_(facts), findings_(findings) {}

  void run() {
    check_marks();
    check_elements();
    check_pieces();
    check_parents();
    check_forms();
  }

 private:
  void check_marks() {
    for (const auto& [what, use] : facts_.file.uses.all()) {
      if (what.first == Used::Untagged) {
        findings_.add("matterhorn-01-005", what.second + " is neither tagged nor an artifact", use);
      }
      if (what.first == Used::ArtifactInTag) {
        findings_.add("matterhorn-01-003", "an artifact stands within tagged content", use);
      }
      if (what.first == Used::TagInArtifact) {
        findings_.add("matterhorn-01-004", "tagged content stands within an artifact", use);
      }
    }
  }

  void check_elements() {
    const auto& tags = facts_.tree.tags();
    for (std::size_t i = 0; i < tags.size(); ++i) {
      for (const MarkedPiece& piece : tags[i].content) {
        const auto area = page_area(facts_, tags[i].page);
        if (!owners_.try_emplace(piece, i).second) {
          findings_.add("tags-content", "two elements have the same content", area,
                        TagTree::name(tags[i]));
        }
        if (facts_.content.pieces.contains(piece)) continue;
        findings_.add("tags-content", "an element has content that no page has", area,
                      TagTree::name(tags[i]));
      }
    }
  }

  void check_pieces() {
    for (const auto& [piece, area] : facts_.content.pieces) {
      if (owners_.contains(piece) || !facts_.content.painted.contains(piece)) continue;
      findings_.add("matterhorn-01-005", "marked content is in no element", area);
    }
  }

  /// By the key of each page and form.
  void check_parents() {
    const NumberTree parents(entry(facts_.tree.root(), "/ParentTree"));
    std::map<std::uint64_t, Handle> streams;
    for (const FilePage& page : facts_.file.pages)
      streams.emplace(identity(page.object), page.object);
    for (const auto& [piece, owner] : owners_) {
      if (!facts_.content.pieces.contains(piece)) continue;
      auto stream = streams.find(piece.stream);
      if (stream == streams.end()) {
        stream = streams.emplace(piece.stream, object_of(piece.stream)).first;
      }
      const auto key = number(entry(stream->second, "/StructParents"));
      const Handle listed =
          key ? element(parents.find(*key), static_cast<std::size_t>(std::max(piece.number, 0)))
              : Handle::newNull();
      const Tag& tag = facts_.tree.tags()[owner];
      if (identity(listed) == identity(tag.object)) continue;
      findings_.add("tags-parent-tree", "the parent tree does not lead from content to its element",
                    facts_.content.pieces.at(piece), TagTree::name(tag));
    }
  }

  Handle object_of(std::uint64_t id) const {
    return facts_.file.pdf.getObjectByID(static_cast<int>(id >> 32U),
                                         static_cast<int>(id & 0xFFFFFFFFU));
  }

  void check_forms() {
    for (const auto& [form, times] : facts_.content.runs) {
      const auto first = facts_.content.pieces.lower_bound({form, 0});
      if (times < 2 || first == facts_.content.pieces.end() || first->first.stream != form)
        continue;
      findings_.add("matterhorn-30-002", "a form with marked content is painted more than once",
                    first->second);
    }
  }

  const TagFacts& facts_;
  TagFindings& findings_;
  std::map<MarkedPiece, std::size_t> owners_;  ///< elements, by their content
};

}  // namespace

void check_tag_content(const TagFacts& facts, TagFindings& findings) {
  ContentCheck(facts, findings).run();
}

}  // namespace handbill::preflight
