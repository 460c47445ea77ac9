/**
 * Takes the reference cases through the packages' public doors and compares every expected value at its tolerance.
 *
 *   npm run parity -- [--cases DIR] [--only TEXT] [--verbose]
 *
 * Prints what was compared, what agrees and what was left out (each with its reason), by capability; ends with 1 when
 * anything disagrees. Without a folder of cases there is nothing to compare, and that is said.
 */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { adapterFor } from "./cases/index.ts";
import { type Comparison, compare, countValues } from "./compare.ts";
import type { ReferenceCase } from "./reference-case.ts";

const root = path.resolve(import.meta.dirname, "..");
const { values } = parseArgs({
  options: {
    cases: { type: "string", default: path.resolve(root, "../shared/reference") },
    only: { type: "string", default: "" },
    verbose: { type: "boolean", default: false },
  },
});
const folder = path.resolve(values.cases);
if (!existsSync(folder)) {
  console.log(`no reference cases found at ${folder}`);
  process.exit(0);
}
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".json") && name.includes(values.only))
  .sort();

interface Tally {
  compared: number;
  agreeing: number;
  leftOut: number;
}
const byCapability = new Map<string, Tally>();
const leftOut = new Map<string, { count: number; paths: string[] }>();
const disagreements: string[] = [];
const notCovered = new Map<string, string[]>();

for (const name of files) {
  const parsed: unknown = JSON.parse(readFileSync(path.join(folder, name), "utf8"));
  if (!isCase(parsed)) continue;
  const adapter = adapterFor(parsed.id);
  if (adapter === undefined) {
    notCovered.set(parsed.capability, [...(notCovered.get(parsed.capability) ?? []), parsed.id]);
    continue;
  }
  let result: Comparison;
  try {
    result = compare(adapter.run(parsed), parsed.expected, parsed.tolerance, adapter.leftOut?.(parsed) ?? []);
  } catch (error) {
    const all = countValues(parsed.expected);
    result = { agreeing: 0, disagreements: [], leftOut: [] };
    disagreements.push(`${parsed.id}: stopped, ${all} values not compared: ${messageOf(error)}`);
    if (values.verbose && error instanceof Error) console.error(error.stack);
  }
  const tally = byCapability.get(parsed.capability) ?? { compared: 0, agreeing: 0, leftOut: 0 };
  tally.compared += result.agreeing + result.disagreements.length;
  tally.agreeing += result.agreeing;
  for (const entry of result.leftOut) {
    tally.leftOut += entry.values;
    const key = `${parsed.id}: ${entry.reason}`;
    const group = leftOut.get(key) ?? { count: 0, paths: [] };
    leftOut.set(key, { count: group.count + entry.values, paths: [...group.paths, entry.path] });
  }
  byCapability.set(parsed.capability, tally);
  const shown = values.verbose ? result.disagreements : result.disagreements.slice(0, 5);
  for (const { path: place, expected, got, limit } of shown) {
    const difference =
      typeof got === "number" && typeof expected === "number" ? Math.abs(got - expected) : "";
    disagreements.push(
      `${parsed.id} ${place}: expected ${String(expected)}, got ${String(got)}, off by ${difference}, ` +
        `limit rel ${limit.rel} abs ${limit.abs}`,
    );
  }
  const more = result.disagreements.length - shown.length;
  if (more > 0) disagreements.push(`${parsed.id}: and ${more} more`);
}

console.log(`reference cases in ${folder}\n`);
const total = { compared: 0, agreeing: 0, leftOut: 0 };
for (const [capability, tally] of [...byCapability].sort(([a], [b]) => a.localeCompare(b))) {
  total.compared += tally.compared;
  total.agreeing += tally.agreeing;
  total.leftOut += tally.leftOut;
  console.log(line(capability, tally));
}
console.log(line("all", total));
if (leftOut.size > 0) {
  console.log("\nleft out");
  for (const [key, { count, paths }] of leftOut) {
    const places = paths.length > 3 ? `${paths.slice(0, 2).join(", ")} … ${paths.at(-1)}` : paths.join(", ");
    console.log(`  ${count} in ${key} (${places})`);
  }
}
if (notCovered.size > 0) {
  const list = [...notCovered].sort(([a], [b]) => a.localeCompare(b));
  console.log(
    `\nnot yet covered\n${list.map(([capability, ids]) => `  ${capability}: ${ids.join(", ")}`).join("\n")}`,
  );
}
if (disagreements.length > 0) {
  console.log(`\ndisagreements\n${disagreements.map((text) => `  ${text}`).join("\n")}`);
  process.exitCode = 1;
}

function line(name: string, { compared, agreeing, leftOut: omitted }: Tally): string {
  return `${name.padEnd(24)} ${String(compared).padStart(7)} compared ${String(agreeing).padStart(7)} agreeing ${String(omitted).padStart(4)} left out`;
}

function isCase(value: unknown): value is ReferenceCase {
  return (
    typeof value === "object" &&
    value !== null &&
    "id" in value &&
    "expected" in value &&
    "tolerance" in value
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
