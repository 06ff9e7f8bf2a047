# SPDX-License-Identifier: MIT
"""Finds where a source file can be changed, by Clang's syntax tree.

A site replaces text[start:end]; `{on}` in its replacement becomes the switch of the mutant, so that
all mutants stand in one program and HANDBILL_MUTANT chooses one.
"""
import dataclasses
import re

from clang.cindex import CursorKind, Index, TypeKind

TURNED = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}
BODIES = {CursorKind.FUNCTION_DECL, CursorKind.CXX_METHOD, CursorKind.CONSTRUCTOR,
          CursorKind.DESTRUCTOR, CursorKind.FUNCTION_TEMPLATE, CursorKind.CONVERSION_FUNCTION}
LITERALS = {CursorKind.INTEGER_LITERAL, CursorKind.FLOATING_LITERAL,
            CursorKind.CXX_BOOL_LITERAL_EXPR}
NUMBERS = {TypeKind.INT, TypeKind.UINT, TypeKind.LONG, TypeKind.ULONG, TypeKind.DOUBLE,
           TypeKind.FLOAT, TypeKind.UCHAR, TypeKind.USHORT, TypeKind.SHORT}


@dataclasses.dataclass(frozen=True, order=True)
class Site:
    file: str
    start: int
    end: int
    kind: str
    before: str
    after: str
    replacement: str
    line: int


class Finder:
    def __init__(self, path, name, arguments):
        self.bytes = path.read_bytes()
        self.name = name
        self.path = str(path)
        self.sites = set()
        unit = Index.create().parse(self.path, args=arguments)
        for cursor in unit.cursor.get_children():
            if cursor.location.file and cursor.location.file.name == self.path:
                self.walk(cursor, in_body=False)

    def text(self, start, end):
        return self.bytes[start:end].decode()

    def add(self, kind, start, end, before, after, replacement):
        if end <= start or "#" in before:
            return
        line = self.bytes.count(b"\n", 0, start) + 1
        self.sites.add(Site(self.name, start, end, kind, before, after, replacement, line))

    def walk(self, cursor, in_body):
        extent = cursor.extent
        if extent.start.file is None or extent.start.file.name != self.path:
            return
        if cursor.kind in BODIES:
            head = self.text(extent.start.offset, extent.end.offset).split("{")[0]
            if "constexpr" in head or "consteval" in head:
                return
        children = list(cursor.get_children())
        if in_body:
            self.comparison(children)
            self.condition(cursor, children)
            self.constant(cursor)
        for child in children:
            if cursor.kind == CursorKind.COMPOUND_STMT:
                self.dropped_call(child)
            inside = in_body or (cursor.kind in BODIES and child.kind == CursorKind.COMPOUND_STMT)
            if cursor.kind == CursorKind.VAR_DECL and in_body:
                head = self.text(extent.start.offset, extent.end.offset).split("=")[0]
                if "constexpr" in head:
                    continue
            self.walk(child, inside)

    def comparison(self, children):
        for left, right in zip(children, children[1:] + children[2:] if len(children) == 3 else
                               children[1:]):
            start, end = left.extent.start.offset, right.extent.end.offset
            middle_start, middle_end = left.extent.end.offset, right.extent.start.offset
            if right.extent.start.file is None or middle_end <= middle_start:
                continue
            operator = self.text(middle_start, middle_end).strip()
            if operator not in TURNED:
                continue
            a, b = self.text(start, middle_start), self.text(middle_end, end)
            if self.unbalanced(a) or self.unbalanced(b):
                continue
            before = f"{a} {operator} {b}"
            turned = f"{a} {TURNED[operator]} {b}"
            self.add("comparison", start, end, before, turned, f"({{on}} ? ({turned}) : ({before}))")
            if operator in ("<", "<=", ">", ">="):
                self.add("bound", middle_end, end, b, f"{b} + 1", f"({{on}} ? ({b}) + 1 : ({b}))")
            return

    @staticmethod
    def unbalanced(text):
        return text.count("(") != text.count(")") or text.count("{") != text.count("}")

    def condition(self, cursor, children):
        if cursor.kind not in (CursorKind.IF_STMT, CursorKind.WHILE_STMT) or not children:
            return
        test = children[0]
        start, end = test.extent.start.offset, test.extent.end.offset
        head = self.text(cursor.extent.start.offset, start)
        if not re.fullmatch(r"(if|while)\s*\(\s*", head):
            return
        if test.kind in (CursorKind.DECL_STMT, CursorKind.VAR_DECL):
            return
        after = self.bytes[end:end + 1]
        if after != b")":
            return
        whole = self.text(start, end)
        self.add("condition", start, end, whole, f"!({whole})",
                 f"({{on}} != static_cast<bool>({whole}))")

    def constant(self, cursor):
        if cursor.kind in LITERALS:
            start = cursor.extent.start.offset
            match = re.compile(rb"0x[0-9a-fA-F']+[uUlL]*|[0-9][0-9.']*(?:[eE][+-]?[0-9]+)?[a-zA-Z]*|true|false").match(self.bytes, start)
            if not match:
                return
            literal, end = match.group().decode(), match.end()
            if literal in ("true", "false"):
                other = "false" if literal == "true" else "true"
            elif cursor.kind == CursorKind.FLOATING_LITERAL:
                other = "1.0" if float(literal.rstrip("fFlL").replace("'", "")) == 0 else f"{literal} * 2"
            else:
                other = f"{literal} + 1"
            self.add("constant", start, end, literal, other, f"({{on}} ? {other} : {literal})")
        elif cursor.kind == CursorKind.DECL_REF_EXPR and re.fullmatch(r"k[A-Z]\w*", cursor.spelling):
            target = cursor.referenced
            if target is None or target.kind != CursorKind.VAR_DECL:
                return
            if target.type.get_canonical().kind not in NUMBERS:
                return
            start, end = cursor.extent.start.offset, cursor.extent.end.offset
            name = self.text(start, end)
            self.add("constant", start, end, name, f"{name} * 2", f"({{on}} ? {name} * 2 : {name})")

    def dropped_call(self, statement):
        call = statement
        while call.kind == CursorKind.UNEXPOSED_EXPR:
            inner = list(call.get_children())
            if len(inner) != 1:
                return
            call = inner[0]
        if call.kind != CursorKind.CALL_EXPR or call.spelling.startswith("operator"):
            return
        start, end = statement.extent.start.offset, statement.extent.end.offset
        whole = self.text(start, end)
        if self.bytes[end:end + 1] != b";" or self.unbalanced(whole):
            return
        self.add("call", start, end, whole, "", f"if (!{{on}}) {whole}")


def find_sites(path, name, arguments):
    return sorted(Finder(path, name, arguments).sites)
