// SPDX-License-Identifier: MIT
#include "workspace/workspace.h"

#include <utility>

#include "color/profile_folders.h"

namespace handbill::workspace {

Workspace::Workspace(world::Project of, std::shared_ptr<const diag::FileReader> its_files,
                     std::shared_ptr<confined::Reader> by,
                     std::function<std::string()> recall_phones)
    : project(std::move(of)),
      files(std::move(its_files)),
      reader(std::move(by)),
      fonts(font::machine_font_folders(), reader),
      hyphens(text::machine_hyphen_folders()),
      shops(color::profile_folders()),
      pictures(reader),
      phones(module_folders(), std::move(recall_phones)) {}

}  // namespace handbill::workspace
