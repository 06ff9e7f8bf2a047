// SPDX-License-Identifier: MIT
#include "spelling/spanish_of_english.h"

#include <algorithm>
#include <array>
#include <optional>

#include "spelling/letters.h"

namespace handbill::spelling {
namespace {

/// An ending of English, and those of Spanish in its place. `'`: the stress falls before it;
/// `/`: and with s; `/e`: and with es; `*`: with o, a, os and as.
struct Ending {
  std::string_view english, spanish;
};
constexpr auto kEndings = std::to_array<Ending>({
    {"mixis", "mixis"},
    {"physis", "'fisis"},
    {"phonia", "fonía/"},
    {"opia", "opía/ opia/"},
    {"able", "able/"},
    {"ably", "ablemente"},
    {"ac", "'ac*"},
    {"ad", "ado/"},
    {"agia", "agia/"},
    {"agogue", "agogo/"},
    {"aic", "aic*"},
    {"aine", "aína/"},
    {"al", "al/e 'ic* ari*"},
    {"algia", "algia/"},
    {"am", "am"},
    {"an", "an* án anes"},
    {"ance", "ancia/"},
    {"ancy", "ancia/"},
    {"ane", "ano/"},
    {"aneous", "áne*"},
    {"ant", "ante/"},
    {"ar", "ar/e"},
    {"ary", "ari* ar/e"},
    {"ase", "asa/"},
    {"asis", "asis asia/"},
    {"asm", "asmo/"},
    {"ate", "ato/ ad*"},
    {"ated", "ad*"},
    {"ating", "ante/"},
    {"atous", "atos*"},
    {"aur", "auro/"},
    {"ausal", "áusic*"},
    {"blast", "blasto/"},
    {"ble", "ble/"},
    {"che", "quia/"},
    {"chord", "corda cordio"},
    {"cle", "'culo/"},
    {"clonal", "clonal/e"},
    {"ction", "cción cciones"},
    {"culous", "culos*"},
    {"cyte", "cito/"},
    {"derm", "dermo/"},
    {"e", "o/ a/"},
    {"ea", "'ea/"},
    {"eal", "eal/e 'e*"},
    {"ed", "ad*"},
    {"eic", "eic*"},
    {"ein", "eína/"},
    {"eine", "eína/"},
    {"emia", "emia/"},
    {"en", "eno/ en"},
    {"ence", "encia/"},
    {"ency", "encia/"},
    {"ene", "eno/"},
    {"ent", "ente/"},
    {"eous", "'e* os*"},
    {"er", "er/e o/ ador/e adora/"},
    {"esis", "esis"},
    {"et", "eto/ et"},
    {"ex", "ex"},
    {"ferous", "'fer*"},
    {"form", "forme/"},
    {"fungal", "fúngic*"},
    {"gen", "'gen*"},
    {"genesis", "génesis"},
    {"genous", "'gen*"},
    {"glia", "glia/ glía/"},
    {"grafia", "grafía/"},
    {"gram", "grama/"},
    {"graph", "'graf*"},
    {"graphia", "grafía/"},
    {"graphy", "grafía/"},
    {"hyde", "hído/"},
    {"i", "i"},
    {"ia", "ia/"},
    {"iac", "íac* iac*"},
    {"ian", "ian*"},
    {"iasis", "iasis"},
    {"ib", "ib"},
    {"ible", "ible/"},
    {"ic", "'ic*"},
    {"ica", "'ica/"},
    {"ical", "'ic*"},
    {"ically", "'icamente"},
    {"icity", "icidad/"},
    {"ics", "'ica"},
    {"icum", "'ico"},
    {"icus", "'ico"},
    {"id", "'id* id"},
    {"idal", "idal/e ide*"},
    {"ide", "'ido/ ida/ uro/ ídic*"},
    {"il", "il/e ilo/"},
    {"im", "ima im"},
    {"in", "ina/ ino/ in ínic*"},
    {"inal", "inal/e ínic* in*"},
    {"ine", "ina/ ino/ ínic*"},
    {"insic", "ínsec*"},
    {"ion", "ión iones io/"},
    {"ir", "ir"},
    {"is", "is"},
    {"ism", "ismo/"},
    {"ist", "ista/"},
    {"it", "ito/"},
    {"ite", "ito/ ita/"},
    {"itis", "itis"},
    {"ity", "idad/"},
    {"ium", "io/"},
    {"ive", "iv*"},
    {"ization", "ización izaciones"},
    {"ize", "izar"},
    {"ized", "izad*"},
    {"lepsy", "lepsia/"},
    {"logia", "logía/"},
    {"logical", "'logic*"},
    {"logist", "'log*"},
    {"logy", "logía/"},
    {"lysis", "'lisis"},
    {"ma", "ma/"},
    {"mab", "mab"},
    {"matous", "matos*"},
    {"meter", "'metro/"},
    {"metria", "metría/"},
    {"metry", "metría/"},
    {"oid", "oide/ oide*"},
    {"oidal", "oide/ oide* oidal/e"},
    {"oin", "oína/"},
    {"ol", "ol/e"},
    {"ole", "ol/e"},
    {"oma", "oma/"},
    {"omata", "omas"},
    {"ome", "oma/ omo/"},
    {"on", "ón ones on"},
    {"one", "ona/"},
    {"or", "or/e ora/"},
    {"orphous", "orf*"},
    {"ory", "ori* oria/"},
    {"ose", "osa/ os*"},
    {"osing", "osante/"},
    {"osis", "osis"},
    {"ot", "oto/"},
    {"ous", "os*"},
    {"oxidase", "oxidasa/ ooxidasa/"},
    {"oxide", "óxido/"},
    {"pathia", "patía/"},
    {"pathy", "patía/"},
    {"phage", "'fag*"},
    {"phagous", "'fag*"},
    {"pheresis", "féresis"},
    {"phil", "'fil*"},
    {"phile", "'fil*"},
    {"phoria", "foria/"},
    {"plastic", "plásic* plástic*"},
    {"plasty", "plastia/ plastía/"},
    {"plegia", "plejía/ plejia/"},
    {"ploidy", "ploidía/"},
    {"pnea", "pnea/"},
    {"rrhea", "rrea/"},
    {"scope", "scopio/"},
    {"scopy", "scopia/"},
    {"sion", "sión siones"},
    {"sional", "sional/e"},
    {"some", "soma/"},
    {"static", "stásic* státic*"},
    {"t", "to/ ta/"},
    {"tetic", "tétic*"},
    {"therapy", "terapia/"},
    {"thesis", "'tesis"},
    {"tion", "ción ciones"},
    {"tional", "cional/e"},
    {"tome", "'tomo/"},
    {"tomia", "tomía/"},
    {"tomy", "tomía/"},
    {"tonia", "tonía/"},
    {"trophy", "trofia/"},
    {"ty", "tad/ dad/"},
    {"ula", "'ula/"},
    {"ular", "ular/e"},
    {"ule", "'ulo/ 'ula/"},
    {"ulum", "'ulo/"},
    {"ulus", "'ulo/"},
    {"um", "o/ um"},
    {"ure", "ura/"},
    {"us", "o/ us"},
    {"x", "x xo/"},
    {"xion", "xión xiones"},
    {"y", "ia/"},
    {"yl", "ilo/ il/e"},
    {"yne", "ino/"},
    {"zyme", "zima/"},
});

constexpr std::size_t kShortestWord = 6;

bool is_vowel(char letter) {
  return std::string_view("aeiou").find(letter) != std::string_view::npos;
}
/// Before which c and g are soft. As a text's é begins with a byte of its own, so may an ending.
bool is_soft(std::string_view rest) {
  return !rest.empty() && (rest[0] == 'e' || rest[0] == 'i' || rest[0] == 'y' ||
                           rest.starts_with("é") || rest.starts_with("í"));
}

/// Of a word that may be written in two ways, which one.
enum class Way { Usual, Kept };  ///< Kept: "ketoconazol", "tromboembolismo"

/// Spells a word as Spanish does, letter by letter.
class Respelling {
 public:
  /// `ending` is Spanish already, and stands behind.
  Respelling(std::string_view stem, std::string_view ending, Way way)
      : word_(stem), ending_(ending), way_(way) {}

  std::string run() {
    while (at_ < word_.size()) take();
    return std::move(made_);
  }

 private:
  bool is_next(std::string_view letters) const { return word_.substr(at_).starts_with(letters); }
  bool is_soft_after(std::size_t count) const {
    const std::string_view rest = word_.substr(at_ + count);
    return is_soft(rest.empty() ? ending_ : rest);
  }
  char after(std::size_t count) const {
    if (at_ + count < word_.size()) return word_[at_ + count];
    return ending_.empty() ? '\0' : ending_[0];
  }
  void put(std::string_view spanish, std::size_t count) {
    made_ += spanish;
    at_ += count;
  }

  void take() {
    if (at_ == 0 && take_beginning()) return;
    if (is_next("mph")) return put("nf", 3);
    if (is_next("poie")) return put("poye", 4);
    if (is_next("leuk")) return put("leuc", 4);
    if (is_next("chemo")) return put("quimio", 5);
    if (is_next("rrh")) return put("rr", 3);
    if (is_next("rh")) return put(at_ > 0 && is_vowel(made_.back()) ? "rr" : "r", 2);
    if (is_next("th")) return put("t", 2);
    if (is_next("ph")) return put("f", 2);
    if (is_next("ch")) return put(is_soft_after(2) ? "qu" : "c", 2);
    if (is_next("ck")) return put(is_soft_after(2) ? "qu" : "c", 2);
    if (is_next("qu") && (after(2) == 'a' || after(2) == 'o')) return put("cu", 2);
    if (way_ == Way::Usual && take_usual()) return;
    if (take_twice()) return;
    const char before = made_.empty() ? '\0' : made_.back();
    if (word_[at_] == 'y' && (before == '\0' || !is_vowel(before))) return put("i", 1);
    put(word_.substr(at_, 1), 1);
  }

  /// "spasm": espasmo; "sciatic": ciático.
  bool take_beginning() {
    if (is_next("pneum")) {
      put("neum", 5);
    } else if (is_next("sc") && is_soft_after(2)) {
      put("c", 2);
    } else if (is_next("s") &&
               std::string_view("bcdfgklmnpqtvz").find(after(1)) != std::string_view::npos) {
      put("es", 1);
    } else {
      return false;
    }
    return true;
  }

  bool take_usual() {
    if ((is_next("ae") && after(2) != 'r') || is_next("oe")) {
      put("e", 2);
    } else if (is_next("k")) {
      put(is_soft_after(1) ? "qu" : "c", 1);
    } else {
      return false;
    }
    return true;
  }

  /// Spanish writes no consonant twice, but for r, and c where it sounds twice.
  bool take_twice() {
    const char letter = word_[at_];
    if (after(1) != letter || is_vowel(letter)) return false;
    if (is_next("cc") && !is_soft_after(2)) {
      put("c", 2);
    } else if (is_next("mm") && made_.ends_with('i') && is_vowel(after(2))) {
      put("nm", 2);
    } else if (std::string_view("bdfglmnpstz").find(letter) != std::string_view::npos) {
      ++at_;  // the other is taken next, or begins the ending
    } else {
      return false;
    }
    return true;
  }

  std::string_view word_, ending_;
  Way way_;
  std::size_t at_ = 0;
  std::string made_;
};

/// "hepat": hepát. Of a diphthong the strong vowel has it.
std::string with_stress(std::string stem) {
  std::size_t at = stem.find_last_of("aeiou");
  if (at == stem.npos) return stem;
  const bool is_weak = stem[at] == 'i' || stem[at] == 'u';
  if (is_weak && at > 0 && std::string_view("aeo").find(stem[at - 1]) != std::string_view::npos)
    --at;
  constexpr std::string_view kPlain = "aeiou";
  constexpr std::array<std::string_view, 5> kStressed{"á", "é", "í", "ó", "ú"};
  return stem.replace(at, 1, kStressed[kPlain.find(stem[at])]);
}

std::vector<std::string> forms_of(std::string_view ending) {
  const auto but_last = [&](std::size_t count) {
    return std::string(ending.substr(0, ending.size() - count));
  };
  if (ending.ends_with("/e")) return {but_last(2), but_last(2) + "es"};
  if (ending.ends_with('/')) return {but_last(1), but_last(1) + "s"};
  if (!ending.ends_with('*')) return {std::string(ending)};
  const std::string stem = but_last(1);
  return {stem + "o", stem + "a", stem + "os", stem + "as"};
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

/// With z before e and i it may be c, and what is "cist" in one word is "quist" in another.
void add_with_variants(std::string word, std::vector<std::string>& words) {
  std::string soft = word;
  for (const std::string_view vowel : {"e", "i", "é", "í"}) {
    replace_all(soft, "z" + std::string(vowel), "c" + std::string(vowel));
  }
  if (soft != word) words.push_back(std::move(soft));
  std::string cyst = word;
  replace_all(cyst, "cist", "quist");
  replace_all(cyst, "císt", "quíst");
  if (cyst != word) words.push_back(std::move(cyst));
  words.push_back(std::move(word));
}

void add(std::string_view stem, std::string_view endings, Way way,
         std::vector<std::string>& words) {
  for (std::size_t at = 0; at < endings.size();) {
    const std::size_t end = std::min(endings.find(' ', at), endings.size());
    std::string_view each = endings.substr(at, end - at);
    at = end + 1;
    const bool has_stress = each.starts_with('\'');
    if (has_stress) each.remove_prefix(1);
    for (const std::string& form : forms_of(each)) {
      const std::string spelt = Respelling(stem, form, way).run();
      add_with_variants((has_stress ? with_stress(spelt) : spelt) + form, words);
    }
  }
}

/// The longest that the word has.
std::optional<Ending> ending_of(std::string_view word) {
  std::optional<Ending> found;
  for (const Ending& each : kEndings) {
    if (!word.ends_with(each.english) || word.size() < each.english.size() + 2) continue;
    if (!found || each.english.size() > found->english.size()) found = each;
  }
  return found;
}

/// "arteries": artery. What ends like "pus" or "lysis" is no plural.
std::string singular_of(std::string_view word) {
  const bool is_plural = word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") &&
                         !word.ends_with("is");
  if (!is_plural) return std::string(word);
  if (word.ends_with("ies")) return std::string(word.substr(0, word.size() - 3)) + "y";
  return std::string(word.substr(0, word.size() - 1));
}

}  // namespace

std::vector<std::string> spanish_of_english(std::string_view word) {
  std::vector<std::string> words;
  const std::string singular = singular_of(word);
  const auto ending = ending_of(singular);
  if (ending && singular.size() >= kShortestWord) {
    const std::string_view stem =
        std::string_view(singular).substr(0, singular.size() - ending->english.size());
    for (const Way way : {Way::Usual, Way::Kept}) add(stem, ending->spanish, way, words);
  }
  // As it is in Latin, which texts of medicine have in every language.
  for (const std::string_view latin : {"us", "is", "i", "ae", "oides"}) {
    if (word.size() >= kShortestWord && word.ends_with(latin)) words.emplace_back(word);
  }
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

std::string spanish_sound_of(std::string_view word) {
  const std::string plain = without_stress(word);
  std::string sound;
  for (std::size_t at = 0; at < plain.size(); ++at) {
    const std::string_view rest = std::string_view(plain).substr(at);
    char letter = plain[at];
    if (letter == 'h') continue;
    if (letter == 'v') letter = 'b';
    if (letter == 'z' || (letter == 'c' && is_soft(rest.substr(1)))) letter = 's';
    if (letter == 'g' && is_soft(rest.substr(1))) letter = 'j';
    if (rest.starts_with("ll")) letter = 'y';
    if (sound.empty() || sound.back() != letter) sound += letter;
    if (rest.starts_with("ll")) ++at;
  }
  return sound;
}

}  // namespace handbill::spelling
