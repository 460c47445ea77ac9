import type { Measure } from "@concord/statistics/effect-size";
import type { Method, RobustKind, Test } from "@concord/statistics/meta-analysis";
import type { RaterSplit } from "../published.ts";
import type { Figures } from "../study/figures.ts";
import type { Design, Quality, Study, StudyAgeBand, StudyId, Timing } from "../study/study.ts";

export type SynthesisId = string;

/** Which effects are meant. A list that is not there lets everything through. */
export interface StudyFilter {
  readonly topics?: readonly string[];
  readonly raters?: readonly RaterSplit[];
  readonly outcomeRaters?: readonly RaterSplit[];
  readonly instruments?: readonly string[];
  readonly timings?: readonly Timing[];
  readonly figures?: readonly Figures["kind"][];
  readonly ageBands?: readonly StudyAgeBand[];
  readonly countries?: readonly string[];
  readonly settings?: readonly string[];
  readonly designs?: readonly Design[];
  readonly qualities?: readonly Quality[];
  readonly years?: { readonly from?: number; readonly to?: number };
  readonly only?: readonly StudyId[];
  readonly exclude?: readonly StudyId[];
}

/** How effects are pooled, in metafor's words. */
export interface SynthesisModel {
  readonly measure: Measure;
  readonly method: Method;
  readonly test: Test;
  /** Effects side by side, or effects within studies (three levels). */
  readonly random: "effect" | "study/effect";
  /** A formula such as `~ rater`, or none. */
  readonly mods: string | null;
  /** Standard errors robust to dependence within studies; CR1p is what metafor's `robust` gives. */
  readonly robust: RobustKind | null;
  /** What t tests of effects within studies have left, by metafor's names; "residual" unless said. */
  readonly dfs?: "residual" | "contain";
  /** Percent, as metafor has it: 95. */
  readonly level: number;
}

/** A synthesis as data: run again whenever a study comes or changes. */
export interface SynthesisDefinition {
  readonly id: SynthesisId;
  readonly title: string;
  readonly question: string;
  readonly filter: StudyFilter;
  readonly model: SynthesisModel;
}

/** What this field usually asks for: Fisher's z, REML, effects within studies, robust by study. */
export const usualModel: SynthesisModel = {
  measure: "ZCOR",
  method: "REML",
  test: "t",
  random: "study/effect",
  mods: null,
  robust: "CR2",
  level: 95,
};

/** Whether a study as a whole may enter: pooled in the review, and let through by the filter. */
function selectsStudy(filter: StudyFilter, study: Study): boolean {
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = filter.years ?? {};
  return (
    study.stage.kind === "pooled" &&
    (filter.topics === undefined || study.topics.some((topic) => filter.topics!.includes(topic))) &&
    (filter.only === undefined || filter.only.includes(study.id)) &&
    !(filter.exclude ?? []).includes(study.id) &&
    within(filter.ageBands, study.population.ageBand) &&
    within(filter.countries, study.population.country) &&
    within(filter.settings, study.population.setting) &&
    within(filter.designs, study.design) &&
    within(filter.qualities, study.quality) &&
    study.year >= from &&
    study.year <= to
  );
}

/** The study with only those reports that the filter lets through; undefined where none is left. */
export function selectReports(filter: StudyFilter, study: Study): Study | undefined {
  if (!selectsStudy(filter, study)) return undefined;
  const reports = study.reports.filter(
    (report) =>
      within(filter.raters, report.rater) &&
      within(filter.outcomeRaters, report.outcomeRater) &&
      within(filter.instruments, report.instrument) &&
      within(filter.timings, report.timing) &&
      within(filter.figures, report.figures.kind),
  );
  return reports.length === 0 ? undefined : { ...study, reports };
}

function within<Value>(allowed: readonly Value[] | undefined, value: Value | null): boolean {
  return allowed === undefined || (value !== null && allowed.includes(value));
}
