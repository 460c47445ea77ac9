import type { Text } from "@concord/messages";
import { type Measure, measureEffects } from "@concord/statistics/effect-size";
import { figureColumns } from "./figure-columns.ts";
import { figureFault, otherType } from "./figure-fault.ts";
import { peopleOf } from "./figures.ts";
import type {
  MeasuredStudy,
  NotMeasurableStudy,
  StudyEffect,
  UnmeasuredReport,
  WhyUnmeasured,
} from "./measured-effect.ts";
import type { Report, Study } from "./study.ts";

/** Scales that say how much, not which way. */
const undirected: ReadonlySet<Measure> = new Set(["PR", "PLO", "PLN", "PAS", "PFT", "ARAW", "AHW", "ABT"]);

/**
 * What do a study's reports say on this scale? One effect per report, all pointing to the better outcome; a report
 * that cannot be measured stands beside them with its reason, and a study of such reports alone is not measurable.
 */
export function measure(study: Study, scale: Measure): MeasuredStudy | NotMeasurableStudy {
  const effects: StudyEffect[] = [];
  const unmeasured: UnmeasuredReport[] = [];
  for (const report of study.reports) {
    const one = measureReport(study, report, scale);
    if ("why" in one) unmeasured.push(one);
    else effects.push(one);
  }
  return effects.length === 0
    ? { kind: "not-measurable", study: study.id, unmeasured }
    : { kind: "measured", study: study.id, effects, unmeasured };
}

/** First author and year: the short name of a study in a figure. */
export function studyLabel(study: Study): string {
  const [first, second] = study.authors;
  const family = (author: string) => author.split(",")[0]!.trim();
  if (first === undefined) return `${study.id} ${study.year}`;
  const names =
    study.authors.length === 1
      ? family(first)
      : study.authors.length === 2 && second !== undefined
        ? `${family(first)} & ${family(second)}`
        : `${family(first)} et al.`;
  return `${names} ${study.year}`;
}

function measureReport(study: Study, report: Report, scale: Measure): StudyEffect | UnmeasuredReport {
  const refuse = (why: WhyUnmeasured, reason: Text): UnmeasuredReport => ({
    id: `${study.id}/${report.id}`,
    study: study.id,
    label: studyLabel(study),
    why,
    reason,
  });
  const { figures } = report;
  const columns = figureColumns(figures, scale);
  const fault = columns === undefined ? otherType(figures, scale) : figureFault(figures, scale);
  if (columns === undefined || fault !== undefined) return refuse(fault!.why, fault!.reason);
  const [measured] = measureEffects(figures.kind === "effect" ? "GEN" : scale, [columns.row]);
  if (measured === undefined || measured.kind === "not-measurable") {
    return refuse("impossible-figure", measured?.reason ?? { id: "evidence.fault.no-effect", values: {} });
  }
  if (measured.variance === 0)
    return refuse("zero-variance", { id: "evidence.fault.variance-zero", values: {} });
  // Every scale with a direction is zero where there is no relation, so turning it is a change of sign.
  const turned = report.toward === "worse" && !undirected.has(scale);
  return {
    id: `${study.id}/${report.id}`,
    study: study.id,
    report: report.id,
    label: studyLabel(study),
    year: study.year,
    rater: report.rater,
    instrument: report.instrument,
    timing: report.timing,
    outcome: report.outcome,
    outcomeRater: report.outcomeRater,
    ageBand: study.population.ageBand,
    country: study.population.country,
    setting: study.population.setting,
    quality: study.quality,
    n: peopleOf(figures),
    scale,
    estimate: turned ? -measured.estimate : measured.estimate,
    variance: measured.variance,
    figures,
    way: turned ? `${columns.way}, turned to point to the better outcome` : columns.way,
    traits: { ...study.traits, ...report.traits },
  };
}
