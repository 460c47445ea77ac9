import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** What was measured on this side. */
export interface Measured {
  /** The name of its counterpart in R. */
  readonly name: string;
  readonly what: string;
  /** The least ratio that is aimed at. */
  readonly aim: number;
  /** Milliseconds of processor time, the median. */
  readonly ours: number;
  readonly value: readonly number[];
}

/** Runs the R side on the same numbers, prints both and ends with 1 where an aim is missed or values differ. */
export function besideR(
  script: string,
  columns: Readonly<Record<string, readonly number[]>>,
  measured: readonly Measured[],
): void {
  const r = baselines(script, columns);
  if (r === undefined) console.log("R side: no R with the packages it needs here");
  for (const { name, what, aim, ours, value } of measured) {
    const base = r?.find((one) => one.name === name);
    if (base === undefined) {
      console.log(`${what}: ${ours.toFixed(3)} ms`);
      continue;
    }
    const ratio = base.ms_cpu_median / ours;
    const farthest = Math.max(...value.map((own, i) => Math.abs(own - base.value[i]!)));
    console.log(
      `${what}: ${ours.toFixed(3)} ms, R ${base.ms_cpu_median.toFixed(2)} ms, ${ratio.toFixed(1)} times (aim ${aim})`,
    );
    console.log(`  farthest value from R's: ${farthest.toExponential(1)}`);
    if (ratio < aim || !(farthest < 1e-4)) process.exitCode = 1;
  }
}

interface Baseline {
  readonly name: string;
  readonly ms_cpu_median: number;
  readonly value: readonly number[];
}

function baselines(
  script: string,
  columns: Readonly<Record<string, readonly number[]>>,
): readonly Baseline[] | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), "concord-bench-"));
  try {
    const names = Object.keys(columns);
    const lines = columns[names[0]!]!.map((_, i) => names.map((name) => columns[name]![i]).join(","));
    const file = path.join(folder, "data.csv");
    writeFileSync(file, `${names.join(",")}\n${lines.join("\n")}\n`);
    const done = spawnSync("Rscript", [path.join(import.meta.dirname, "..", script), file], {
      encoding: "utf8",
    });
    if (done.status !== 0) return undefined;
    return done.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Baseline);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
