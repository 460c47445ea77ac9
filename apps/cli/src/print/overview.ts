import { type Change, leadSeries, type Series, summarise } from "@concord/course";
import { findInstrument } from "@concord/instruments";
import { printable } from "@concord/interchange/table";
import type { AttentionKind } from "@concord/signals";
import { english } from "../english.ts";
import type { TracedCase } from "../trace-file.ts";
import type { Paint } from "./paint.ts";
import { roundedNumber } from "./rounded-number.ts";
import { type Column, textTable } from "./table.ts";

/** A column of the overview and what it says of a case. */
interface Field extends Column {
  readonly of: (own: TracedCase) => string;
}

/**
 * A line for each case: who, how long, the alliance out of 100 and the outcome on its own metric where the file has
 * them, and how much attention the case asks for. What no case has gets no column.
 */
export function overview(cases: readonly TracedCase[], paint: Paint): readonly string[] {
  const outcome = commonOutcome(cases);
  const fields: readonly Field[] = [
    { title: "Case", of: (own) => printable(own.case, 28) },
    ...(cases.some((own) => own.therapist !== null) ? [therapistField] : []),
    { title: "Sessions", align: "right", of: (own) => String(own.course.sessions) },
    ...(cases.some((own) => leadSeries(own.course) !== null) ? allianceFields : []),
    ...(outcome === null ? [] : outcomeFields(outcome)),
    { title: "Attention", of: attention },
  ];
  const [title, rule, ...lines] = textTable(
    fields,
    cases.map((own) => fields.map((field) => field.of(own))),
  );
  return [
    paint.strong(title!),
    paint.faint(rule!),
    ...lines.map((line, at) => {
      const weight = cases[at]!.attention.weight ?? undefined;
      return weight === undefined ? line : paint.weight(weight, line);
    }),
  ];
}

const none = "–";

const therapistField: Field = {
  title: "Therapist",
  of: ({ therapist }) => (therapist === null ? none : printable(therapist, 16)),
};

const percent = (moment: { readonly percent: number } | null): string =>
  moment === null ? none : String(Math.round(moment.percent));

const allianceFields: readonly Field[] = [
  { title: "Alliance first", align: "right", of: (own) => percent(summarise(own.course).first) },
  { title: "last", align: "right", of: (own) => percent(summarise(own.course).last) },
  { title: "now", align: "right", of: (own) => percent(summarise(own.course).now) },
];

const stateWords: Readonly<Record<Extract<Change, { kind: "change" }>["state"], string>> = {
  recovered: "recovered",
  improved: "improved",
  unchanged: "no reliable change",
  deteriorated: "worse",
  "crossed-without-reliable-change": "over the line only",
};

/** The outcome measure that most cases of the file have. */
function commonOutcome(cases: readonly TracedCase[]): string | null {
  const counts = new Map<string, number>();
  for (const { course } of cases) {
    const { changes } = course;
    const own = course.series.filter((series) => series.construct === "outcome");
    for (const name of new Set(own.map((series) => series.instrument))) {
      const judged = changes.some((change) => change.kind === "change" && change.instrument === name);
      // A measure whose change can be judged goes before one of which only the numbers are known.
      counts.set(name, (counts.get(name) ?? 0) + (judged ? 1_000 : 1));
    }
  }
  let best: string | null = null;
  for (const [name, count] of counts) if (best === null || count > counts.get(best)!) best = name;
  return best;
}

/** Its total, or its first scale. */
function outcomeOf({ course }: TracedCase, instrument: string): Series | undefined {
  const own = course.series.filter((series) => series.instrument === instrument);
  return own.find((series) => series.scale === "total") ?? own[0];
}

function outcomeFields(instrument: string): readonly Field[] {
  const name = findInstrument(instrument)?.shortTitle ?? printable(instrument, 16);
  const value = (at: 0 | -1) => (own: TracedCase) => {
    const point = outcomeOf(own, instrument)?.points.at(at);
    return point === undefined ? none : roundedNumber(point.value);
  };
  return [
    { title: `${name} first`, align: "right", of: value(0) },
    { title: "now", align: "right", of: value(-1) },
    { title: "Change", of: (own) => changeWords(own, outcomeOf(own, instrument)) },
  ];
}

function changeWords(own: TracedCase, series: Series | undefined): string {
  const change = own.course.changes.find(
    (each) =>
      each.instrument === series?.instrument && each.scale === series.scale && each.rater === series.rater,
  );
  return change?.kind === "change" ? stateWords[change.state] : none;
}

const kindWords: Readonly<Record<AttentionKind, string>> = {
  safety: "Safety",
  outcome: "Outcome",
  "alliance-event": "Alliance",
  pattern: "Pattern",
  "missing-forms": "Missing",
  recovery: "Recovered",
};

function attention({ attention: { items } }: TracedCase): string {
  const first = items[0];
  if (first === undefined) return none;
  const more = items.length === 1 ? "" : ` +${items.length - 1}`;
  // How much attention it asks for is said where there is a choice.
  const weight =
    first.weight === "note" ? "" : `, ${english.text(`charts.severity.${first.weight}`).toLowerCase()}`;
  return `${kindWords[first.kind]}${weight}${more}`;
}
