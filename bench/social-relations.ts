/**
 * How long the social relations of 50 groups of 8 take, gathering the ratings included, beside TripleR.
 *
 *   npm run bench social-relations
 *
 * TripleR 1.5.4 is not in Debian: its side is stored, 411 ms of processor time for `RR(y ~ perceiver*target |
 * group)` (R 4.2.2, median of five, on two virtual cores of an AMD EPYC). The data come from the generator
 * that both sides share, and the components must be those that TripleR gave for them. Processor time on one
 * core; the ratio is R's median over ours.
 */

import { sharedChance } from "@concord/numerics";
import { type Rating, roundRobinsOf, socialRelations } from "@concord/statistics/social-relations";

const AIM = 100;
const TRIPLER_MILLISECONDS = 411;
/** Actor, partner and relationship variance, actor-partner and relationship covariance. */
const TRIPLER_ESTIMATES = [
  0.9593799022388738, 0.5154750614175602, 1.3825543190532348, 0.04853629499684868, -0.008602608924740266,
];

/** Drawn alike on both sides. */
function madeRatings(): readonly Rating[] {
  const { normal } = sharedChance(6);
  const normals = (count: number) => Array.from({ length: count }, normal);
  const n = 8;
  const people = Array.from({ length: n }, (_, i) => i);
  return Array.from({ length: 50 }, (_, k) => {
    const actors = normals(n);
    const partners = normals(n).map((value) => 0.7 * value);
    const rest = normals(n * n).map((value) => 1.2 * value);
    return people.flatMap((target) =>
      people
        .filter((perceiver) => perceiver !== target)
        .map((perceiver) => ({
          perceiver: String((k + 1) * 100 + perceiver + 1),
          target: String((k + 1) * 100 + target + 1),
          group: String(k + 1),
          values: [5 + actors[perceiver]! + partners[target]! + rest[perceiver + n * target]!],
        })),
    );
  }).flat();
}

const ratings = madeRatings();
const fit = () => socialRelations(roundRobinsOf(ratings));
const { partition } = fit();
const estimates = [
  partition.actorVariance,
  partition.partnerVariance,
  partition.relationshipVariance,
  partition.actorPartnerCovariance,
  partition.relationshipCovariance,
].map(({ estimate }) => estimate);
const off = Math.max(...estimates.map((value, i) => Math.abs(value - TRIPLER_ESTIMATES[i]!)));
for (let i = 0; i < 200; i++) fit();
const fits = 20;
const times = Array.from({ length: 25 }, () => {
  const start = process.cpuUsage();
  for (let i = 0; i < fits; i++) fit();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / fits;
}).sort((a, b) => a - b);
const ours = times[12]!;
const ratio = TRIPLER_MILLISECONDS / ours;
console.log(`50 round robins of 8: ${ours.toFixed(2)} ms`);
console.log(`TripleR (stored): ${TRIPLER_MILLISECONDS} ms, ${ratio.toFixed(0)} times (aim ${AIM})`);
console.log(`components off those of TripleR by at most ${off.toExponential(1)}`);
process.exitCode = ratio >= AIM && off < 1e-9 ? 0 : 1;
