/**
 * How long fits of meta-analytic models take, beside R's metafor.
 *
 *   npm run bench meta-analysis            with R on this machine, both sides in one run
 *   node bench/meta-analysis.ts --baselines FILE    against figures measured elsewhere
 *
 * Fit only: data are made before the clock starts, the same numbers on both sides. Processor time, not elapsed time, so
 * that other work on the machine counts on neither side; the ratio is R's median over ours.
 */

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { seededChance, sharedChance } from "@concord/numerics";
import { designOf, parseFormula } from "@concord/statistics/formula";
import {
  type Effect,
  metaAnalysis,
  multilevelMetaAnalysis,
  nestedGroups,
  permutationTest,
} from "@concord/statistics/meta-analysis";
import { medianTime } from "./r-comparison/median-time.ts";

interface Benchmark {
  /** The name of its counterpart in R. */
  readonly name: string;
  readonly what: string;
  /** The least ratio that is aimed at. */
  readonly aim: number;
  readonly rounds: number;
  readonly fits: number;
  readonly columns: Readonly<Record<string, readonly number[]>>;
  readonly fit: () => readonly number[];
}

/** Draws that both sides share. */
function drawn(seed: number) {
  const { uniform, normal } = sharedChance(seed);
  const many = (count: number, draw: () => number) => Array.from({ length: count }, draw);
  return {
    uniforms: (count: number) => many(count, uniform),
    normals: (count: number) => many(count, normal),
  };
}

function pooled(seed: number, made: number, used: number) {
  const { uniforms, normals } = drawn(seed);
  const yi: number[] = [];
  const vi: number[] = [];
  for (let i = 0; i < made; i++) {
    const [u] = uniforms(1);
    vi.push(0.005 + 0.045 * u!);
    const [z] = normals(1);
    yi.push(0.3 + Math.sqrt(0.02 + vi[i]!) * z!);
  }
  return { yi: yi.slice(0, used), vi: vi.slice(0, used) };
}

function nested(seed: number, studies: number, perStudy: number) {
  const { uniforms, normals } = drawn(seed);
  const k = studies * perStudy;
  const departures = normals(studies);
  const vi = uniforms(k).map((u) => 0.005 + 0.045 * u);
  const within = normals(k);
  const errors = normals(k);
  const study = vi.map((_, i) => Math.floor(i / perStudy) + 1);
  const yi = vi.map(
    (v, i) => 0.3 + 0.2 * departures[study[i]! - 1]! + 0.1 * within[i]! + Math.sqrt(v) * errors[i]!,
  );
  return { study, es: vi.map((_, i) => i + 1), yi, vi };
}

function moderated(seed: number, k: number) {
  const { uniforms, normals } = drawn(seed);
  const vi = uniforms(k).map((u) => 0.005 + 0.045 * u);
  const x = normals(k);
  const errors = normals(k);
  return { x, vi, yi: vi.map((v, i) => 0.3 + 0.05 * x[i]! + Math.sqrt(0.02 + v) * errors[i]!) };
}

function effectsOf({
  yi,
  vi,
}: {
  readonly yi: readonly number[];
  readonly vi: readonly number[];
}): readonly Effect[] {
  return yi.map((estimate, i) => ({ estimate, variance: vi[i]! }));
}

function required<T extends { readonly kind: string }>(result: T): Extract<T, { readonly kind: "fitted" }> {
  if (result.kind !== "fitted") throw new Error(`not fitted: ${result.kind}`);
  return result as Extract<T, { readonly kind: "fitted" }>;
}

function benchmarks(): readonly Benchmark[] {
  const pool = (columns: ReturnType<typeof pooled>) => {
    const effects = effectsOf(columns);
    return () => {
      const fit = required(metaAnalysis(effects));
      const { estimate, standardError } = fit.coefficients[0]!;
      return [estimate, standardError, fit.betweenStudyVariance.value];
    };
  };
  const few = pooled(1, 20, 20);
  const many = pooled(2, 5000, 1000);
  const threeLevel = nested(3, 250, 4);
  const threeLevelEffects = effectsOf(threeLevel);
  const rows = threeLevel.yi.map((_, i) => i);
  const moderator = moderated(4, 30);
  const moderatorEffects = effectsOf(moderator);
  const formula = parseFormula("~ x").fixed;
  return [
    {
      name: "rma-reml-k20",
      what: "REML, 20 studies",
      aim: 20,
      rounds: 15,
      fits: 500,
      columns: few,
      fit: pool(few),
    },
    {
      name: "rma-reml-k1000",
      what: "REML, 1,000 studies",
      aim: 1000,
      rounds: 15,
      fits: 20,
      columns: many,
      fit: pool(many),
    },
    {
      name: "rmamv-3level-k1000-sparse",
      what: "three levels, 1,000 effects in 250 studies (rma.mv with sparse = TRUE)",
      aim: 50,
      rounds: 15,
      fits: 5,
      columns: threeLevel,
      fit: () => {
        const levels = nestedGroups({ study: threeLevel.study, es: threeLevel.es }, ["study", "es"], rows);
        const fit = required(multilevelMetaAnalysis(threeLevelEffects, { levels }));
        const { estimate, standardError } = fit.coefficients[0]!;
        return [estimate, standardError, ...fit.components.map(({ variance }) => variance)];
      },
    },
    {
      name: "permutest-10000-dl",
      what: "10,000 permutations of one moderator, 30 studies",
      aim: 100,
      rounds: 5,
      fits: 1,
      columns: moderator,
      fit: () => {
        const design = designOf(formula, { x: moderator.x });
        const fit = required(metaAnalysis(moderatorEffects, { design, method: "DL" }));
        return permutationTest(fit, { kind: "sampled", count: 10_000, chance: seededChance(1) }).p;
      },
    },
  ];
}

interface Baseline {
  readonly name: string;
  readonly ms_cpu_median: number;
  readonly value?: readonly number[];
}

/** R's medians: from this machine when metafor is here, from a file when one is named. */
function baselines(
  all: readonly Benchmark[],
  file: string | undefined,
): { readonly from: string; readonly of: readonly Baseline[] } {
  if (file !== undefined) {
    const { results } = JSON.parse(readFileSync(file, "utf8")) as { readonly results: readonly Baseline[] };
    return { from: file, of: results };
  }
  const probe = spawnSync("Rscript", ["-e", "library(metafor)"], { stdio: "ignore" });
  if (probe.status !== 0) return { from: "no R with metafor here, and no --baselines FILE", of: [] };
  const folder = mkdtempSync(path.join(tmpdir(), "concord-bench-"));
  try {
    for (const { name, columns } of all) {
      const names = Object.keys(columns);
      const lines = columns[names[0]!]!.map((_, i) => names.map((column) => columns[column]![i]).join(","));
      writeFileSync(path.join(folder, `${name}.csv`), `${names.join(",")}\n${lines.join("\n")}\n`);
    }
    const done = spawnSync("Rscript", [path.join(import.meta.dirname, "meta-analysis.R"), folder], {
      encoding: "utf8",
    });
    if (done.status !== 0) throw new Error(`the R side stopped: ${done.stderr}`);
    return {
      from: "R, in this run",
      of: done.stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Baseline),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const { values } = parseArgs({ options: { baselines: { type: "string" } } });
const all = benchmarks();
const { from, of } = baselines(all, values.baselines);
console.log(`R side: ${from}`);
let missed = 0;
for (const benchmark of all) {
  const { fit, rounds, fits } = benchmark;
  const ours = medianTime(fit, rounds, fits, Math.max(3, fits / 5));
  const base = of.find(({ name }) => name === benchmark.name);
  const ratio = base === undefined ? undefined : base.ms_cpu_median / ours;
  if (ratio !== undefined && ratio < benchmark.aim) missed++;
  const beside =
    base === undefined || ratio === undefined
      ? ""
      : `, R ${base.ms_cpu_median.toFixed(2)} ms, ${ratio.toFixed(0)} times (aim ${benchmark.aim})`;
  console.log(`${benchmark.what}: ${ours.toFixed(4)} ms${beside}`);
  if (base?.value !== undefined && !benchmark.name.startsWith("permutest")) {
    const farthest = Math.max(...benchmark.fit().map((value, i) => Math.abs(value - base.value![i]!)));
    console.log(`  farthest value from R's: ${farthest.toExponential(1)}`);
  }
}
process.exitCode = missed > 0 ? 1 : 0;
