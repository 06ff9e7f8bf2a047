// SPDX-License-Identifier: MIT
#include "capi/handbill.h"

#include <filesystem>
#include <memory>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "build/affected.h"
#include "build/check_documents.h"
#include "build/font_list.h"
#include "build/ink_files.h"
#include "build/list_prints.h"
#include "build/print_stacks.h"
#include "build/ticket_files.h"
#include "build/verify_pdf.h"
#include "build/version.h"
#include "capi/job.h"
#include "diag/guarded.h"
#include "diag/held_files.h"
#include "diag/render.h"

namespace {

using namespace handbill;

/// The files of the project as the caller has them.
class CallersFiles final : public diag::FileReader {
 public:
  CallersFiles(std::shared_ptr<const diag::FileReader> below, const handbill_callbacks& callbacks)
      : below_(std::move(below)), callbacks_(callbacks) {}

  diag::FileAnswer read(std::string_view path) const override {
    const char* bytes = nullptr;
    std::size_t size = 0;
    switch (callbacks_.read(callbacks_.data, std::string(path).c_str(), &bytes, &size)) {
      case HANDBILL_HELD:
        if (bytes == nullptr) size = 0;
        return {diag::FileState::File, std::string(size > 0 ? bytes : "", size)};
      case HANDBILL_GONE:
        return {};
      case HANDBILL_ON_DISK:
        break;
    }
    return below_->read(path);
  }
  std::vector<std::string> list(std::string_view folder) const override {
    return below_->list(folder);
  }

 private:
  std::shared_ptr<const diag::FileReader> below_;
  handbill_callbacks callbacks_;
};

/// What the caller knows of them: one who was built with an older header gives fewer.
handbill_callbacks known(const handbill_callbacks* given) {
  handbill_callbacks callbacks{};
  if (given == nullptr) return callbacks;
  const auto has = [&](std::size_t offset, std::size_t size) {
    return given->size >= offset + size;
  };
  if (has(offsetof(handbill_callbacks, data), sizeof given->data)) callbacks.data = given->data;
  if (has(offsetof(handbill_callbacks, read), sizeof given->read)) callbacks.read = given->read;
  if (has(offsetof(handbill_callbacks, is_cancelled), sizeof given->is_cancelled)) {
    callbacks.is_cancelled = given->is_cancelled;
  }
  return callbacks;
}

}  // namespace

struct handbill_workspace {
  handbill_callbacks callbacks{};
  std::shared_ptr<diag::HeldFiles> held{};
  std::unique_ptr<workspace::Workspace> workspace{};  ///< null: the options were wrong
  std::string opened_state{};                         ///< of its project, when it was made
  std::string wrong{};                                ///< what of them
};

struct handbill_result {
  handbill_status status = HANDBILL_DONE;
  std::string diagnostics{};
  std::vector<build::OutputFile> files{};
};

namespace {

void open(handbill_workspace& opened, std::string_view json) {
  const capi::Options options = capi::read_options(json);
  std::error_code error;
  const std::filesystem::path root = std::filesystem::absolute(options.project, error);
  if (error || !std::filesystem::is_directory(root / "layouts", error)) {
    throw capi::WrongUse{"`project` is `" + options.project + "`, which has no folder `layouts`"};
  }
  const std::string data =
      options.data.empty() ? world::data_folder().value_or(root.string()) : options.data;
  world::Project project{root.lexically_normal().string(), data};
  // The reader comes first: what is there by then is copied.
  auto reader = build::reader_for(options.reading);
  std::shared_ptr<const diag::FileReader> files =
      std::make_shared<diag::DiskFiles>(project.files());
  if (opened.callbacks.read != nullptr) {
    files = std::make_shared<CallersFiles>(std::move(files), opened.callbacks);
  }
  opened.held = std::make_shared<diag::HeldFiles>(std::move(files));
  opened.opened_state = world::state_of_opened(project);
  opened.workspace =
      std::make_unique<workspace::Workspace>(std::move(project), opened.held, std::move(reader));
}

using Kind = capi::Job::Kind;

build::InkPictures pictures_of(const capi::Job& job) {
  return {job.outputs.formats, job.outputs.pixels_per_inch};
}

std::vector<build::OutputFile> make(const capi::Job& job, build::Run& run) {
  std::vector<build::OutputFile> files;
  build::Maker maker;
  maker.begins = [&](const std::string&, std::size_t, std::size_t) { run.pause(); };
  maker.make = [&](const build::Job& each, build::Run& in) {
    if (job.kind == Kind::Ticket)
      return build::make_ticket_files(each, {.quantity = job.quantity}, in);
    if (job.kind == Kind::Plates) return build::make_ink_files(each, pictures_of(job), in);
    return build::make_files(each, job.outputs, in);
  };
  const auto publish = job.outputs.are_dumps() ? build::Publish::Always : build::Publish::Whole;
  build::make_documents(run, publish, maker, [&](build::Made& made, build::Soundness) {
    for (build::OutputFile& file : made.files) files.push_back(std::move(file));
    return build::Next::GoOn;
  });
  run.new_settings.report(run.diags);
  return files;
}

/// What the command prints for programs, as a file.
std::vector<build::OutputFile> report(const char* name, std::string json) {
  return {{std::string(name) + ".json", std::move(json)}};
}

std::vector<build::OutputFile> preflight(const capi::Job& job, build::Run& run) {
  build::PreflightRequest asked = job.preflight;
  asked.files = job.pdfs;
  asked.deny_warnings = job.request.deny_warnings;
  if (!job.request.shops.empty()) asked.shop = job.request.shops.front();
  asked.trim = job.request.trim;
  const build::Preflighted found =
      build::preflight_files(asked, run.workspace.project.files(), *run.workspace.reader);
  for (const build::JudgedPdf& file : found.files) {
    run.diags.add_all(file.findings);
  }
  return report("preflight", build::json_of(found));
}

/// A PDF that does not say what it was made of has no report.
std::vector<build::OutputFile> verify(const capi::Job& job, build::Run& run) {
  const std::string& path = job.pdfs.front();
  auto made = build::read_made(path, run.diags);
  if (!made) return {};
  return report("verify", build::json_of(build::verify_pdf(path, std::move(*made), run)));
}

std::vector<build::OutputFile> fonts(const capi::Job& job, build::Run& run) {
  const build::FontList list = build::list_fonts(run.workspace.project, job.families,
                                                 run.workspace.reader, run.sources, run.diags);
  if (!list.unknown.empty()) {
    run.diags.error(diag::DiagnosticId::WrongUse, {}, list.unknown);
    return {};
  }
  return report("fonts", build::json_of(list));
}

/// What can't be made is a fault of the answer, and of the job.
std::vector<build::OutputFile> affected(const capi::Job& job, build::Run& run) {
  build::AffectedAnswer answer;
  answer.answers =
      build::find_affected({job.asked, job.request.languages, job.request.editions}, run);
  answer.diags = run.diags;
  return report("affected", build::json_of(answer));
}

std::vector<build::OutputFile> prints(build::Run& run) {
  const auto stacks = build::PrintJudge(run).judge();
  if (run.diags.has_errors()) return {};
  return report("prints", build::json_of(stacks));
}

std::vector<build::OutputFile> files_of(const capi::Job& job, build::Run& run) {
  switch (job.kind) {
    case Kind::Check:
      build::check_documents(run);
      return {};
    case Kind::Build:
    case Kind::Ticket:
    case Kind::Plates:
      return make(job, run);
    case Kind::Preflight:
      return preflight(job, run);
    case Kind::Verify:
      return verify(job, run);
    case Kind::Fonts:
      return fonts(job, run);
    case Kind::Affected:
      return affected(job, run);
    case Kind::Prints:
      return prints(run);
  }
  return {};
}

void tell_wrong_use(const std::string& message, handbill_result& result) {
  diag::Diagnostics diags;
  diags.error(diag::DiagnosticId::WrongUse, {}, message);
  result.status = HANDBILL_WRONG_USE;
  result.diagnostics = diag::render_json(diags, diag::SourceMap());
}

/// Fonts and dictionaries are opened once; where one has changed since, all are opened anew.
void renew_if_changed(handbill_workspace& in) {
  std::string state = world::state_of_opened(in.workspace->project);
  if (state == in.opened_state) return;
  in.opened_state = std::move(state);
  in.workspace =
      std::make_unique<workspace::Workspace>(in.workspace->project, in.held, in.workspace->reader);
}

/// A job that is stopped, or comes to a fault, has no files.
void work(handbill_workspace& in, const capi::Job& job, handbill_result& result) {
  renew_if_changed(in);
  build::Run run(*in.workspace, job.request, in.workspace->sources);
  const handbill_callbacks& callbacks = in.callbacks;
  if (callbacks.is_cancelled != nullptr) {
    run.between_stages = [&callbacks] {
      if (callbacks.is_cancelled(callbacks.data) != 0) throw diag::Stopped();
    };
  }
  try {
    const bool is_done = diag::guarded(run.diags, [&] { result.files = files_of(job, run); });
    result.status = !is_done                 ? HANDBILL_FAULT
                    : run.diags.has_errors() ? HANDBILL_FAULTY
                                             : HANDBILL_DONE;
  } catch (const diag::Stopped&) {
    result.files.clear();
    result.status = HANDBILL_CANCELLED;
  }
  result.diagnostics = diag::render_json(run.diags, run.sources);
}

bool set_file(handbill_workspace& in, std::string_view path, handbill_file state,
              std::string_view bytes) {
  switch (state) {
    case HANDBILL_ON_DISK:
      in.held->let_go(path);
      break;
    case HANDBILL_HELD:
      if (!in.held->hold(path, std::string(bytes))) return false;
      break;
    case HANDBILL_GONE:
      if (!in.held->hold(path, std::nullopt)) return false;
      break;
    default:
      return false;
  }
  if (world::is_opened_once(path)) in.opened_state.clear();
  return diag::is_inside_project(path);
}

}  // namespace

extern "C" {

int handbill_api(void) { return HANDBILL_API; }

const char* handbill_version(void) {
  static const std::string version(build::kVersion);
  return version.c_str();
}

handbill_workspace* handbill_open(const char* options, const handbill_callbacks* callbacks) {
  try {
    auto opened = std::make_unique<handbill_workspace>();
    opened->callbacks = known(callbacks);
    try {
      if (options == nullptr) throw capi::WrongUse{"there are no options"};
      open(*opened, options);
    } catch (const capi::WrongUse& wrong) {
      opened->wrong = wrong.message;
    }
    return opened.release();
  } catch (const std::exception&) {
    return nullptr;
  }
}

void handbill_close(handbill_workspace* workspace) { delete workspace; }

int handbill_set_file(handbill_workspace* workspace, const char* path, handbill_file state,
                      const char* bytes, size_t size) {
  if (workspace == nullptr || path == nullptr || !workspace->held) return 0;
  if (state == HANDBILL_HELD && bytes == nullptr && size > 0) return 0;
  try {
    return set_file(*workspace, path, state, std::string_view(size > 0 ? bytes : "", size)) ? 1 : 0;
  } catch (const std::exception&) {
    return 0;  // more than there is memory for
  }
}

handbill_result* handbill_run(handbill_workspace* workspace, const char* job) {
  if (workspace == nullptr) return nullptr;
  try {
    auto result = std::make_unique<handbill_result>();
    try {
      if (job == nullptr) throw capi::WrongUse{"there is no job"};
      if (!workspace->workspace) throw capi::WrongUse{workspace->wrong};
      work(*workspace, capi::read_job(job), *result);
    } catch (const capi::WrongUse& wrong) {
      tell_wrong_use(wrong.message, *result);
    }
    return result.release();
  } catch (const std::exception&) {
    return nullptr;
  }
}

handbill_status handbill_result_status(const handbill_result* result) { return result->status; }

const char* handbill_result_diagnostics(const handbill_result* result) {
  return result->diagnostics.c_str();
}

size_t handbill_result_file_count(const handbill_result* result) { return result->files.size(); }

const char* handbill_result_file_name(const handbill_result* result, size_t file) {
  return file < result->files.size() ? result->files[file].name.c_str() : nullptr;
}

const char* handbill_result_file_bytes(const handbill_result* result, size_t file, size_t* size) {
  if (file >= result->files.size()) return nullptr;
  *size = result->files[file].bytes.size();
  return result->files[file].bytes.data();
}

void handbill_result_free(handbill_result* result) { delete result; }

}  // extern "C"
