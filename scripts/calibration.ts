/**
 * Simulates the calibration of the detection rules and writes all that is published of it: the table that ships, the
 * tables in the documentation, and the worst case in LIMITATIONS. Takes some minutes.
 *
 *     npm run calibration                 simulate, then write
 *     npm run calibration -- --committed  write the documents from the table that ships
 */

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { seededChance } from "@concord/numerics";
import { type CalibrationTable, calibrate, committedCalibration } from "@concord/signals";
import { calibrationTables, withTables } from "./calibration-tables.ts";

const root = new URL("..", import.meta.url);
const json = new URL("packages/signals/src/calibration/calibration.json", root);

const table = process.argv.includes("--committed") ? committedCalibration : simulated();
if (table !== committedCalibration) {
  writeFileSync(json, `${JSON.stringify(table, null, 2)}\n`);
  execFileSync("npx", ["biome", "format", "--write", json.pathname], { stdio: "inherit" });
}
const tables = calibrationTables(table);
for (const name of ["docs/signals.md", "LIMITATIONS.md"]) {
  const file = new URL(name, root);
  writeFileSync(file, withTables(readFileSync(file, "utf8"), tables));
}

function simulated(): CalibrationTable {
  const steps = calibrate(seededChance);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    console.error(`${step.value.done + 1} of ${step.value.of}: ${step.value.step}`);
  }
}
