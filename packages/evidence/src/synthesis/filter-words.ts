import type { StudyFilter } from "./definition.ts";

/** A filter as a person would say it: "rated by clients; adults; 2000 to 2020". Empty where all studies count. */
export function filterWords(filter: StudyFilter): string {
  const { from, to } = filter.years ?? {};
  const list = (lead: string, values: readonly string[] | undefined) =>
    values === undefined || values.length === 0 ? [] : [`${lead}${either(values)}`];
  const years =
    from !== undefined && to !== undefined
      ? [`published ${from} to ${to}`]
      : from !== undefined
        ? [`published ${from} or later`]
        : to !== undefined
          ? [`published up to ${to}`]
          : [];
  return [
    ...list("on ", filter.topics),
    ...list("rated by ", filter.raters),
    ...list("outcome rated by ", filter.outcomeRaters),
    ...list("with ", filter.instruments),
    ...list("at ", filter.timings),
    ...list("age band ", filter.ageBands),
    ...list("in ", filter.countries),
    ...list("in ", filter.settings),
    ...list("design ", filter.designs),
    ...list("quality ", filter.qualities),
    ...years,
    ...list("only ", filter.only),
    ...list("without ", filter.exclude),
  ].join("; ");
}

function either(values: readonly string[]): string {
  return values.length === 1 ? values[0]! : `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`;
}
