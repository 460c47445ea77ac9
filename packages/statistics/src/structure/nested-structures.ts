import type { Implied } from "./implied.ts";
import type { GroupData } from "./moments.ts";
import { pathModel } from "./path-model.ts";
import { positiveInverse } from "./positive-inverse.ts";
import type { Saturated } from "./saturated.ts";
import { search } from "./search.ts";
import { startingValues } from "./starting-values.ts";
import { type FittedStructuralModel, withExogenous } from "./structural-model.ts";

/** How far, per row, a wider model may miss the moments of a narrower one within it: rounding of the search. */
const ROUNDING = 1e-7;

/**
 * Returns why the narrow model does not lie within the wide one, undefined where it does.
 *
 * A nested model says nothing that the wider could not say: fitted to the moments that the narrow model implies, the
 * wide one must fit them exactly. Bentler PM, Satorra A (2010). Psychol Methods 15: 111–123 (the NET procedure).
 */
export function whyStructuresNotNested(
  wide: FittedStructuralModel,
  narrow: FittedStructuralModel,
): string | undefined {
  const [ours, theirs] = [wide.table.observed, narrow.table.observed];
  const alone = [
    ...ours.filter((name) => !theirs.includes(name)),
    ...theirs.filter((name) => !ours.includes(name)),
  ];
  if (alone.length > 0)
    return `only one of the models has ${alone.join(", ")}: models of different variables have no test`;
  const places = ours.map((name) => theirs.indexOf(name));
  const moments: Saturated[] = [];
  for (const [group, { implied }] of narrow.evaluation.groups.entries()) {
    const own = momentsOf(
      implied,
      places,
      narrow.problem.meanStructure ? undefined : wide.saturated[group]!.mean,
    );
    if (own === undefined) return "the narrower model implies variables that do not vary by themselves";
    moments.push(own);
  }
  const data = moments.map((own, group) => asData(own, wide.problem.data[group]!));
  const table = withExogenous(wide.table, moments);
  const problem = { ...wide.problem, model: pathModel(table), data };
  const rows = data.reduce((sum, { count }) => sum + count, 0);
  const perfect = moments.reduce((sum, { deviance }, group) => sum + deviance * data[group]!.count, 0) / rows;
  const starts = [wide.values, startingValues(table, problem.model, moments)];
  const misses = starts.flatMap((start) => {
    const found = search(problem, start);
    return found.kind === "settled" ? [found.evaluation.deviance - perfect] : [];
  });
  if (misses.length === 0)
    return "it could not be found out whether the models are nested: such models have no test";
  const least = Math.min(...misses);
  return least < ROUNDING
    ? undefined
    : "neither model lies within the other: what the narrower implies the wider cannot; such models have no test";
}

/** The moments a model implies for the observed variables, in the order of another model. */
function momentsOf(
  implied: Implied,
  places: readonly number[],
  mean: Float64Array | undefined,
): Saturated | undefined {
  const p = places.length;
  const covariance = Float64Array.from(
    { length: p * p },
    (_, at) => implied.covariance[places[Math.floor(at / p)]! * implied.size + places[at % p]!]!,
  );
  const inverted = positiveInverse(covariance, p);
  if (typeof inverted === "number") return undefined;
  return {
    mean: mean ?? Float64Array.from(places, (place) => implied.mean[place]!),
    covariance,
    deviance: inverted.logDeterminant + p,
  };
}

/** As many complete rows with these moments. */
function asData({ mean, covariance }: Saturated, { label, count }: GroupData): GroupData {
  const at = Array.from(mean.keys());
  return { label, count, rows: new Float64Array(), patterns: [{ at, count, mean, covariance }] };
}
