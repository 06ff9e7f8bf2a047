/* SPDX-License-Identifier: MIT */
/*
 * Handbill as a library, for programs in any language: jobs in JSON, files and diagnostics out.
 *
 * A workspace belongs to one project and keeps what a job has opened for the next. It is used by
 * one thread at a time; several workspaces may be used by several threads. Strings are UTF-8 and
 * end in a zero byte. What is handed out belongs to the value it was asked of, and lives as long.
 *
 * Nothing here prints, ends the process, changes the locale or writes a file.
 */
#ifndef HANDBILL_H
#define HANDBILL_H

#include <stddef.h>

#if defined(__GNUC__)
#define HANDBILL_EXPORTED __attribute__((visibility("default")))
#else
#define HANDBILL_EXPORTED
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* Grows when functions, fields of jobs or results are added; what exists keeps its meaning. */
#define HANDBILL_API 3

/* That of the library, to be held against HANDBILL_API. */
HANDBILL_EXPORTED int handbill_api(void);
/* "0.1.0" */
HANDBILL_EXPORTED const char* handbill_version(void);

typedef struct handbill_workspace handbill_workspace;
typedef struct handbill_result handbill_result;

/* A file of the project as the caller has it. */
enum handbill_file {
  HANDBILL_ON_DISK = 0, /* as it stands in the project */
  HANDBILL_HELD = 1,    /* *bytes and *size are set; they must last until the next call */
  HANDBILL_GONE = 2     /* as if it were not there */
};

typedef struct handbill_callbacks {
  size_t size; /* sizeof(handbill_callbacks) */
  void* data;  /* given to each of them */
  /* Asked of each path that a job reads ("content/en/hours.toml"); may be null. */
  enum handbill_file (*read)(void* data, const char* path, const char** bytes, size_t* size);
  /* Asked between the documents of a job and between their stages; not 0: stop. May be null. */
  int (*is_cancelled)(void* data);
} handbill_callbacks;

/* clang-format off */
/*
 * The workspace of a project. `options` is a JSON object:
 *   "project"      the folder that holds layouts/ and content/
 *   "data"         the folder of the program's own layouts and fonts.toml; when it is not given,
 *                  that of the installation this library belongs to
 *   "trust_files"  true: fonts, pictures, drawings and PDFs are read in this process. Otherwise a
 *                  confined process is forked here, so call this before there are threads.
 * `callbacks` may be null. Null when there is no memory, or the program can't start; what is wrong
 * with the options is told by each job.
 */
/* clang-format on */
HANDBILL_EXPORTED handbill_workspace* handbill_open(const char* options,
                                                    const handbill_callbacks* callbacks);
HANDBILL_EXPORTED void handbill_close(handbill_workspace* workspace);

/*
 * From now on the file `path` of the project has these bytes (HANDBILL_HELD), is not there
 * (HANDBILL_GONE), or is what it is on the disk (HANDBILL_ON_DISK). 0: the path leads out of the
 * project.
 */
HANDBILL_EXPORTED int handbill_set_file(handbill_workspace* workspace, const char* path,
                                        enum handbill_file state, const char* bytes, size_t size);

/*
 * Does a job, a JSON object:
 *   "job"         "build", "check", "ticket", "plates", "preflight", "verify", "fonts",
 *                 "affected" or "prints"
 *   "layouts"     names; none: all of the project
 *   "languages", "shops", "editions", "settings" (["clinic.phone=…"]), "trim", "imposition",
 *   "final", "today", "deny_warnings", "fix"
 *                 as the options of the command `handbill build`
 *   "formats"     of a build: "pdf", "png", "svg", "dump"; ["pdf"] when it is not given
 *   "stage"       of a dump: "spec", "content", "document", "words", "heard", "fragments",
 *                 "pages", "plates", "parity"
 *   "guides", "ppi"             of pictures
 *   "shown"       "pages" or "folds": how the piece looks flat, folded and opening,
 *                 or, with an "imposition" that binds, how one leafs through it
 *   "quantity"    of a ticket
 *   "pdfs"        files on the disk, of any program: for preflight one or more, judged by
 *                 "standard" ("claimed", "none", or of "x-4", "x-1a", "a-2a", "a-2u", "a-2b" and
 *                 "ua-1" one, or several: "x-4,ua-1"), one of "shops", "rules" and "class", "trim";
 *                 for verify one
 *   "families"    of fonts; none: all of fonts.toml
 *   "asked"       of affected: facts and texts ("clinic.phone", "hours"), files of the project
 * Plates gives pictures of the ink; preflight, verify, fonts, affected and prints give what the
 * command prints with --json, as one file ("preflight.json"). Approvals and prints are noted by the
 * command: a library that writes nothing adds to no ledger.
 * The result is to be freed; never null but for want of memory.
 */
HANDBILL_EXPORTED handbill_result* handbill_run(handbill_workspace* workspace, const char* job);

enum handbill_status {
  HANDBILL_DONE = 0,
  HANDBILL_FAULTY = 1,    /* the input has errors; documents without are among the files */
  HANDBILL_WRONG_USE = 2, /* of options or job, told by a diagnostic */
  HANDBILL_FAULT = 3,     /* of the program */
  HANDBILL_CANCELLED = 4
};
HANDBILL_EXPORTED enum handbill_status handbill_result_status(const handbill_result* result);

/* A JSON array, as `handbill build --json` prints it. */
HANDBILL_EXPORTED const char* handbill_result_diagnostics(const handbill_result* result);

HANDBILL_EXPORTED size_t handbill_result_file_count(const handbill_result* result);
/* "hours-placard.pdf"; null: there is no such file. */
HANDBILL_EXPORTED const char* handbill_result_file_name(const handbill_result* result, size_t file);
HANDBILL_EXPORTED const char* handbill_result_file_bytes(const handbill_result* result, size_t file,
                                                         size_t* size);

HANDBILL_EXPORTED void handbill_result_free(handbill_result* result);

#ifdef __cplusplus
}
#endif

#endif
