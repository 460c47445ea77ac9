import type { StaffMessage, Text } from "@concord/messages";
import type { StudyFilter } from "./definition.ts";

/** Returns a filter as messages, one for each criterion; none where all studies are selected. */
export function filterMessages(filter: StudyFilter): readonly StaffMessage[] {
  return [
    ...criterion("evidence.criterion.topics", filter.topics, itself),
    ...criterion("evidence.criterion.raters", filter.raters, raterName),
    ...criterion("evidence.criterion.outcome-raters", filter.outcomeRaters, raterName),
    ...criterion("evidence.criterion.instruments", filter.instruments, itself),
    ...criterion("evidence.criterion.timings", filter.timings, (timing) => ({
      id: `evidence.timing.${timing}`,
      values: {},
    })),
    ...criterion("evidence.criterion.statistics", filter.figures, (kind) => ({
      id: `evidence.statistic.${kind}`,
      values: {},
    })),
    ...criterion("evidence.criterion.ages", filter.ageBands, (age) => ({
      id: `evidence.age.${age}`,
      values: {},
    })),
    ...criterion("evidence.criterion.countries", filter.countries, itself),
    ...criterion("evidence.criterion.settings", filter.settings, itself),
    ...criterion("evidence.criterion.designs", filter.designs, (design) => ({
      id: `evidence.design.${design}`,
      values: {},
    })),
    ...criterion("evidence.criterion.qualities", filter.qualities, (quality) => ({
      id: `evidence.quality.${quality}`,
      values: {},
    })),
    ...years(filter.years),
    ...criterion("evidence.criterion.only", filter.only, itself),
    ...criterion("evidence.criterion.exclude", filter.exclude, itself),
  ];
}

const itself = (value: string): Text => value;

const raterName = (rater: NonNullable<StudyFilter["raters"]>[number]): Text => ({
  id: `evidence.rater.${rater}`,
  values: {},
});

type CriterionId =
  | "evidence.criterion.topics"
  | "evidence.criterion.raters"
  | "evidence.criterion.outcome-raters"
  | "evidence.criterion.instruments"
  | "evidence.criterion.timings"
  | "evidence.criterion.statistics"
  | "evidence.criterion.ages"
  | "evidence.criterion.countries"
  | "evidence.criterion.settings"
  | "evidence.criterion.designs"
  | "evidence.criterion.qualities"
  | "evidence.criterion.only"
  | "evidence.criterion.exclude";

function criterion<Value>(
  id: CriterionId,
  values: readonly Value[] | undefined,
  nameOf: (value: Value) => Text,
): readonly StaffMessage[] {
  return values === undefined || values.length === 0 ? [] : [{ id, values: { values: values.map(nameOf) } }];
}

function years(range: StudyFilter["years"]): readonly StaffMessage[] {
  const { from, to } = range ?? {};
  if (from !== undefined && to !== undefined)
    return [{ id: "evidence.criterion.years", values: { from: String(from), to: String(to) } }];
  if (from !== undefined) return [{ id: "evidence.criterion.from", values: { from: String(from) } }];
  return to === undefined ? [] : [{ id: "evidence.criterion.to", values: { to: String(to) } }];
}
