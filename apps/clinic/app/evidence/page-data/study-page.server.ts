import {
  type Figures,
  figureWords,
  measure,
  number,
  type Report,
  type Study,
  share,
} from "@concord/evidence";
import type { StudyView } from "@concord/practice";
import { originWords, stageWords } from "./study-row.ts";
import { designWords } from "./study-words.ts";
import { ageWords, qualityWords, raterNouns, timingWords } from "./words.ts";

/** One study, worded where the page is made. */
export function studyPage({ study, label, syntheses, claims, revisions }: StudyView) {
  const { stage, population } = study;
  const facts: readonly (readonly [string, string])[] = [
    ["Stage", "reason" in stage ? `${stageWords[stage.kind]}: ${stage.reason}` : stageWords[stage.kind]],
    ["Design", designWords[study.design]],
    [
      "Clients",
      `${ageWords[population.ageBand]}${population.description === "" ? "" : `; ${population.description}`}`,
    ],
    ["Quality", qualityWords[study.quality]],
    ["Country", population.country ?? ""],
    ["Setting", population.setting ?? ""],
    ["Topic", study.topics.join("; ")],
    ["Origin", originWords(study.provenance)],
    ["Licence", study.provenance.licence ?? ""],
  ];
  return {
    id: study.id,
    label,
    title: study.title,
    citation: study.citation,
    doi: study.doi,
    simulated: study.provenance.kind === "simulated",
    facts: facts.filter(([, words]) => words !== ""),
    reports: study.reports.map((report) => reportRow(study, report)),
    syntheses: syntheses.map(({ id, title }) => ({ id, title })),
    claims: claims.map(({ id, sentence }) => ({ id, sentence })),
    revisions: revisions.map((kept) => ({
      revision: kept.revision,
      reason: kept.reason ?? "Added.",
      by: kept.addedBy.name,
      at: kept.addedAt,
      change: kept.change,
    })),
  };
}

function reportRow(study: Study, report: Report) {
  const measured = measure({ ...study, reports: [report] }, "ZCOR");
  const effect = measured.kind === "measured" ? measured.effects[0] : undefined;
  const printed = printedWords(report.figures);
  const reach = effect === undefined ? 0 : 1.959964 * Math.sqrt(effect.variance);
  return {
    id: report.id,
    rater: raterNouns[report.rater],
    instrument: report.instrument,
    timing: timingWords[report.timing],
    outcome: report.outcome,
    printed: report.toward === "worse" ? `${printed}; higher is worse` : printed,
    read:
      effect === undefined
        ? "Not as a correlation"
        : `r = ${share(Math.tanh(effect.estimate))} [${share(Math.tanh(effect.estimate - reach))}, ${share(Math.tanh(effect.estimate + reach))}]`,
  };
}

function printedWords(figures: Figures): string {
  switch (figures.kind) {
    case "correlation":
      return `r = ${share(figures.r)}, n = ${figures.n}`;
    case "t-test":
      return `t(${figures.df}) = ${number(figures.t)}`;
    case "f-test":
      return `F(1, ${figures.df}) = ${number(figures.f)}`;
    case "chi-square":
      return `χ²(1) = ${number(figures.chiSquare)}, n = ${figures.n}`;
    case "two-groups": {
      const group = (one: typeof figures.first) =>
        `${number(one.mean)} (SD ${number(one.deviation)}, n = ${one.n})`;
      return `${group(figures.first)} and ${group(figures.second)}`;
    }
    case "effect":
      return `${figures.scale} ${number(figures.estimate, 3)}, variance ${number(figures.variance, 4)}`;
    default:
      return figureWords[figures.kind];
  }
}
