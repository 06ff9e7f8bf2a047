// SPDX-License-Identifier: MIT
#include "picture/remake.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/check.h"
#include "display/jpeg_reader.h"
#include "display/jpeg_writer.h"
#include "display/samples.h"
#include "picture/resample.h"

namespace handbill::picture {
namespace {

using display::Picture;
using TakeRows = Resampler::TakeRows;

/// Of libjpeg's scale: in photographs no more than one (CIE 1976) off in the mean.
constexpr int kQuality = 90;
constexpr std::size_t kRowsAtOnce = 64;

const unsigned char* samples_of(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

ResampleSize resample_size(const Picture& picture, const PixelPlan& plan, std::size_t channels) {
  return {plan.read_width,
          plan.read_height,
          plan.width,
          plan.height,
          channels,
          picture.width * plan.eighths / 8.0,
          picture.height * plan.eighths / 8.0};
}

unsigned char times(unsigned value, unsigned alpha) {
  return static_cast<unsigned char>((value * alpha + 127) / 255);
}

/// Pixels weigh by how much of them is seen: what lies hidden must not shine through at the edges.
void weigh(std::string& pixels, std::string_view alpha, std::size_t channels) {
  for (std::size_t i = 0; i < pixels.size(); ++i) {
    pixels[i] = static_cast<char>(times(static_cast<unsigned char>(pixels[i]),
                                        static_cast<unsigned char>(alpha[i / channels])));
  }
}

void unweigh(std::string& pixels, std::string_view alpha, std::size_t channels) {
  for (std::size_t i = 0; i < pixels.size(); ++i) {
    const unsigned seen = static_cast<unsigned char>(alpha[i / channels]);
    const unsigned value = static_cast<unsigned char>(pixels[i]);
    if (seen > 0) pixels[i] = static_cast<char>(std::min(255U, (value * 255 + seen / 2) / seen));
  }
}

std::string resampled_alpha(const Picture& picture, const PixelPlan& plan) {
  if (picture.alpha.empty() || !plan.resamples()) return picture.alpha;
  std::string alpha;
  Resampler resampler(resample_size(picture, plan, 1), [&](const unsigned char* rows, auto count) {
    alpha.append(reinterpret_cast<const char*>(rows), count * plan.width);
  });
  resampler.push(samples_of(picture.alpha), plan.read_height);
  return alpha;
}

/// Of the same shape as before, or as small as its quality lets it be.
enum class Effort { AsBefore, Smallest };

/// One picture on its way.
class Remaker {
 public:
  Remaker(const Picture& picture, const PixelPlan& plan, const color::Separation* separation,
          Effort effort)
      : from_(picture),
        plan_(plan),
        separation_(separation),
        effort_(effort),
        channels_(channels(picture.space)) {
    made_->encoding = from_.encoding;
    made_->space = separation != nullptr ? Picture::Space::Cmyk : from_.space;
    made_->width = static_cast<int>(plan_.width);
    made_->height = static_cast<int>(plan_.height);
    made_->alpha = resampled_alpha(from_, plan_);
    made_->name = from_.name;
    if (separation == nullptr) made_->icc = from_.icc;
  }

  std::shared_ptr<const Picture> run() {
    const auto take = [this](const unsigned char* rows, std::size_t count) { ink(rows, count); };
    std::optional<Resampler> resampler;
    if (plan_.resamples()) resampler.emplace(resample_size(from_, plan_, channels_), take);
    const TakeRows next = [&](const unsigned char* rows, std::size_t count) {
      resampler ? resampler->push(rows, count) : take(rows, count);
    };
    from_.encoding == Picture::Encoding::Jpeg ? read_jpeg(next) : read_raw(next);
    if (writer_) made_->bytes = writer_->finish();
    return made_;
  }

 private:
  void read_jpeg(const TakeRows& next) {
    display::JpegReader jpeg(from_.bytes);
    bool sound = jpeg.read_header() && jpeg.start(plan_.eighths);
    open_writer(jpeg.has_coarse_chroma() || effort_ == Effort::Smallest ? display::Chroma::Coarse
                                                                        : display::Chroma::Fine);
    std::string band(jpeg.row_size() * kRowsAtOnce, '\0');
    auto* rows = reinterpret_cast<unsigned char*>(band.data());
    while (const std::size_t count = jpeg.read_rows(rows, kRowsAtOnce)) {
      if (from_.inverted) {
        for (char& each : band) each = static_cast<char>(~each);
      }
      next(rows, count);
    }
    sound = sound && jpeg.finish();
    HANDBILL_CHECK(sound, "read_picture has decoded it before");
  }

  void read_raw(const TakeRows& next) {
    const std::size_t row_pixels = plan_.read_width, rows = plan_.read_height;
    const bool weighs = plan_.resamples() && !from_.alpha.empty();
    for (std::size_t row = 0; row < rows; row += kRowsAtOnce) {
      const std::size_t count = std::min(kRowsAtOnce, rows - row);
      const std::size_t first = row * row_pixels, pixels = count * row_pixels;
      std::string band = from_.bytes.substr(first * channels_, pixels * channels_);
      if (weighs) weigh(band, std::string_view(from_.alpha).substr(first, pixels), channels_);
      next(samples_of(band), count);
    }
  }

  void ink(const unsigned char* rows, std::size_t count) {
    const std::size_t pixels = count * plan_.width;
    std::string band(reinterpret_cast<const char*>(rows), pixels * channels_);
    if (plan_.resamples() && !made_->alpha.empty()) {
      unweigh(band, std::string_view(made_->alpha).substr(done_, pixels), channels_);
    }
    done_ += pixels;
    if (separation_ != nullptr) band = separation_->to_ink(band);
    if (writer_) {
      writer_->write_rows(samples_of(band), count);
    } else {
      made_->bytes += band;
    }
  }

  void open_writer(display::Chroma chroma) {
    const auto coding =
        effort_ == Effort::Smallest ? display::Coding::Tight : display::Coding::Quick;
    writer_.emplace(
        display::JpegShape{made_->space, plan_.width, plan_.height, chroma, kQuality, coding});
  }

  const Picture& from_;
  const PixelPlan& plan_;
  const color::Separation* separation_;
  Effort effort_;
  std::size_t channels_;
  std::shared_ptr<Picture> made_ = std::make_shared<Picture>();
  std::optional<display::JpegWriter> writer_;
  std::size_t done_ = 0;  ///< pixels
};

bool is_small_enough(const Picture& made, const Picture& from, const PixelPlan& plan) {
  if (made.encoding != Picture::Encoding::Jpeg) return true;
  constexpr double kMostTimes = 1.5;  // a fourth ink, and rarer a finer quality
  const double most = static_cast<double>(from.bytes.size()) * (plan.is_smaller() ? 1 : kMostTimes);
  return static_cast<double>(made.bytes.size()) < most;
}

}  // namespace

std::shared_ptr<const Picture> remake(const Picture& picture, const PixelPlan& plan,
                                      const color::Separation* separation) {
  auto made = Remaker(picture, plan, separation, Effort::AsBefore).run();
  if (is_small_enough(*made, picture, plan)) return made;
  return Remaker(picture, plan, separation, Effort::Smallest).run();
}

}  // namespace handbill::picture
