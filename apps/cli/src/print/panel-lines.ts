import { printable } from "@concord/interchange/table";
import { type Agreement, type MissedRupture, type Panel, type PanelRow, panelOf } from "@concord/signals";
import { english } from "../english.ts";
import type { TracedCase } from "../trace-file.ts";
import type { CaseDetail } from "./case-lines.ts";
import { textTable, wrapped } from "./table.ts";

const badgeWords: Readonly<Record<Agreement["badge"], string>> = {
  reported: "somebody said so",
  agreed: "rules agree",
  single: "one rule alone",
};

/** All rules side by side for one case: what each finds, who agrees, who saw what the other did not. */
export function panelLines(
  own: TracedCase,
  { width, paint }: Pick<CaseDetail, "width" | "paint">,
): readonly string[] {
  const panel = panelOf(own.course);
  return [
    paint.strong(printable(own.case, 60)),
    ...(panel.rows.every((row) => row.way === "direct")
      ? wrapped(
          "No ratings of the alliance by client, caregiver or therapist: no rule has anything to look at.",
          width,
          "  ",
        )
      : rowLines(panel).map((line) => `  ${line}`)),
    ...panel.agreements
      .filter(({ badge }) => badge !== "single")
      .flatMap((one) => wrapped(agreementWords(one), width, "  ")),
    ...panel.missed.flatMap((one) => wrapped(missedWords(one), width, "  ")),
  ];
}

function rowLines({ rows }: Panel): readonly string[] {
  return textTable(
    [
      { title: "Rule" },
      { title: "Rater" },
      { title: "Sessions" },
      { title: "Drop", align: "right" },
      { title: "z", align: "right" },
      { title: "1 − p", align: "right" },
      { title: "Length", align: "right" },
      { title: "Back at", align: "right" },
    ],
    rows.flatMap(findingRows),
  );
}

function findingRows(row: PanelRow): readonly (readonly string[])[] {
  if (row.state === "cannot-look")
    return [[row.detector, row.rater, `– (${row.reason === null ? "cannot look" : english.of(row.reason)})`]];
  const told = row.signals
    .filter((signal) => signal.weight !== "note")
    .toSorted((a, b) => a.session - b.session);
  const notes = row.signals.length - told.length;
  if (told.length === 0)
    return [
      [row.detector, row.rater, notes === 0 ? "none" : `none (${notes === 1 ? "1 note" : `${notes} notes`})`],
    ];
  return told.map((signal) => [
    row.detector,
    row.rater,
    String(signal.session),
    figure(signal.figures.drop, 0),
    figure(signal.figures.z, 1),
    figure(signal.figures.confidence, 3),
    signal.length === undefined ? "" : String(signal.length),
    signal.repairedAt === undefined ? "" : String(signal.repairedAt),
  ]);
}

function agreementWords({ rater, from, to, rules, of, reports, badge }: Agreement): string {
  const where = from === to ? `Session ${from}` : `Sessions ${from} to ${to}`;
  const agree =
    rules.length === 0 ? "no rule sees it" : `${rules.length} of ${of} rules see it (${rules.join(", ")})`;
  const said =
    reports.length === 0
      ? ""
      : `; reported by the ${[...new Set(reports.map((one) => one.rater))].join(" and the ")}`;
  return `${where}, ${rater}: ${badgeWords[badge]}: ${agree}${said}.`;
}

function missedWords({ session, reportedBy, notBy, other }: MissedRupture): string {
  const not = other === "saw-none" ? `the ${notBy} saw none` : `the ${notBy} did not answer`;
  return `Session ${session}: the ${reportedBy} reported tension, ${not}.`;
}

function figure(value: number | undefined, digits: number): string {
  return value === undefined ? "" : value.toFixed(digits);
}
