// SPDX-License-Identifier: MIT
// PDF/UA-1 (ISO 14289-1:2014) as far as a machine can tell, by the Matterhorn Protocol 1.1.
#pragma once

#include "preflight/check_structure.h"
#include "preflight/tag_rules.h"
#include "preflight/tag_tree.h"

namespace handbill::preflight {

struct TagFacts {
  const FileFacts& file;
  const TagTree& tree;
  const TaggedContent& content;
  bool claims = false;  ///< the file says it is PDF/UA, or it is asked to be
};

/// What the file says of itself: metadata, title, layers, embedded files, security.
void check_tag_file(const TagFacts& facts, TagFindings& findings);
/// Elements: their types, how they nest, what they have to say.
void check_tag_tree(const TagFacts& facts, TagFindings& findings);
/// Tables are regular, and their heads say what they head.
void check_tag_tables(const TagFacts& facts, TagFindings& findings);
/// Content and elements lead to each other.
void check_tag_content(const TagFacts& facts, TagFindings& findings);
void check_tag_annotations(const TagFacts& facts, TagFindings& findings);
void check_tag_fonts(const TagFacts& facts, TagFindings& findings);

/// All of them. A file without tags has one finding.
void check_tags(const TagFacts& facts, TagFindings& findings);

/// Of the whole document; empty: none that can be one.
std::string document_language(const TagFacts& facts);
/// A page as a place of a finding; page 0 is none.
std::optional<diag::PageArea> page_area(const TagFacts& facts, std::size_t page);

}  // namespace handbill::preflight
