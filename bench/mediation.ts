/**
 * How long 5,000 resamples of an indirect effect take at n = 300, beside R: the formula interface that most people
 * write, and the fast loop on `.lm.fit`.
 *
 *   npm run bench mediation            with R on this machine, both sides in one run
 *
 * The model is fitted and the data made before the clock starts; drawing rows belongs to what is timed on both sides.
 * Processor time on one core; the ratio is R's median over ours.
 */

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { seededChance, sharedChance } from "@concord/numerics";
import { bootstrapMediation, mediation } from "@concord/statistics/mediation";

const AIMS: Readonly<Record<string, number>> = { "boot-mediation-lmfit": 10, "boot-mediation-lm": 100 };

function madeColumns(n: number) {
  const { normal } = sharedChance(8);
  const x = Array.from({ length: n }, normal);
  const m = x.map((value) => 0.4 * value + normal());
  const y = m.map((value, i) => 0.3 * value + 0.1 * x[i]! + normal());
  return { x, m, y };
}

interface RSide {
  readonly name: string;
  readonly ms_cpu_median: number;
  readonly value: readonly [number, number];
}

function inR(columns: ReturnType<typeof madeColumns>): readonly RSide[] {
  if (spawnSync("Rscript", ["-e", "library(boot)"], { stdio: "ignore" }).status !== 0) return [];
  const folder = mkdtempSync(path.join(tmpdir(), "concord-bench-"));
  try {
    const lines = columns.x.map((value, i) => `${value},${columns.m[i]},${columns.y[i]}`);
    writeFileSync(path.join(folder, "mediation.csv"), `x,m,y\n${lines.join("\n")}\n`);
    const script = path.join(import.meta.dirname, "mediation.R");
    const done = spawnSync("Rscript", [script, folder], { encoding: "utf8" });
    if (done.status !== 0) throw new Error(`the R side stopped: ${done.stderr}`);
    return done.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as RSide);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const columns = madeColumns(300);
const fit = mediation({ predictor: "x", mediators: ["m"], outcome: "y" }, columns);
if (fit.kind === "refused") throw new Error(fit.reason);
const indirect = { ...fit, effects: fit.effects.filter(({ role }) => role.kind === "indirect") };
const run = () =>
  bootstrapMediation(indirect, { kind: "drawn", count: 5000, chance: seededChance(1) }).effects[0]!;
for (let i = 0; i < 5; i++) run();
const times = Array.from({ length: 15 }, () => {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}).sort((a, b) => a - b);
const ours = times[7]!;
const drawn = run();
console.log(`5,000 resamples of a·b, n = 300, with BCa: ${ours.toFixed(1)} ms`);
console.log(
  `  a·b ${drawn.effect.estimate.toPrecision(10)}, bootstrap SE ${drawn.standardError.toPrecision(4)}`,
);
let missed = 0;
const sides = inR(columns);
if (sides.length === 0) console.log("R side: no R with boot here");
for (const { name, ms_cpu_median, value } of sides) {
  const ratio = ms_cpu_median / ours;
  if (ratio < AIMS[name]!) missed++;
  console.log(
    `${name}: R ${ms_cpu_median.toFixed(1)} ms, ${ratio.toFixed(1)} times (aim ${AIMS[name]}); a·b ${value[0].toPrecision(10)}, SE ${value[1].toPrecision(4)}`,
  );
}
process.exitCode = missed > 0 ? 1 : 0;
