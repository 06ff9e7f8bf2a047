// SPDX-License-Identifier: MIT
#include "heard/idle_words.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "base/ascii.h"
#include "base/language_tag.h"
#include "base/spaces.h"

namespace handbill::heard {
namespace {

using Texts = std::span<const std::string_view>;

/// In lower case.
struct IdleWords {
  std::string_view language;
  Texts links, alts, beginnings;
};

constexpr std::string_view kEnLinks[] = {
    "click here", "click",      "here",      "more",
    "read more",  "learn more", "see more",  "find out more",
    "link",       "this link",  "this page", "details",
    "website",    "go",         "tap here",  "follow this link"};
constexpr std::string_view kEnAlts[] = {"image", "picture", "photo",  "photograph",   "graphic",
                                        "icon",  "drawing", "figure", "illustration", "img"};
constexpr std::string_view kEnBeginnings[] = {"image of",   "picture of",   "photo of",
                                              "graphic of", "an image of",  "a picture of",
                                              "a photo of", "a graphic of", "the picture of"};
constexpr std::string_view kEsLinks[] = {
    "haga clic aquí", "haz clic aquí", "clic aquí",       "aquí",      "más",
    "leer más",       "ver más",       "más información", "enlace",    "este enlace",
    "esta página",    "detalles",      "sitio web",       "pulse aquí"};
constexpr std::string_view kEsAlts[] = {"imagen", "foto",  "fotografía", "gráfico",
                                        "icono",  "ícono", "dibujo",     "ilustración"};
constexpr std::string_view kEsBeginnings[] = {"imagen de", "foto de", "una imagen de",
                                              "una foto de", "fotografía de"};
constexpr std::string_view kArLinks[] = {"اضغط هنا",   "انقر هنا",   "اضغطوا هنا",  "انقروا هنا",
                                         "هنا",        "المزيد",     "اقرأ المزيد", "رابط",
                                         "هذا الرابط", "هذه الصفحة", "التفاصيل"};
constexpr std::string_view kArAlts[] = {"صورة", "رسم", "أيقونة", "صورة فوتوغرافية"};
constexpr std::string_view kArBeginnings[] = {"صورة ل", "صورة من"};
constexpr std::string_view kZhLinks[] = {"点击这里", "点此",     "点击此处", "这里", "此处", "更多",
                                         "查看更多", "阅读更多", "链接",     "详情", "网站"};
constexpr std::string_view kZhAlts[] = {"图片", "照片", "图像", "图", "图标", "插图"};
constexpr std::string_view kZhBeginnings[] = {"图片：", "照片：", "一张图片", "一张照片"};
constexpr std::string_view kFrLinks[] = {"cliquez ici",    "ici",  "plus",    "lire la suite",
                                         "en savoir plus", "lien", "ce lien", "cette page"};
constexpr std::string_view kFrAlts[] = {"image", "photo", "photographie", "icône", "dessin"};
constexpr std::string_view kFrBeginnings[] = {"image de", "photo de", "une image de",
                                              "une photo de"};
constexpr std::string_view kDeLinks[] = {"hier klicken", "klicken sie hier", "hier",
                                         "mehr",         "mehr erfahren",    "weiterlesen",
                                         "link",         "dieser link"};
constexpr std::string_view kDeAlts[] = {"bild",   "foto",      "grafik",
                                        "symbol", "zeichnung", "abbildung"};
constexpr std::string_view kDeBeginnings[] = {"bild von", "foto von", "ein bild von",
                                              "ein foto von"};

constexpr std::array kIdle = {IdleWords{"en", kEnLinks, kEnAlts, kEnBeginnings},
                              IdleWords{"es", kEsLinks, kEsAlts, kEsBeginnings},
                              IdleWords{"ar", kArLinks, kArAlts, kArBeginnings},
                              IdleWords{"zh", kZhLinks, kZhAlts, kZhBeginnings},
                              IdleWords{"fr", kFrLinks, kFrAlts, kFrBeginnings},
                              IdleWords{"de", kDeLinks, kDeAlts, kDeBeginnings}};

/// "zh-Hans" is "zh".
const IdleWords* find_words(std::string_view language) {
  const auto* found = std::ranges::find(kIdle, primary_language(language), &IdleWords::language);
  return found == kIdle.end() ? nullptr : &*found;
}

/// In lower case, without white and signs round it.
std::string plain(std::string_view text) {
  constexpr std::string_view kSigns = ".,:;!>()[]\"'";
  const auto is_idle = [&](char c) { return is_space(c) || kSigns.find(c) != kSigns.npos; };
  while (!text.empty() && is_idle(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_idle(text.back())) text.remove_suffix(1);
  return to_lower(text);
}

bool is_one_of(Texts texts, std::string_view text) {
  return std::ranges::find(texts, text) != texts.end();
}

}  // namespace

bool is_idle_link(std::string_view text, std::string_view language) {
  const IdleWords* words = find_words(language);
  return words != nullptr && is_one_of(words->links, plain(text));
}

bool is_bare_address(std::string_view text) {
  const std::string said = plain(text);
  if (said.find_first_of(" \n") != said.npos || said.find('.') == said.npos) return false;
  return said.starts_with("http://") || said.starts_with("https://") || said.find('?') != said.npos;
}

bool is_idle_alt(std::string_view text, std::string_view language) {
  const IdleWords* words = find_words(language);
  return words != nullptr && is_one_of(words->alts, plain(text));
}

std::string_view idle_beginning(std::string_view text, std::string_view language) {
  const IdleWords* words = find_words(language);
  if (words == nullptr) return {};
  const std::string said = plain(text);
  for (const std::string_view each : words->beginnings) {
    if (said.starts_with(each)) return each;
  }
  return {};
}

bool is_file_name(std::string_view text) {
  constexpr std::array<std::string_view, 10> kEndings = {".jpg", ".jpeg", ".png",  ".svg",  ".gif",
                                                         ".tif", ".tiff", ".webp", ".heic", ".pdf"};
  constexpr std::array<std::string_view, 8> kCameras = {"img",   "dsc",  "dscn", "dscf",
                                                        "image", "pict", "scan", "photo"};
  const std::string name = plain(text);
  if (name.find(' ') == name.npos) {
    for (const std::string_view each : kEndings) {
      if (name.size() > each.size() && name.ends_with(each)) return true;
    }
  }
  const auto digits = std::ranges::find_if(name, is_digit);
  constexpr std::ptrdiff_t kFewest = 2;
  if (name.end() - digits < kFewest || !std::all_of(digits, name.end(), is_digit)) return false;
  std::string before(name.begin(), digits);
  while (!before.empty() &&
         (before.back() == '_' || before.back() == '-' || before.back() == ' ')) {
    before.pop_back();
  }
  return std::ranges::find(kCameras, before) != kCameras.end();
}

}  // namespace handbill::heard
