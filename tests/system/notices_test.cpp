// SPDX-License-Identifier: MIT
// A notice to patients in the languages they read.
#include <catch2/catch.hpp>
#include <sstream>

#include "base/utf8.h"
#include "support/find_text.h"
#include "system/project.h"

using handbill::test::contains;
using handbill::test::ProjectCopy;
using handbill::test::run_program;

namespace {

struct Notice {
  const char* language;
  const char* font;  ///< that sets its script; "": the Latin one does
  /// In NFC. Where words have no space between them, `|` shows where lines may end.
  const char* text;
};

constexpr Notice kNotices[] = {
    {"am", "NotoSansEthiopic", "ካመመዎት ይደውሉልን። ቆዳዎን ንጹሕ ያድርጉ። ለ3 ቀናት ከፀሐይ ይራቁ።"},
    {"ar", "NotoSansArabic",
     "اتصلوا بنا إذا شعرتم بألم. حافظوا على نظافة البشرة. تجنبوا الشمس لمدة 3 أيام."},
    {"bn", "NotoSansBengali",
     "ব্যথা হলে আমাদের ফোন করুন। ত্বক পরিষ্কার ও শুকনো রাখুন। 3 দিন রোদ এড়িয়ে চলুন।"},
    {"de", "",
     "Rufen Sie uns an, wenn es wehtut. Halten Sie die Haut sauber und trocken. Meiden Sie 3 Tage "
     "lang die Sonne."},
    {"el", "",
     "Καλέστε μας αν πονάει. Κρατήστε το δέρμα καθαρό και στεγνό. Αποφύγετε τον ήλιο για 3 "
     "ημέρες."},
    {"en", "", "Call us if it hurts. Keep the skin clean and dry. Stay out of the sun for 3 days."},
    {"es", "",
     "Llámenos si le duele. Mantenga la piel limpia y seca. Evite el sol durante 3 días."},
    {"fa", "NotoSansArabic",
     "اگر درد داشتید با ما تماس بگیرید. پوست را تمیز و خشک نگه دارید. تا 3 روز از آفتاب دوری "
     "کنید."},
    {"fil", "",
     "Tawagan kami kung masakit. Panatilihing malinis at tuyo ang balat. Umiwas sa araw nang 3 "
     "araw."},
    {"fr", "",
     "Appelez-nous si cela fait mal. Gardez la peau propre et sèche. Évitez le soleil pendant 3 "
     "jours."},
    {"gu", "NotoSansGujarati", "દુખે તો અમને ફોન કરો. ત્વચા સાફ અને સૂકી રાખો. 3 દિવસ તડકાથી બચો."},
    {"he", "NotoSansHebrew",
     "התקשרו אלינו אם כואב לכם. שמרו על עור נקי ויבש. הימנעו מהשמש במשך 3 ימים."},
    {"hi", "NotoSansDevanagari", "दर्द हो तो हमें फ़ोन करें। त्वचा को साफ़ और सूखा रखें। 3 दिन तक धूप से बचें।"},
    {"ht", "", "Rele nou si li fè mal. Kenbe po a pwòp e sèk. Pa rete nan solèy pandan 3 jou."},
    {"hy", "NotoSansArmenian",
     "Զանգահարեք մեզ, եթե ցավում է։ Մաշկը մաքուր և չոր պահեք։ 3 օր խուսափեք արևից։"},
    {"it", "",
     "Ci chiami se fa male. Tenga la pelle pulita e asciutta. Eviti il sole per 3 giorni."},
    {"ja", "NotoSansCJKjp",
     "痛むときはお電話ください。肌を清潔に保ってください。3日間は日光を避けてください。"},
    {"ka", "NotoSansGeorgian",
     "დაგვირეკეთ, თუ გტკივათ. კანი სუფთა და მშრალი შეინახეთ. 3 დღე მოერიდეთ მზეს."},
    {"km", "NotoSansKhmer", "បើ|ឈឺ|សូម|ទូរស័ព្ទ|មក|យើង។ រក្សា|ស្បែក|ឲ្យ|ស្អាត។ ជៀសវាង|ពន្លឺ|ព្រះអាទិត្យ 3 ថ្ងៃ។"},
    {"kn", "NotoSansKannada", "ನೋವಾದರೆ ನಮಗೆ ಕರೆ ಮಾಡಿ. ಚರ್ಮವನ್ನು ಸ್ವಚ್ಛವಾಗಿಡಿ. 3 ದಿನ ಬಿಸಿಲಿನಿಂದ ದೂರವಿರಿ."},
    {"ko", "NotoSansCJKkr",
     "아프면 저희에게 전화해 주세요. 피부를 깨끗하고 건조하게 유지하세요. 3일 동안 햇빛을 "
     "피하세요."},
    {"lo", "NotoSansLao", "ຖ້າ|ເຈັບ|ໃຫ້|ໂທ|ຫາ|ພວກ|ເຮົາ ຮັກສາ|ຜິວ|ໃຫ້|ສະອາດ ຫຼີກ|ເວັ້ນ|ແດດ 3 ມື້"},
    {"ml", "NotoSansMalayalam",
     "വേദനിച്ചാൽ ഞങ്ങളെ വിളിക്കുക. ചർമ്മം വൃത്തിയായി സൂക്ഷിക്കുക. 3 ദിവസം വെയിൽ കൊള്ളരുത്."},
    {"my", "NotoSansMyanmar",
     "နာ|ကျင်|လျှင် ကျွန်ုပ်|တို့|ကို ဖုန်း|ဆက်|ပါ။ အ|သား|အ|ရေ|ကို သန့်|ရှင်း|အောင် ထား|ပါ။ နေ|ရောင်|ကို 3 ရက် ရှောင်|ပါ။"},
    {"ne", "NotoSansDevanagari",
     "दुखेमा हामीलाई फोन गर्नुहोस्। छाला सफा र सुक्खा राख्नुहोस्। 3 दिन घामबाट बच्नुहोस्।"},
    {"pa", "NotoSansGurmukhi", "ਜੇ ਦਰਦ ਹੋਵੇ ਤਾਂ ਸਾਨੂੰ ਫ਼ੋਨ ਕਰੋ। ਚਮੜੀ ਸਾਫ਼ ਅਤੇ ਸੁੱਕੀ ਰੱਖੋ। 3 ਦਿਨ ਧੁੱਪ ਤੋਂ ਬਚੋ।"},
    {"pl", "",
     "Proszę zadzwonić, jeśli boli. Skóra ma być czysta i sucha. Przez 3 dni proszę unikać "
     "słońca."},
    {"pt", "", "Ligue para nós se doer. Mantenha a pele limpa e seca. Evite o sol durante 3 dias."},
    {"ru", "", "Позвоните нам, если болит. Держите кожу чистой и сухой. Избегайте солнца 3 дня."},
    {"si", "NotoSansSinhala", "රිදෙනවා නම් අපට කතා කරන්න. සම පිරිසිදුව තබා ගන්න. දින 3ක් හිරු එළියෙන් වළකින්න."},
    {"so", "",
     "Na soo wac haddii ay xanuunto. Maqaarka nadiif ka dhig. Qorraxda iska ilaali 3 maalmood."},
    {"ta", "NotoSansTamil",
     "வலித்தால் எங்களை அழையுங்கள். தோலைச் சுத்தமாக வைத்திருங்கள். 3 நாட்கள் வெயிலைத் தவிருங்கள்."},
    {"te", "NotoSansTelugu",
     "నొప్పిగా ఉంటే మాకు ఫోన్ చేయండి. చర్మాన్ని శుభ్రంగా ఉంచండి. 3 రోజులు ఎండకు దూరంగా ఉండండి."},
    {"th", "NotoSansThai", "หาก|เจ็บ|โปรด|โทร|หา|เรา รักษา|ผิว|ให้|สะอาด|และ|แห้ง หลีก|เลี่ยง|แดด 3 วัน"},
    {"uk", "",
     "Зателефонуйте нам, якщо болить. Тримайте шкіру чистою і сухою. Уникайте сонця 3 дні."},
    {"ur", "NotoSansArabic",
     "اگر درد ہو تو ہمیں فون کریں۔ جلد کو صاف اور خشک رکھیں۔ 3 دن تک دھوپ سے بچیں۔"},
    {"vi", "",
     "Hãy gọi cho chúng tôi nếu bị đau. Giữ cho da sạch và khô. Tránh nắng trong 3 ngày."},
    {"zh", "NotoSansCJKsc", "如果疼痛，请给我们打电话。保持皮肤清洁干燥。3天内不要晒太阳。"},
    {"zh-Hant", "NotoSansCJKtc", "如果疼痛，請打電話給我們。請保持皮膚清潔乾燥。3天內不要曬太陽。"},
};

/// Content that is no draft, so that the page says nothing else.
constexpr const char* kApproved =
    "[revision]\nstatus = \"approved\"\napproved_by = \"office manager\"\ndate = \"2026-11-01\"\n";

constexpr const char* kLayout = R"(
title   = "Notice"
content = ["notice"]

[sheet]
size = ["4 in", "4 in"]

[font.text]
family = "Lato"

[style.body]
font    = "text"
size    = "12 pt"
leading = "20 pt"

[style.filled]
parent    = "body"
align     = "justify"
hyphenate = false

[markdown]
p = "body"

[[side]]

  [[side.frame]]
  text = "{notice.text}"
  box  = { top = "0.4 in", height = "3.4 in" }

[[side]]

  [[side.frame]]
  text  = "{notice.text}"
  style = "filled"
  box   = { top = "0.4 in", height = "3.4 in" }
)";

/// Lines end anywhere but before a stop.
bool is_set_in_squares(std::string_view language) {
  return language.starts_with("zh") || language == "ja" || language == "ko";
}

std::string without_marks(std::string text) {
  std::erase(text, '|');
  return text;
}

/// Without white space and marks of direction.
std::string letters_of(std::string_view text) {
  std::string letters;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = handbill::next_code_point(text, at);
    const bool is_mark = c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E);
    if (!is_mark && c != ' ' && c != '\n' && c != '\f') handbill::append_utf8(letters, c);
  }
  return letters;
}

/// What a reader of the first page gets. Poppler turns signs round in text from right to left, and
/// MuPDF does not read what stands for clusters that are in no logical order.
std::string read_back(const std::filesystem::path& pdf, std::string_view language) {
  const bool is_leftwards =
      language == "ar" || language == "fa" || language == "he" || language == "ur";
  return run_program(is_leftwards ? std::vector<std::string>{"mutool", "draw", "-q", "-F", "txt",
                                                             "-o", "-", pdf.string(), "1"}
                                  : std::vector<std::string>{"pdftotext", "-raw", "-l", "1",
                                                             pdf.string(), "-"})
      .output;
}

/// The lines of the first side.
std::vector<std::string> lines_of(const std::string& dump) {
  std::istringstream input(dump.substr(0, dump.find("side \"2\"")));
  std::vector<std::string> lines;
  for (std::string line; std::getline(input, line);) {
    if (line.find("  line ") == std::string::npos) continue;
    const std::size_t begin = line.find('"') + 1;
    lines.push_back(line.substr(begin, line.rfind('"') - begin));
  }
  return lines;
}

/// Whether `lines` are the words of the notice, each line ending where it may.
std::string fault_of(const Notice& notice, const std::vector<std::string>& lines) {
  std::string_view rest = notice.text;
  for (const std::string& line : lines) {
    for (const char c : line) {
      while (rest.starts_with('|')) rest.remove_prefix(1);
      if (!rest.starts_with(c)) return "`" + line + "` is not what follows: " + std::string(rest);
      rest.remove_prefix(1);
    }
    const bool may_end = rest.empty() || rest.starts_with(' ') || rest.starts_with('|') ||
                         (is_set_in_squares(notice.language) && !rest.starts_with("\u3002"));
    if (!may_end) return "`" + line + "` may not end there";
    if (rest.starts_with(' ')) rest.remove_prefix(1);
  }
  return rest.empty() ? "" : "missing: " + std::string(rest);
}

}  // namespace

TEST_CASE("signs that fonts of letters lack are set, and read back") {
  const ProjectCopy project;
  project.write("layouts/notice.toml", kLayout);
  project.write("content/en/notice.toml",
                "[notice]\ntext = \"Yes ✓ no ✗ call ☎ ● ★ ♿ ⚠\"\n" + std::string(kApproved));
  const auto result = project.handbill({"build", "notice"});
  INFO(result.errors);
  REQUIRE(result.exit_code == 0);
  CHECK_FALSE(contains(result.errors, "warning"));
  CHECK(letters_of(read_back(project / "out/notice.pdf", "en")) == "Yes✓no✗call☎●★♿⚠");
}

TEST_CASE("a document without such text reads no list of further fonts") {
  const ProjectCopy project;
  project.write("fonts/scripts.toml", "this is no TOML");
  CHECK(project.handbill({"build"}).exit_code == 0);
  project.write("layouts/notice.toml", kLayout);
  project.write("content/en/notice.toml", "[notice]\ntext = \"ሰላም\"\n");
  const auto result = project.handbill({"build", "notice"});
  CHECK(result.exit_code == 1);
  CHECK(contains(result.errors, "fonts/scripts.toml"));
}

TEST_CASE("a notice comes out of the PDF whole in every language, its lines ending between words") {
  const ProjectCopy project;
  project.write("layouts/notice.toml", kLayout);
  for (const Notice& each : kNotices) {
    const std::string folder = "content/" + std::string(each.language);
    std::filesystem::create_directories(project / folder);
    project.write(folder + "/notice.toml",
                  "[notice]\ntext = \"" + without_marks(each.text) + "\"\n" + kApproved);
  }
  for (const Notice& each : kNotices) {
    const std::string language = each.language;
    INFO(language);
    const auto built = project.handbill({"build", "notice", "--language", language});
    INFO(built.errors);
    REQUIRE(built.exit_code == 0);
    CHECK_FALSE(contains(built.errors, "warning"));
    const auto pdf = project / ("out/notice." + language + ".pdf");
    CHECK(letters_of(read_back(pdf, language)) == letters_of(without_marks(each.text)));
    const std::string fonts = run_program({"pdffonts", pdf.string()}).output;
    CHECK_FALSE(contains(fonts, "+NotoSans-"));
    CHECK(contains(fonts, *each.font == '\0' ? "+Lato-Regular" : "+" + std::string(each.font)));

    REQUIRE(project
                .handbill({"build", "notice", "--language", language, "--format", "dump", "--stage",
                           "fragments", "-o", "dumps"})
                .exit_code == 0);
    const std::vector<std::string> lines =
        lines_of(project.read("dumps/notice." + language + ".txt"));
    CHECK(lines.size() > 1);
    CHECK(fault_of(each, lines) == "");
  }
}
