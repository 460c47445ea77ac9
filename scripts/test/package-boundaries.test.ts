import assert from "node:assert/strict";
import { test } from "node:test";
import { boundaryViolations } from "../check-boundaries.ts";
import { areaFaultsOf, faultsOf, importsOf, packageRules } from "../package-boundaries.ts";

const home = (folder: string) => packageRules.find((rule) => rule.folder === folder)!;

test("imports follow the table of packages", () => {
  assert.deepEqual(boundaryViolations(), []);
});

test("every way of writing an import is seen, with its line", () => {
  const text = [
    'import { a } from "@concord/course";',
    "import type {",
    "  B,",
    '} from "@concord/store";',
    'export * from "./near.ts";',
    'const late = await import("node:fs");',
    '// import { no } from "@concord/comment";',
    'import "./effect.ts";',
  ].join("\n");
  assert.deepEqual(
    importsOf("x.ts", text).map(({ line, from, typeOnly }) => [line, from, typeOnly]),
    [
      [1, "@concord/course", false],
      [4, "@concord/store", true],
      [5, "./near.ts", false],
      [6, "node:fs", false],
      [8, "./effect.ts", false],
    ],
  );
});

test("an import against the arrows is a fault", () => {
  assert.equal(
    faultsOf(home("packages/course"), "packages/course/src/a.ts", 'import { x } from "@concord/signals";')
      .length,
    1,
  );
  assert.equal(
    faultsOf(home("packages/signals"), "packages/signals/src/a.ts", 'import { x } from "@concord/course";')
      .length,
    0,
  );
});

test("a package imports from the step before, not from two steps before", () => {
  const faults = faultsOf(
    home("packages/signals"),
    "packages/signals/src/a.ts",
    'import type { x } from "@concord/instruments";',
  );
  assert.match(faults[0] ?? "", /packages\/signals may not import instruments/);
});

test("charts may name types of the packages above, never run them", () => {
  const charts = home("packages/charts");
  assert.deepEqual(
    faultsOf(charts, "packages/charts/src/a.ts", 'import type { Course } from "@concord/course";'),
    [],
  );
  assert.equal(
    faultsOf(charts, "packages/charts/src/a.ts", 'import { trace } from "@concord/course";').length,
    1,
  );
});

test("pure packages have no clock, no chance and no input or output", () => {
  const numerics = home("packages/numerics");
  assert.equal(faultsOf(numerics, "packages/numerics/src/a.ts", 'import fs from "node:fs";').length, 1);
  assert.equal(faultsOf(numerics, "packages/numerics/src/a.ts", "export const a = Math.random();").length, 1);
  assert.equal(faultsOf(numerics, "packages/numerics/src/a.ts", "export const a = Date.now();").length, 1);
});

test("packages are imported by their public entry points", () => {
  const clinic = home("apps/clinic");
  assert.equal(
    faultsOf(clinic, "apps/clinic/app/a.ts", 'import { x } from "@concord/course/src/trace.ts";').length,
    1,
  );
  assert.equal(
    faultsOf(clinic, "apps/clinic/app/a.ts", 'import { x } from "../../../packages/course/src/trace.ts";')
      .length,
    1,
  );
});

test("a public entry point beside the main one is named in the table; any other path is a fault", () => {
  const faults = (from: string) =>
    faultsOf(home("apps/cli"), "apps/cli/src/a.ts", `import { x } from "${from}";`).length;
  assert.equal(faults("@concord/analysis/fit"), 0);
  assert.equal(faults("@concord/interchange/table"), 0);
  assert.equal(faults("@concord/analysis/fit/request"), 1);
  assert.equal(faults("@concord/analysis/src/fit/request.ts"), 1);
  assert.equal(faults("@concord/course/table"), 1);
});

test("an analysis names no command line, no page, no clock and no file", () => {
  const faults = (line: string) => faultsOf(home("packages/analysis"), "packages/analysis/src/a.ts", line);
  assert.equal(faults('import { x } from "node:fs";').length, 1);
  assert.equal(faults('import { x } from "@concord/store";').length, 1);
  assert.equal(faults("const now = Date.now();").length, 1);
  assert.equal(faults('import { x } from "@concord/statistics";').length, 0);
});

test("an area of the clinic imports no other area, and what they share imports none", () => {
  const from = (file: string, target: string) =>
    areaFaultsOf(`apps/clinic/app/${file}`, `import { x } from "${target}";`).length;
  assert.equal(from("case/case.tsx", "../caseload/components/Table.tsx"), 1);
  assert.equal(from("case/components/signals/List.tsx", "../../../library/words.ts"), 1);
  assert.equal(from("ui/Badge.tsx", "../case/case-action-context.ts"), 1);
  assert.equal(from("request/sent.ts", "../settings/sent-roles.ts"), 1);
  assert.equal(from("case/case.tsx", "./components/CaseHeader.tsx"), 0);
  assert.equal(from("case/components/signals/List.tsx", "../CaseHeader.tsx"), 0);
  assert.equal(from("case/case.tsx", "../ui/index.ts"), 0);
  assert.equal(from("ui/frame/Frame.tsx", "../../root.tsx"), 0);
  assert.equal(from("case/case.tsx", "./+types/case"), 0);
});
