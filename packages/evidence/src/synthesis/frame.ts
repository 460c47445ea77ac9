import type { Frame } from "@concord/statistics/formula";
import type { StudyEffect } from "../study/measured-effect.ts";

/** What a formula may name: the columns every effect has, and the traits that any of them brings along. */
export function frameOf(effects: readonly StudyEffect[]): Frame {
  const column = <Value extends string | number | null>(of: (effect: StudyEffect) => Value) =>
    effects.map(of);
  const traits = [...new Set(effects.flatMap(({ traits }) => Object.keys(traits)))].sort();
  return {
    ...Object.fromEntries(
      traits.map((name) => [
        name,
        column(({ traits }) => (Object.hasOwn(traits, name) ? traits[name]! : null)),
      ]),
    ),
    study: column(({ study }) => study),
    effect: column(({ id }) => id),
    year: column(({ year }) => year),
    rater: column(({ rater }) => rater),
    instrument: column(({ instrument }) => instrument),
    timing: column(({ timing }) => timing),
    outcome: column(({ outcome }) => outcome),
    outcomeRater: column(({ outcomeRater }) => outcomeRater),
    ageBand: column(({ ageBand }) => ageBand),
    country: column(({ country }) => country),
    setting: column(({ setting }) => setting),
    quality: column(({ quality }) => quality),
    n: column(({ n }) => n),
  };
}
