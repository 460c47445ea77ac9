/**
 * How long Cronbach's α of many answers takes, beside R's `cov()`.
 *
 *   npm run bench reliability       with R on this machine, both sides in one run
 *
 * 51,000 people, 36 items of five steps. Ours gives α with its intervals, Guttman's bounds and all item statistics; R's
 * side only α from `cov()`, the barest route there. One core each, processor time.
 */

import { sharedChance } from "@concord/numerics";
import { type Answers, scaleReliability } from "@concord/statistics/reliability";
import { medianTime } from "./r-comparison/median-time.ts";
import { besideR } from "./r-comparison/run-r.ts";

const rows = 51_000;
const { normal } = sharedChance(9);
const normals = (count: number) => Array.from({ length: count }, normal);
const trait = normals(rows);
const columns = Object.fromEntries(
  Array.from({ length: 36 }, (_, j) => {
    const own = normals(rows);
    const answers = own.map((z, i) => Math.min(5, Math.max(1, Math.round(3 + 0.6 * trait[i]! + 0.9 * z))));
    return [`V${j + 1}`, answers] as const;
  }),
);
const answers: Readonly<Record<string, Answers>> = Object.fromEntries(
  Object.entries(columns).map(([name, column]) => [name, Float64Array.from(column)]),
);
const fit = () => {
  const scale = scaleReliability(answers);
  if (scale.kind !== "fitted") throw new Error(scale.reason);
  return [scale.alpha.raw];
};
besideR("reliability.R", columns, [
  {
    name: "alpha-51k-cov",
    what: "α and all item statistics, 51,000 × 36",
    aim: 1.5,
    ours: medianTime(fit, 15, 1),
    value: fit(),
  },
]);
