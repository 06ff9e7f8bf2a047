// SPDX-License-Identifier: MIT
// What is used of qpdf. Clang 14 can't read qpdf's JSON.hh as C++20 (a vector of a class that is
// not complete yet); nothing here needs more of it than its name.
#pragma once

#define JSON_HH
class JSON;

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>
