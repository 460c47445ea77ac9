import type { EvaluatedRule, EvaluationResult } from "./evaluate.ts";
import type { PublishedCourses } from "./published-courses.ts";

const names: Readonly<Record<EvaluatedRule, string>> = {
  state: "**state: not on track or deteriorated**",
  "state-prior": "the same with the prior",
  "expected-response": "limit of the expected response",
  forecast: "forecast",
  "last-value": "last value carried forward",
  "jacobson-truax": "Jacobson–Truax",
  rational: "rational, after Lambert",
  "trier-90": "90% boundary, after Trier",
};

/** Returns the tables of one file of courses as Markdown. */
export function tablesOf(
  { title, about }: PublishedCourses,
  results: readonly { readonly clinicalOnly: boolean; readonly result: EvaluationResult }[],
): string {
  return [
    `### ${title}`,
    "",
    about,
    "",
    ...results.flatMap(({ clinicalOnly, result }) => [
      ...(results.length > 1
        ? [clinicalOnly ? "Clients whose first rating was in the clinical range:" : "All clients:", ""]
        : []),
      ...sessionTable(result),
      "",
      ...warningTable(result),
      "",
    ]),
  ].join("\n");
}

const share = (value: number) => (Number.isNaN(value) ? "–" : value.toFixed(2));

function sessionTable({ sessions, learntFrom }: EvaluationResult): readonly string[] {
  return [
    `| Session (learnt from ${learntFrom} clients) | Rule | Sensitivity | Specificity | PPV | AUC | Forecast’s sensitivity at the same specificity |`,
    "| --- | --- | ---: | ---: | ---: | ---: | ---: |",
    ...sessions.flatMap(({ session, clients, notImproved, rules }) =>
      rules.map((result, place) => {
        const first =
          place === 0
            ? `${session}: ${Math.round(clients)} clients, ${Math.round(100 * notImproved)}% not improved`
            : "";
        return `| ${[
          first,
          names[result.rule],
          share(result.sensitivity),
          share(result.specificity),
          share(result.predictive),
          result.area === null ? "" : share(result.area),
          result.rule === "forecast" ? "" : share(result.forecastAtSame),
        ].join(" | ")} |`;
      }),
    ),
  ];
}

function warningTable({ warnings }: EvaluationResult): readonly string[] {
  return [
    "| Rule, at any session before the last | Flagged of those not improved | Sessions of warning (median) | Flagged of those improved |",
    "| --- | ---: | ---: | ---: |",
    ...warnings.map(
      ({ rule, warned, sessionsBefore, flaggedImproved }) =>
        `| ${names[rule]} | ${share(warned)} | ${sessionsBefore ?? "–"} | ${share(flaggedImproved)} |`,
    ),
  ];
}
