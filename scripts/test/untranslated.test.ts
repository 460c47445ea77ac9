import assert from "node:assert/strict";
import { test } from "node:test";
import { untranslatedIn } from "../untranslated.ts";

const inPage = (line: string) =>
  untranslatedIn("page.tsx", `const page = () => ${line};\n`).map((found) => found.replace(/^\d+:\d+ /, ""));

test("untranslatedIn: names text between tags, in attributes that are read, and in sentences", () => {
  assert.deepEqual(inPage("<h1>Tasks</h1>"), ["Tasks"]);
  assert.deepEqual(inPage('<Button label="Save" />'), ["Save"]);
  assert.deepEqual(inPage('<a aria-label={open ? "Close" : "Open"} href="/x" />'), ["Close", "Open"]);
  assert.deepEqual(inPage('refuse("name", "Enter a name.")'), ["Enter a name."]);
  assert.deepEqual(inPage(`\`$\{count} sessions\``), ["… sessions"]);
  assert.deepEqual(inPage('[{ title: "New case · Concord" }]'), ["New case · Concord"]);
});

test("untranslatedIn: leaves what is for machines", () => {
  const forMachines = [
    '<p className="small muted" style={{ font: "bold 12px serif" }} id="a b" />',
    '<h1>{text("tasks.title")}</h1>',
    "<b>·</b>",
    'new Error("useMessages requires a page")',
    'document.querySelector("form input")',
    'headers.set("content-type", "text/html; charset=utf-8")',
  ];
  for (const line of forMachines) assert.deepEqual(inPage(line), [], line);
});

test("untranslatedIn: says where a text is", () => {
  assert.deepEqual(untranslatedIn("page.tsx", "const a = 1;\n  const b = <b>Tasks</b>;\n"), ["2:16 Tasks"]);
});
