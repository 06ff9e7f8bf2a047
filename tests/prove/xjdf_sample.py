#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""xjdf_sample.py HANDBILL PROJECT: tickets of all documents, held against CIP4's schema of XJDF 2.1."""
import pathlib
import subprocess
import sys
import tempfile
import zipfile

JARS = pathlib.Path(__file__).parents[2] / "build/xjdf"
SCHEMA = "org/cip4/lib/xjdf/schema/jdfschema_2_1.xsd"
BROKEN = '<XJDF xmlns="http://www.CIP4.org/JDFSchema_2_0" JobID="a b" Types="Product" Version="2.1"/>'
TODAY = ["--today", "2026-11-30"]
ORDERS = (
    [],
    ["--quantity", "1000000000", "--client", "عيادة 诊所 & <A>", "--contact", "front desk", "--deliver", "2026-12-04",
     "--deliver-to", "reception", "--proof", "print"],
    ["--shop", "us-x1a", "--language", "ar"],
    ["--shop", "us-sheetfed-coated", "--impose", "work-and-turn-13x19"],
)


def judged(schema, file):
    told = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", schema, file], text=True, capture_output=True, check=False)
    return told.returncode == 0, told.stderr


def main():
    program, project = sys.argv[1:3]
    wrong, count = [], 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        jar = next(JARS.glob("xJdfLib-*.jar"))
        schema = folder / "xjdf.xsd"
        schema.write_bytes(zipfile.ZipFile(jar).read(SCHEMA))
        broken = folder / "broken.xjdf"
        broken.write_text(BROKEN)
        if judged(schema, broken)[0]:
            wrong.append("the schema finds nothing wrong with a ticket that is broken")
        for number, order in enumerate(ORDERS):
            out = folder / str(number)
            # An imposition is for what is printed on both sides.
            layouts = ["treatment-brochure"] if "--impose" in order else []
            subprocess.run([program, "ticket", *layouts, *TODAY, *order, "-o", out], cwd=project, check=True, capture_output=True)
            for file in sorted(out.glob("*.xjdf")):
                count += 1
                holds, told = judged(schema, file)
                if not holds:
                    wrong.append(told)
    print("\n".join(wrong) or f"{count} tickets are sound")
    return 1 if wrong or count < 10 else 0


if __name__ == "__main__":
    sys.exit(main())
