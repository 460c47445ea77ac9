import {
  type Quality,
  type RaterSplit,
  type Study,
  type StudyAgeBand,
  type StudyFilter,
  selectReports,
  type Timing,
} from "@concord/evidence";

/** What a reader may narrow a question to. Empty lists and null let everything through. */
export interface SynthesisChoice {
  readonly raters: readonly RaterSplit[];
  readonly ageBands: readonly StudyAgeBand[];
  readonly instruments: readonly string[];
  readonly timings: readonly Timing[];
  readonly qualities: readonly Quality[];
  readonly from: number | null;
  readonly to: number | null;
}

export const everything: SynthesisChoice = {
  raters: [],
  ageBands: [],
  instruments: [],
  timings: [],
  qualities: [],
  from: null,
  to: null,
};

/** What there is to choose from, each with the number of effects it would leave. */
export interface SynthesisFacets {
  readonly raters: readonly Facet<RaterSplit>[];
  readonly ageBands: readonly Facet<StudyAgeBand>[];
  readonly instruments: readonly Facet<string>[];
  readonly timings: readonly Facet<Timing>[];
  readonly qualities: readonly Facet<Quality>[];
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

export interface Facet<Value> {
  readonly value: Value;
  readonly effects: number;
}

/** The question's own filter with the reader's choice within it: a choice never lets in what the question leaves out. */
export function narrowed(filter: StudyFilter, choice: SynthesisChoice): StudyFilter {
  const years = {
    ...filter.years,
    ...(choice.from !== null && { from: Math.max(choice.from, filter.years?.from ?? choice.from) }),
    ...(choice.to !== null && { to: Math.min(choice.to, filter.years?.to ?? choice.to) }),
  };
  return {
    ...filter,
    ...both("raters", filter.raters, choice.raters),
    ...both("ageBands", filter.ageBands, choice.ageBands),
    ...both("instruments", filter.instruments, choice.instruments),
    ...both("timings", filter.timings, choice.timings),
    ...both("qualities", filter.qualities, choice.qualities),
    ...(Object.keys(years).length > 0 && { years }),
  };
}

export function isNarrowed(choice: SynthesisChoice): boolean {
  const { from, to, ...lists } = choice;
  return from !== null || to !== null || Object.values(lists).some((list) => list.length > 0);
}

function both<Name extends string, Value>(
  name: Name,
  asked: readonly Value[] | undefined,
  chosen: readonly Value[],
): { readonly [key in Name]?: readonly Value[] } {
  if (chosen.length === 0) return {};
  const list = asked === undefined ? chosen : chosen.filter((value) => asked.includes(value));
  return { [name]: list } as { readonly [key in Name]: readonly Value[] };
}

/** What the studies of a question differ in, most frequent first. */
export function facetsOf(filter: StudyFilter, studies: readonly Study[]): SynthesisFacets {
  const chosen = studies.flatMap((study) => selectReports(filter, study) ?? []);
  const reports = chosen.flatMap((study) => study.reports.map((report) => ({ study, report })));
  const years = chosen.map(({ year }) => year);
  return {
    raters: counted(reports.map(({ report }) => report.rater)),
    ageBands: counted(reports.map(({ study }) => study.population.ageBand)),
    instruments: counted(reports.map(({ report }) => report.instrument)),
    timings: counted(reports.map(({ report }) => report.timing)),
    qualities: counted(reports.map(({ study }) => study.quality)),
    firstYear: years.length === 0 ? null : Math.min(...years),
    lastYear: years.length === 0 ? null : Math.max(...years),
  };
}

function counted<Value extends string>(values: readonly Value[]): readonly Facet<Value>[] {
  return [...Map.groupBy(values, (value) => value)]
    .map(([value, own]) => ({ value, effects: own.length }))
    .filter(({ value }) => value !== "")
    .sort((a, b) => b.effects - a.effects || (a.value < b.value ? -1 : 1));
}
