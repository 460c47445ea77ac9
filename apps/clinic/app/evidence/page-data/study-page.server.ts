import { measure, printedMessage, type Report, type Study } from "@concord/evidence";
import type { StaffMessages } from "@concord/messages";
import type { StudyView } from "@concord/practice";
import { originText } from "./study-row.ts";

/** One study, worded where the page is made. */
export function studyPage(
  { study, label, syntheses, claims, revisions }: StudyView,
  messages: StaffMessages,
) {
  const { text } = messages;
  const { stage, population, provenance } = study;
  const status = text("evidence.stage", { stage: stage.kind });
  const age = text(`evidence.age.${population.ageBand}`);
  const { description } = population;
  const facts: readonly (readonly [string, string])[] = [
    [
      text("evidence.study.status"),
      "reason" in stage ? text("evidence.study.status-reason", { status, reason: stage.reason }) : status,
    ],
    [text("evidence.study.design"), text(`evidence.design.${study.design}`)],
    [
      text("evidence.study.clients"),
      description === "" ? age : text("evidence.study.clients-described", { age, description }),
    ],
    [text("evidence.study.quality"), text(`evidence.quality.${study.quality}`)],
    [text("evidence.study.country"), population.country ?? ""],
    [text("evidence.study.setting"), population.setting ?? ""],
    [text("evidence.study.topic"), study.topics.join("; ")],
    [text("evidence.study.source"), originText(provenance, text)],
    [text("evidence.study.licence"), provenance.licence ?? ""],
  ];
  return {
    id: study.id,
    label,
    title: study.title,
    citation: study.citation,
    doi: study.doi,
    simulated: provenance.kind === "simulated",
    facts: facts.filter(([, value]) => value !== ""),
    reports: study.reports.map((report) => reportRow(study, report, messages)),
    syntheses: syntheses.map(({ id, title }) => ({ id, title })),
    claims: claims.map(({ id, sentence }) => ({ id, sentence: messages.written(sentence) })),
    revisions: revisions.map(({ revision, reason, addedBy, addedAt, change }) => ({
      revision,
      reason: reason ?? text("evidence.study.history-added"),
      by: addedBy.name,
      at: addedAt,
      change,
    })),
  };
}

function reportRow(study: Study, report: Report, { of, text }: StaffMessages) {
  const measured = measure({ ...study, reports: [report] }, "ZCOR");
  const effect = measured.kind === "measured" ? measured.effects[0] : undefined;
  const statistic = of(printedMessage(report.figures));
  const reach = effect === undefined ? 0 : 1.959964 * Math.sqrt(effect.variance);
  return {
    id: report.id,
    rater: text(`evidence.rater.${report.rater}`),
    instrument: report.instrument,
    timing: text(`evidence.timing.${report.timing}`),
    outcome: report.outcome,
    printed: report.toward === "worse" ? text("evidence.study.reports.reversed", { statistic }) : statistic,
    read:
      effect === undefined
        ? text("evidence.study.reports.no-correlation")
        : text("evidence.study.reports.read", {
            r: Math.tanh(effect.estimate),
            lower: Math.tanh(effect.estimate - reach),
            upper: Math.tanh(effect.estimate + reach),
          }),
  };
}
