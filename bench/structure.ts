/**
 * How long a factor analysis by maximum likelihood takes, beside R's lavaan.
 *
 *   npm run bench structure         with R on this machine, both sides in one run
 *
 * Three factors of four indicators, 1,000 rows; estimates, standard errors, fit measures and the standardised solution
 * on both sides. One core each, processor time.
 */

import { sharedChance } from "@concord/numerics";
import { structuralModel } from "@concord/statistics/structure";
import { medianTime } from "./r-comparison/median-time.ts";
import { besideR } from "./r-comparison/run-r.ts";

const rows = 1000;
const { normal } = sharedChance(7);
const normals = (count: number) => Array.from({ length: count }, normal);
const drawn = normals(3 * rows);
const factor = (k: number, i: number) => drawn[k * rows + i]!;
const scores = Array.from({ length: rows }, (_, i) => {
  const first = factor(0, i);
  const second = 0.5 * first + 0.866 * factor(1, i);
  return [first, second, 0.4 * first + 0.3 * second + 0.85 * factor(2, i)];
});
const columns = Object.fromEntries(
  Array.from({ length: 12 }, (_, j) => {
    const own = normals(rows);
    return [`x${j + 1}`, own.map((z, i) => 0.7 * scores[i]![Math.floor(j / 4)]! + 0.7 * z)] as const;
  }),
);
const syntax = "f1 =~ x1 + x2 + x3 + x4\n f2 =~ x5 + x6 + x7 + x8\n f3 =~ x9 + x10 + x11 + x12";
const fit = () => {
  const model = structuralModel(columns, syntax);
  if (model.kind !== "fitted") throw new Error(model.reason);
  const { chiSquare, degrees, comparativeFit, approximationError, standardizedResidual } = model.fit;
  return [chiSquare, degrees, comparativeFit, approximationError, standardizedResidual];
};
besideR("structure.R", columns, [
  {
    name: "lavaan-cfa3-n1000",
    what: "three factors, 12 indicators, n = 1,000",
    aim: 10,
    ours: medianTime(fit, 25, 5),
    value: fit(),
  },
]);
