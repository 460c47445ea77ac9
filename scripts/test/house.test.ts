import assert from "node:assert/strict";
import { test } from "node:test";
import { houseFaults } from "../check-house.ts";
import { faultsOf, importsOf, rooms } from "../house.ts";

const home = (folder: string) => rooms.find((room) => room.folder === folder)!;

test("the house stands as drawn", () => {
  assert.deepEqual(houseFaults(), []);
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

test("a stage reaches one room back, not two", () => {
  const faults = faultsOf(
    home("packages/signals"),
    "packages/signals/src/a.ts",
    'import type { x } from "@concord/instruments";',
  );
  assert.match(faults[0] ?? "", /packages\/signals may not import instruments/);
});

test("charts may name types of the rooms above, never run them", () => {
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

test("pure rooms have no clock, no chance and no input or output", () => {
  const numerics = home("packages/numerics");
  assert.equal(faultsOf(numerics, "packages/numerics/src/a.ts", 'import fs from "node:fs";').length, 1);
  assert.equal(faultsOf(numerics, "packages/numerics/src/a.ts", "export const a = Math.random();").length, 1);
  assert.equal(faultsOf(numerics, "packages/numerics/src/a.ts", "export const a = Date.now();").length, 1);
});

test("rooms are entered by the one public door", () => {
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
