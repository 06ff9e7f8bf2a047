/* SPDX-License-Identifier: MIT */
/* Builds one document of a project and writes its files into the current folder. */
#include <handbill.h>
#include <stdio.h>
#include <string.h>

static int write_file(const handbill_result* result, size_t number) {
  size_t size = 0;
  const char* bytes = handbill_result_file_bytes(result, number, &size);
  FILE* file = fopen(handbill_result_file_name(result, number), "wb");
  if (file == NULL) return 0;
  const int is_written = fwrite(bytes, 1, size, file) == size;
  return fclose(file) == 0 && is_written;
}

int main(int count, char** words) {
  char options[4096], job[512];
  if (count != 3 || strpbrk(words[1], "\"\\") || strpbrk(words[2], "\"\\")) {
    fprintf(stderr, "build_one PROJECT LAYOUT\n");
    return 2;
  }
  snprintf(options, sizeof options, "{\"project\": \"%s\"}", words[1]);
  snprintf(job, sizeof job, "{\"job\": \"build\", \"layouts\": [\"%s\"]}", words[2]);

  handbill_workspace* workspace = handbill_open(options, NULL);
  if (workspace == NULL) return 3;
  handbill_result* result = handbill_run(workspace, job);
  if (result == NULL) return 3;
  int status = handbill_result_status(result);
  if (status != HANDBILL_DONE) fprintf(stderr, "%s", handbill_result_diagnostics(result));
  for (size_t i = 0; i < handbill_result_file_count(result); ++i) {
    if (!write_file(result, i)) status = 2;
  }
  handbill_result_free(result);
  handbill_close(workspace);
  return status;
}
