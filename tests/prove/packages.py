# SPDX-License-Identifier: MIT
"""The packages, in roots that hold a bare Debian and nothing else."""
import os
import pathlib
import re
import shutil
import tarfile

from promise import PROGRAM, ROOT, WORK, outcome, promise, run

CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache")) / "handbill"
SHOP = "us-sheetfed-coated"
USER = 1000
PLAIN = ("build", "--format", "pdf", "--format", "png", "-o", "plain")
ALL = ("build", "--language", "all", "--shop", SHOP, "--format", "pdf", "--format", "png", "-o", "all")
DEBOOTSTRAP = ["debootstrap", "--version"]
DPKG = ["dpkg", "--version"]
LINTIAN = ["lintian", "--version"]
PACKAGES = ROOT / "build" / "packages"


def done(*command, **options):
    """What it prints; a command that fails ends the trial."""
    ran = run(*command, **options)
    if ran.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, command))}: {ran.stdout[-2000:]}{ran.stderr[-2000:]}")
    return ran.stdout


def release():
    """The name of the Debian that the packages are built on: "bookworm"."""
    return re.search(r"(?m)^VERSION_CODENAME=(\w+)$", pathlib.Path("/etc/os-release").read_text())[1]


def archive():
    """Where this machine has its own packages from."""
    told = done("apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages",
                f"Codename: {release()}").split()
    if not told:
        raise RuntimeError(f"apt knows no archive of {release()}")
    return told[0]


def bare_debian():
    """A minimal Debian as a .tar, made once on a machine; its package lists are those of that day."""
    kept = CACHE / f"debian-{release()}.tar"
    if not kept.exists():
        made = WORK / "packages" / "debian"
        shutil.rmtree(made, ignore_errors=True)
        done("debootstrap", "--variant=minbase", release(), made, archive())
        CACHE.mkdir(parents=True, exist_ok=True)
        done("tar", "-C", made, "--numeric-owner", "-cf", f"{kept}.new", ".")
        os.replace(f"{kept}.new", kept)
        shutil.rmtree(made)
    return kept


class CleanRoot:
    def __init__(self, name):
        self.folder = WORK / "packages" / name
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        done("tar", "-C", self.folder, "--numeric-owner", "-xf", bare_debian())
        for file in ("resolv.conf", "hosts"):
            shutil.copy(f"/etc/{file}", self.folder / "etc" / file)
        self.home = self.folder / "home" / "designer"
        for part in ("layouts", "content"):
            shutil.copytree(ROOT / part, self.home / "clinic" / part)
        done("chown", "-R", f"{USER}:{USER}", self.home)

    def as_root(self, *command):
        """Processes, mounts and /proc of its own: nothing of it stays when the command has ended."""
        return done("unshare", "--mount", "--pid", "--fork", f"--root={self.folder}", "--mount-proc=/proc", "env", "-i",
                    "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND=noninteractive",
                    *(f"{name}={value}" for name, value in os.environ.items() if name.lower().endswith("_proxy")),
                    *command)

    def as_user(self, *command, proc=True):
        """In the project, as somebody who may write nowhere else."""
        mounted = ["--mount-proc=/proc"] if proc else []
        return done("unshare", "--mount", "--pid", "--fork", f"--root={self.folder}", *mounted, "env", "-i",
                    "--chdir=/home/designer/clinic", "PATH=/usr/bin:/bin", "HOME=/home/designer", "setpriv",
                    f"--reuid={USER}", f"--regid={USER}", "--clear-groups", *command)

    def remove(self):
        shutil.rmtree(self.folder)


def differing(one, other):
    """The names of files that are not the same in both folders."""
    names = {path.name for folder in (one, other) for path in folder.iterdir()}
    return sorted(name for name in names if not (one / name).is_file() or not (other / name).is_file()
                  or (one / name).read_bytes() != (other / name).read_bytes())


def built_here():
    """The same documents by the program of the build tree."""
    project = WORK / "packages" / "here"
    shutil.rmtree(project, ignore_errors=True)
    for part in ("layouts", "content"):
        shutil.copytree(ROOT / part, project / part)
    for words in (PLAIN, ALL):
        done(PROGRAM, *words, cwd=project)
    return project


class Trial:
    """What users do with a program that has been unpacked, and what came out apart from the build tree's."""

    def __init__(self, root, program, here):
        self.root, self.program, self.here = root, program, here
        self.faults, self.compared = [], 0

    def build(self, words):
        self.root.as_user(self.program, *words)
        self.compare(self.root.home / "clinic" / words[-1], self.here / words[-1])

    def compare(self, made, wanted):
        self.compared += len(list(wanted.iterdir()))
        self.faults += [f"{self.program}: {name} differs" for name in differing(made, wanted)]

    def preflight(self):
        self.root.as_user(self.program, "preflight", "all/treatment-brochure.en.pdf", "--shop", SHOP)

    def example(self, pkg_config, *environment):
        """docs/library/build_one.c, compiled here with the header and the library of the root."""
        flags = done("pkg-config", "--cflags", "--libs", "handbill",
                     env={**os.environ, "PKG_CONFIG_PATH": str(pkg_config)}).split()
        if not all(flag == "-lhandbill" or str(self.root.folder) in flag for flag in flags):
            self.faults.append(f"pkg-config names other folders: {flags}")
        done("cc", ROOT / "docs/library/build_one.c", *flags, "-o", self.root.home / "build_one")
        folder = self.root.home / "clinic" / "by-library"
        folder.mkdir()
        done("chown", f"{USER}:{USER}", folder)
        self.root.as_user("env", "--chdir=by-library", *environment, "/home/designer/build_one", "/home/designer/clinic",
                          "hours-placard")
        if [path.name for path in folder.iterdir()] != ["hours-placard.pdf"]:
            self.faults.append("the library wrote something else than one PDF")
        elif (folder / "hours-placard.pdf").read_bytes() != (self.here / "plain/hours-placard.pdf").read_bytes():
            self.faults.append("the library wrote another PDF than the program")


def left_of(root, listed):
    """Files of the package, and whatever is named after it, that are there outside of the user's home."""
    own = [root / path.lstrip("/") for path in listed]
    named = [path for path in root.rglob("*handbill*") if not path.is_relative_to(root / "home")]
    return sorted({str(path) for path in [*own, *named] if path.is_symlink() or path.is_file() or path in named})


def try_deb(deb, here):
    root = CleanRoot("deb")
    shutil.copy(deb, root.folder / "root" / deb.name)
    root.as_root("apt-get", "update", "-q")
    root.as_root("apt-get", "install", "-q", "-y", "--no-install-recommends", f"/root/{deb.name}")
    trial = Trial(root, "/usr/bin/handbill", here)
    trial.build(PLAIN)
    root.as_user("/usr/bin/handbill", "check", proc=False)
    recommended = done("dpkg-deb", "--field", deb, "Recommends").strip().split(", ")
    root.as_root("apt-get", "install", "-q", "-y", "--no-install-recommends", *recommended)
    trial.build(ALL)
    trial.preflight()
    trial.example(root.folder / "usr/lib/pkgconfig")
    listed = root.as_root("dpkg", "-L", "handbill").splitlines()
    (root.folder / "root" / deb.name).unlink()
    root.as_root("dpkg", "--purge", "handbill")
    trial.faults += [f"{path} stays" for path in left_of(root.folder, listed)]
    if "handbill" in root.as_root("ldconfig", "-p"):
        trial.faults.append("the loader still knows libhandbill")
    root.remove()
    return trial


def try_archive(packed, here):
    root = CleanRoot("archive")
    odd = "/opt/an odd folder «ü»"
    folder = root.folder / odd.lstrip("/")
    folder.mkdir(parents=True)
    done("tar", "-C", folder, "-xf", packed)
    tree = f"{odd}/{packed.name.removesuffix('.tar.gz')}"
    trial = Trial(root, f"{tree}/bin/handbill", here)
    trial.build(PLAIN)
    trial.build(ALL)
    trial.preflight()
    # pkg-config parts names at spaces.
    (root.folder / "opt/handbill").symlink_to(root.folder / tree.lstrip("/"))
    trial.example(root.folder / "opt/handbill/lib/pkgconfig", f"LD_LIBRARY_PATH={tree}/lib")
    root.remove()
    return trial


def unpacked(deb, packed):
    folder = WORK / "packages" / "unpacked"
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("deb", "archive"):
        (folder / name).mkdir(parents=True)
    done("dpkg-deb", "-x", deb, folder / "deb")
    done("tar", "-C", folder / "archive", "-xf", packed)
    return folder


def telling(folder, words=(str(ROOT), str(CACHE))):
    """Files that name a folder of this machine."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*")
                  if path.is_file() and not path.is_symlink()
                  and any(word.encode() in path.read_bytes() for word in words))


def loose(packed):
    """Members of an archive that are not root's, or may be written by others."""
    return [member.name for member in packed if member.uid != 0 or member.gid != 0
            or not member.issym() and member.mode not in ((0o755,) if member.isdir() else (0o644, 0o755))]


def faults_of_files(deb, packed):
    folder = unpacked(deb, packed)
    faults = [f"{path} names a folder of this machine" for path in telling(folder)]
    shutil.rmtree(folder)
    with tarfile.open(packed) as archive_of_all:
        faults += [f"{name} in the .tar.gz" for name in loose(archive_of_all)]
    judged = run("lintian", "--allow-root", "--fail-on", "error", deb)
    if judged.returncode != 0:
        faults.append(judged.stdout + judged.stderr)
    return faults


def made_twice():
    """Both packages; whatever is not the same when it is made again."""
    hashes = []
    for _ in range(2):
        done(ROOT / "tools/make_packages")
        hashes.append(done("sha256sum", *sorted(PACKAGES.iterdir())))
    (deb,), (packed,) = PACKAGES.glob("*.deb"), PACKAGES.glob("*.tar.gz")
    return deb, packed, [] if hashes[0] == hashes[1] else ["packages made twice are not the same"]


def size(path):
    return f"{path.stat().st_size / 1e6:.1f} MB"


@promise("packages", "The `.deb`, and the `.tar.gz` from any folder, run for an ordinary user of a bare Debian and "
         "write the bytes of the build tree; nothing of the `.deb` stays when it is removed", [DEBOOTSTRAP, DPKG, LINTIAN],
         minutes=6)
def packages():
    if os.geteuid() != 0:
        raise RuntimeError("only root can make a root folder")
    deb, packed, faults = made_twice()
    faults += faults_of_files(deb, packed)
    here = built_here()
    trials = [try_deb(deb, here), try_archive(packed, here)]
    faults += [fault for trial in trials for fault in trial.faults]
    return outcome(faults, f".deb {size(deb)}, .tar.gz {size(packed)}; {sum(trial.compared for trial in trials)} files of "
                   f"documents compared, {len(faults)} faults")
