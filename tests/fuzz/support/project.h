// SPDX-License-Identifier: MIT
// A project in memory, made into a document and written in every format.
#pragma once

#include <map>
#include <string>

namespace handbill::fuzz {

/// Bytes by path in the project.
using Files = std::map<std::string, std::string, std::less<>>;

/// What a layout of a fuzzer may name: a font of squares, a house with a style, a shop that asks
/// for PDF/X-4 under a profile of the project, pictures and drawings; the shops, packs and
/// impositions the program lends.
const Files& shared_files();

/// What becomes of a document that an error is told of, though all of it could be read.
enum class Faulty { NotWritten, Written };

/// Makes layouts/any.toml of these files, laid over the shared ones. Pages are there or errors
/// told, never both; pages are written as PDF, SVG and PNG, each whole or with an error, and a PDF
/// can be read back. Gives whether there were pages.
bool make_document(const Files& own, Faulty faulty = Faulty::NotWritten);

}  // namespace handbill::fuzz
