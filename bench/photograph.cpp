// SPDX-License-Identifier: MIT
// A photograph read, judged whole and made ready for a press: `photograph FILE.jpg PROFILE.icc
// INCHES OUT.jpg` writes what goes into the PDF and prints the milliseconds of CPU that took.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>

#include "picture/read_picture.h"
#include "picture/to_press.h"

namespace {

using namespace handbill;

[[noreturn]] void give_up(const std::string& what) {
  std::fprintf(stderr, "photograph: %s\n", what.c_str());
  std::exit(1);
}

std::string bytes_of(const char* path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes(std::istreambuf_iterator<char>(in), {});
  if (bytes.empty()) give_up(std::string("nothing in ") + path);
  return bytes;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) give_up("FILE.jpg PROFILE.icc INCHES OUT.jpg");
  const std::string file = bytes_of(argv[1]);
  const auto press = color::Preview::from_profile(bytes_of(argv[2]));
  if (!press) give_up("no press profile");
  const Length width = Length::inch(std::atof(argv[3]));
  const std::clock_t begin = std::clock();
  diag::Diagnostics diags;
  const auto read = picture::read_picture(file, argv[1], {}, diags);
  if (!read) give_up("no picture");
  const picture::PressWish wish{*press};
  const auto made =
      picture::to_press(read, wish, {width, width * read->height / read->width}, {}, diags);
  if (!made) give_up("not for a press");
  const double took = static_cast<double>(std::clock() - begin) * 1000 / CLOCKS_PER_SEC;
  std::ofstream(argv[4], std::ios::binary) << made->bytes;
  std::printf("%.1f\n", took);
}
