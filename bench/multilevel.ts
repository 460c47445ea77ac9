/**
 * How long multilevel fits take, beside R's lme4.
 *
 *   npm run bench multilevel                        with R on this machine, both sides in one run
 *   node bench/multilevel.ts --baselines FILE       against figures measured elsewhere
 *
 * Fit only, from columns in memory to the fitted model, the one pass over rows included; data are made before the clock
 * starts, the same numbers on both sides. Processor time, not elapsed time; the ratio is R's median over ours. Memory
 * is the peak of a process that makes or reads the data and fits once. A fit counts only if its criterion is no higher.
 */

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { sharedChance } from "@concord/numerics";
import { fitMultilevel, satterthwaite } from "@concord/statistics/multilevel";
import { medianTime } from "./r-comparison/median-time.ts";

interface Benchmark {
  /** The name of its counterpart among the baselines. */
  readonly name: string;
  readonly what: string;
  /** The least ratio that is aimed at. */
  readonly aim: number;
  readonly formula: string;
  readonly columns: () => Readonly<Record<string, readonly number[]>>;
  readonly rounds: number;
  readonly fits: number;
  readonly roundsInR: number;
  readonly withTests: boolean;
  /** What lme4 reached on the same data; no fit may end above it. */
  readonly criterion?: number;
  /** Whether the peak of memory is compared too. */
  readonly withMemory?: boolean;
}

/** Sessions of clients of therapists, drawn alike on both sides. */
function threeLevels(seed: number, therapists: number, clients: number, sessions: number) {
  const { normal } = sharedChance(seed);
  const rows = therapists * clients * sessions;
  const column = (kind: number) => new Array<number>(rows).fill(kind);
  const columns = { therapist: column(0), client: column(0), x: column(0.5), y: column(0.5) };
  let row = 0;
  for (let t = 0; t < therapists; t++) {
    const ofTherapist = normal();
    for (let c = 0; c < clients; c++) {
      const ofClient = normal();
      const slope = normal();
      for (let s = 0; s < sessions; s++, row++) {
        const x = normal();
        const error = normal();
        columns.therapist[row] = t + 1;
        columns.client[row] = t * clients + c + 1;
        columns.x[row] = x;
        columns.y[row] = 10 + 0.5 * x + 0.7 * ofTherapist + 1.2 * ofClient + 0.3 * slope * x + 2 * error;
      }
    }
  }
  return columns;
}

const NESTED = "y ~ x + (1 | therapist/client)";
const SLOPE = "y ~ x + (1 | therapist) + (x | client)";
const hundredThousand = () => threeLevels(2026, 1000, 10, 10);
const million = () => threeLevels(2027, 1000, 100, 10);
const few = () => threeLevels(101, 6, 3, 10);

const BENCHMARKS: readonly Benchmark[] = [
  {
    name: "lmer-180-slope",
    what: "three levels with slope, 180 rows",
    aim: 10,
    formula: SLOPE,
    columns: few,
    rounds: 15,
    fits: 20,
    roundsInR: 9,
    withTests: false,
  },
  {
    name: "lmerTest-180-slope",
    what: "the same with Satterthwaite's degrees of freedom",
    aim: 10,
    formula: SLOPE,
    columns: few,
    rounds: 15,
    fits: 20,
    roundsInR: 9,
    withTests: true,
  },
  {
    name: "lmer-1e5-nested",
    what: "three levels, 100,000 rows",
    aim: 20,
    formula: NESTED,
    columns: hundredThousand,
    rounds: 15,
    fits: 1,
    roundsInR: 3,
    withTests: false,
  },
  {
    name: "lmer-1e5-slope",
    what: "three levels with slope, 100,000 rows",
    aim: 30,
    formula: SLOPE,
    columns: hundredThousand,
    rounds: 15,
    fits: 1,
    roundsInR: 3,
    withTests: false,
    criterion: 440073.8841,
  },
  {
    name: "lmer-1e6-slope",
    what: "three levels with slope, 1,000,000 rows",
    aim: 40,
    formula: SLOPE,
    columns: million,
    rounds: 7,
    fits: 1,
    roundsInR: 1,
    withTests: false,
    criterion: 4398360.304,
    withMemory: true,
  },
];

interface Measured {
  readonly ms_cpu_median: number;
  readonly criterion?: number;
  /** Megabytes. */
  readonly peak?: number;
}

function measured({ columns, formula, rounds, fits, withTests }: Benchmark): Required<Measured> {
  const frame = columns();
  let criterion = Number.NaN;
  const once = () => {
    const fit = fitMultilevel(formula, frame);
    if (fit.kind === "refused") throw new Error(fit.reason);
    if (withTests) satterthwaite(fit);
    criterion = fit.criterion;
  };
  const time = medianTime(once, rounds, fits, rounds > 1 ? 2 * fits : 0);
  return {
    ms_cpu_median: time,
    criterion,
    peak: process.resourceUsage().maxRSS / 1024,
  };
}

/** The same in a process of its own, so that no fit profits from another or adds to its memory. */
function measuredApart(name: string, rounds?: number): Required<Measured> {
  const options = ["--only", name, ...(rounds === undefined ? [] : ["--rounds", String(rounds)])];
  const done = spawnSync(process.execPath, [import.meta.filename, ...options], { encoding: "utf8" });
  if (done.status !== 0) throw new Error(`${name} stopped: ${done.stderr}`);
  return JSON.parse(done.stdout) as Required<Measured>;
}

function measuredInR(benchmark: Benchmark, folder: string): Measured {
  const own = path.join(folder, benchmark.name);
  mkdirSync(own);
  for (const [name, values] of Object.entries(benchmark.columns()))
    writeFileSync(path.join(own, `${name}.bin`), Float64Array.from(values));
  const { name, formula, roundsInR, withTests, fits } = benchmark;
  const script = path.join(import.meta.dirname, "multilevel.R");
  const given = [own, name, formula, String(roundsInR), String(Math.min(fits, 3)), String(withTests)];
  const done = spawnSync("Rscript", [script, ...given], { encoding: "utf8" });
  if (done.status !== 0) throw new Error(`the R side stopped: ${done.stderr}`);
  return JSON.parse(done.stdout.trim().split("\n").at(-1)!) as Measured;
}

/** R's side: on this machine when lmerTest is here, from a file when one is named. */
function other(file: string | undefined): {
  readonly from: string;
  readonly of: (b: Benchmark) => Measured | undefined;
} {
  if (file !== undefined) {
    const { results } = JSON.parse(readFileSync(file, "utf8")) as {
      readonly results: readonly (Measured & { readonly name: string })[];
    };
    return { from: file, of: ({ name }) => results.find((result) => result.name === name) };
  }
  const probe = spawnSync("Rscript", ["-e", "library(lmerTest)"], { stdio: "ignore" });
  if (probe.status !== 0)
    return { from: "no R with lmerTest here, and no --baselines FILE", of: () => undefined };
  return {
    from: "R, in this run",
    of: (benchmark) => {
      const folder = mkdtempSync(path.join(tmpdir(), "concord-bench-"));
      try {
        return measuredInR(benchmark, folder);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  };
}

/** Prints one comparison; says whether its aims are met. */
function compared(benchmark: Benchmark, theirs: Measured | undefined): boolean {
  const { name, what, aim } = benchmark;
  const ours = measuredApart(name);
  const ratio = theirs === undefined ? undefined : theirs.ms_cpu_median / ours.ms_cpu_median;
  const beside =
    ratio === undefined
      ? ""
      : `, R ${theirs!.ms_cpu_median.toFixed(1)} ms, ${ratio.toFixed(0)} times (aim ${aim})`;
  console.log(`${what}: ${ours.ms_cpu_median.toFixed(2)} ms${beside}`);
  const least = benchmark.criterion ?? theirs?.criterion;
  // The published criteria are rounded to their last digit.
  const isLeast = least === undefined || ours.criterion <= least + 1e-4;
  if (least !== undefined) console.log(`  criterion ${ours.criterion.toFixed(5)}, R ${least.toFixed(5)}`);
  if (benchmark.withMemory !== true) return isLeast && (ratio ?? aim) >= aim;
  const { peak } = measuredApart(name, 1);
  const share = theirs?.peak === undefined ? undefined : peak / theirs.peak;
  const of =
    share === undefined ? "" : `, R ${theirs!.peak!.toFixed(0)} MB: ${(100 * share).toFixed(0)}% (aim 25%)`;
  console.log(`  memory ${peak.toFixed(0)} MB${of}`);
  return isLeast && (ratio ?? aim) >= aim && (share ?? 0) <= 0.25;
}

const { values } = parseArgs({
  options: { baselines: { type: "string" }, only: { type: "string" }, rounds: { type: "string" } },
});
if (values.only === undefined) {
  const { from, of } = other(values.baselines);
  console.log(`R side: ${from}`);
  const missed = BENCHMARKS.filter((benchmark) => !compared(benchmark, of(benchmark)));
  process.exitCode = missed.length > 0 ? 1 : 0;
} else {
  const benchmark = BENCHMARKS.find(({ name }) => name === values.only);
  if (benchmark === undefined) throw new Error(`no benchmark is called ${values.only}`);
  const rounds = values.rounds === undefined ? benchmark.rounds : Number(values.rounds);
  console.log(JSON.stringify(measured({ ...benchmark, rounds })));
}
