import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { committedCalibration } from "@concord/signals";
import { calibrationTables, withTables } from "../calibration-tables.ts";

const tables = calibrationTables(committedCalibration);

test("documents print the calibration that ships: npm run calibration -- --committed writes them", () => {
  for (const name of ["docs/signals.md", "LIMITATIONS.md"]) {
    const document = readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
    assert.match(document, /<!-- calibration: /);
    assert.equal(document, withTables(document, tables), name);
  }
});

test("a table’s place is filled, the text around it stays, and an unknown name is refused", () => {
  const filled = withTables(
    "a\n<!-- calibration: rules -->\nold\n<!-- /calibration -->\nb",
    new Map([["rules", "new"]]),
  );
  assert.equal(filled, "a\n<!-- calibration: rules -->\nnew\n<!-- /calibration -->\nb");
  assert.throws(() => withTables("<!-- calibration: x -->\n<!-- /calibration -->", tables), /name: x/);
});
