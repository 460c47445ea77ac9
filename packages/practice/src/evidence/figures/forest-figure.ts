import type { Chair, ForestColumn, ForestFigure, ForestGroup, ForestRow, PooledRow } from "@concord/charts";
import {
  componentMessage,
  type EffectRow,
  effectRows,
  type GroupMean,
  type OneStudy,
  type PooledMean,
  type PooledSynthesis,
  type PublishedEffect,
  type PublishedSynthesis,
  pMessage,
  type Synthesis,
  scaleMessage,
  valueMessage,
} from "@concord/evidence";
import type { StaffMessages } from "@concord/messages";
import { axisOf } from "./effect-axis.ts";

/** Each study’s own interval, as forest plots have it. */
const effectLevel = 95;

const chairs: readonly string[] = ["client", "therapist", "observer"] satisfies readonly Chair[];

/**
 * What a forest plot of this synthesis shows: its effects with what each weighs, under headings by who rated where
 * `byRater` compares them, and the mean. Null where there is nothing to draw.
 */
export function forestFigure(
  synthesis: Synthesis,
  byRater: Synthesis | null,
  messages: StaffMessages,
): ForestFigure | null {
  if (synthesis.kind === "refused" || synthesis.effects.length === 0) return null;
  const rows = effectRows(synthesis);
  const scale = synthesis.kind === "unsettled" ? "r" : scaleOf(synthesis);
  const groups = groupMeansOf(synthesis, byRater);
  const { text } = messages;
  return {
    title: synthesis.definition.title,
    axis: axisOf(scale, messages),
    rowHeading: text("evidence.figure.study"),
    estimateHeading:
      scale === "estimate"
        ? text("evidence.figure.effect", { level: effectLevel })
        : text("evidence.figure.estimate", { scale: scaleMessage(scale), level: effectLevel }),
    columns: columnsOf(rows, groups === null, messages),
    groups:
      groups === null
        ? [{ heading: null, rows: drawn(rows, true, messages) }]
        : grouped(rows, groups, messages),
    overall: overallOf(synthesis, messages),
    notes: notesOf(synthesis, messages),
  };
}

/**
 * The figures a published synthesis prints, as a forest without weights: nobody here knows them. Null where none of
 * them was printed with its interval.
 */
export function publishedForest(source: PublishedSynthesis, messages: StaffMessages): ForestFigure | null {
  const { text } = messages;
  const first = source.effects.find(({ lower, metric }) => lower !== null && metric !== "b");
  if (first === undefined || first.metric === "b") return null;
  const scale = first.metric === "d" ? "g" : first.metric;
  const { favours: _, ...axis } = axisOf(scale, messages);
  return {
    title: text("evidence.figure.published-title", { topic: source.topic }),
    axis: { ...axis, ...(first.metric === "d" && { label: text("evidence.figure.axis.d") }) },
    rowHeading: text("evidence.figure.result"),
    estimateHeading: text("evidence.figure.estimate", {
      scale: scaleMessage(first.metric),
      level: effectLevel,
    }),
    groups: [
      {
        heading: null,
        rows: source.effects
          .filter(({ metric }) => metric === first.metric)
          .map((effect) => publishedRow(effect, messages)),
      },
    ],
    overall: [],
  };
}

function publishedRow(effect: PublishedEffect, { text }: StaffMessages): ForestRow {
  const { estimate, lower, upper, metric } = effect;
  const label =
    effect.certainty === "doubtful"
      ? text("evidence.figure.unverified", { label: effect.label })
      : effect.label;
  if (estimate === null) return { kind: "absent", label, reason: text("evidence.figure.not-reported") };
  if (lower === null || upper === null) {
    const reason = text("evidence.figure.no-interval", { effect: valueMessage(estimate, metric) });
    return { kind: "absent", label, reason };
  }
  const chair = chairOf(effect.rater);
  return {
    kind: "effect",
    label,
    effect: { estimate, lower, upper },
    weight: 1,
    ...(chair !== null && { rater: chair }),
  };
}

function scaleOf(synthesis: Exclude<Synthesis, { readonly kind: "refused" | "unsettled" }>) {
  const mean = synthesis.mean ?? (synthesis.kind === "pooled" ? synthesis.moderation?.groups[0]?.mean : null);
  return mean?.read.scale ?? "estimate";
}

/** The means by rater: of the comparison, or of the synthesis itself where that is what it asks. */
function groupMeansOf(synthesis: Synthesis, byRater: Synthesis | null): readonly GroupMean[] | null {
  for (const one of [synthesis, byRater])
    if (one?.kind === "pooled" && one.moderation?.factor === "rater" && one.moderation.groups.length > 1)
      return one.moderation.groups;
  return null;
}

function columnsOf(
  rows: readonly EffectRow[],
  withRater: boolean,
  { text }: StaffMessages,
): readonly ForestColumn[] {
  const hasWeights = rows.some(({ weight }) => weight !== null);
  return [
    ...(withRater
      ? ([{ heading: text("evidence.figure.rater"), align: "start", side: "before" }] as const)
      : []),
    { heading: text("evidence.figure.n"), align: "end", side: "before" },
    ...(hasWeights
      ? ([{ heading: text("evidence.figure.weight"), align: "end", side: "after" }] as const)
      : []),
  ];
}

function drawn(
  rows: readonly EffectRow[],
  withRater: boolean,
  { text, format }: StaffMessages,
): readonly ForestRow[] {
  const raterCell = (rater: EffectRow["rater"]) =>
    rater === "not-applicable" ? text("evidence.figure.no-rater") : text(`evidence.rater.${rater}`);
  const perStudy = Map.groupBy(rows, ({ study, rater }) => `${study} ${withRater ? "" : rater}`);
  return rows.map((row): ForestRow => {
    const several = (perStudy.get(`${row.study} ${withRater ? "" : row.rater}`)?.length ?? 0) > 1;
    const chair = chairOf(row.rater);
    return {
      kind: "effect",
      label:
        several && row.outcome !== ""
          ? text("evidence.figure.effect-of-outcome", { study: row.label, outcome: row.outcome })
          : row.label,
      cells: [
        ...(withRater ? [raterCell(row.rater)] : []),
        row.n === null ? text("evidence.figure.no-rater") : format.number(row.n),
        ...(row.weight === null ? [] : [format.percent(row.weight / 100, 1)]),
      ],
      effect: { estimate: row.estimate, lower: row.lower, upper: row.upper },
      weight: row.weight ?? 1 / row.vi,
      ...(chair !== null && { rater: chair }),
    };
  });
}

function grouped(
  rows: readonly EffectRow[],
  means: readonly GroupMean[],
  messages: StaffMessages,
): readonly ForestGroup[] {
  return means.map((mean) => ({
    heading: isRater(mean.name) ? messages.text(`evidence.rated-by.${mean.name}`) : mean.name,
    rows: drawn(
      rows.filter(({ rater }) => rater === mean.name),
      false,
      messages,
    ),
    pooled: [
      pooledRow(
        messages.text("evidence.body.effects", { effects: mean.effects, studies: mean.studies }),
        mean.mean,
      ),
    ],
  }));
}

function overallOf(
  synthesis: Exclude<Synthesis, { readonly kind: "refused" }>,
  { text }: StaffMessages,
): readonly PooledRow[] {
  if (synthesis.kind === "unsettled" || synthesis.mean === null) return [];
  const label = text(synthesis.kind === "one-study" ? "evidence.figure.one-study" : "evidence.figure.pooled");
  const row = pooledRow(label, synthesis.mean);
  const { prediction } = synthesis.mean.read;
  return [
    prediction === null
      ? row
      : { ...row, prediction: { label: text("evidence.figure.prediction"), bounds: prediction } },
  ];
}

function pooledRow(label: string, { read }: PooledMean): PooledRow {
  return { label, effect: { estimate: read.estimate, lower: read.lower, upper: read.upper } };
}

function notesOf(
  synthesis: Exclude<Synthesis, { readonly kind: "refused" }>,
  messages: StaffMessages,
): readonly string[] {
  switch (synthesis.kind) {
    case "unsettled":
      return [messages.text("evidence.figure.no-result", { reason: synthesis.reason })];
    case "one-study":
      return [oneStudyNote(synthesis, messages)];
    case "pooled":
      return heterogeneityNotes(synthesis, messages);
  }
}

function oneStudyNote({ study, mean: { read } }: OneStudy, { text }: StaffMessages): string {
  const { scale, estimate, lower, upper } = read;
  const on = (value: number) => valueMessage(value, scale);
  const values = {
    scale: scaleMessage(scale),
    estimate: on(estimate),
    lower: on(lower),
    upper: on(upper),
  };
  return text("evidence.figure.one-study-result", {
    study,
    result: { id: "evidence.effect.interval", values },
  });
}

function heterogeneityNotes(
  { spread, convergence }: PooledSynthesis,
  { text }: StaffMessages,
): readonly string[] {
  const { q, degreesOfFreedom: df, p, iSquared } = spread;
  const values = { df, q, p: pMessage(p) };
  return [
    iSquared === null
      ? text("evidence.figure.heterogeneity", values)
      : text("evidence.figure.heterogeneity-share", { ...values, share: iSquared }),
    ...(convergence.kind === "boundary"
      ? [
          text("evidence.figure.zero-variance", {
            components: convergence.parts.map(componentMessage),
          }),
        ]
      : []),
  ];
}

function isRater(name: string): name is EffectRow["rater"] {
  return ["client", "therapist", "observer", "mixed", "not-applicable"].includes(name);
}

function chairOf(rater: string): Chair | null {
  return chairs.includes(rater) ? (rater as Chair) : null;
}
