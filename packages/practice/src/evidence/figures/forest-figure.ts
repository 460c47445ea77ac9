import type { Chair, ForestColumn, ForestFigure, ForestGroup, ForestRow, PooledRow } from "@concord/charts";
import {
  apaMessage,
  counted,
  type EffectRow,
  effectRows,
  type GroupMean,
  number,
  type PooledMean,
  type PooledSynthesis,
  type PublishedEffect,
  type PublishedSynthesis,
  probability,
  type Synthesis,
  share,
} from "@concord/evidence";
import { staffMessages } from "@concord/messages";
import { axisOf } from "./effect-axis.ts";

/** Whose rating, in the words of a heading. */
const raterHeadings: Readonly<Record<string, string>> = {
  client: "Rated by clients",
  therapist: "Rated by therapists",
  observer: "Rated by observers",
  mixed: "Several raters together",
  "not-applicable": "No rater",
};

const chairs: readonly string[] = ["client", "therapist", "observer"] satisfies readonly Chair[];

/**
 * What a forest plot of this synthesis shows: its effects with what each weighs, under headings by who rated where
 * `byRater` compares them, and the mean. Null where there is nothing to draw.
 */
export function forestFigure(synthesis: Synthesis, byRater: Synthesis | null = null): ForestFigure | null {
  if (synthesis.kind === "refused" || synthesis.effects.length === 0) return null;
  const rows = effectRows(synthesis);
  const scale = synthesis.kind === "unsettled" ? "r" : scaleOf(synthesis);
  const groups = groupMeansOf(synthesis, byRater);
  return {
    title: synthesis.definition.title,
    axis: axisOf(scale),
    rowHeading: "Study",
    estimateHeading: `${scale === "estimate" ? "Effect" : scale} [95% CI]`,
    columns: columnsOf(rows, groups === null),
    groups: groups === null ? [{ heading: null, rows: drawn(rows, true) }] : grouped(rows, groups),
    overall: overallOf(synthesis),
    notes: notesOf(synthesis),
  };
}

/**
 * The figures a published synthesis prints, as a forest without weights: nobody here knows them. Null where none of
 * them was printed with its interval.
 */
export function publishedForest(source: PublishedSynthesis): ForestFigure | null {
  const first = source.effects.find(({ lower, metric }) => lower !== null && metric !== "b");
  if (first === undefined || first.metric === "b") return null;
  const scale = first.metric === "d" ? "g" : first.metric;
  const { favours: _, ...axis } = axisOf(scale);
  return {
    title: `${source.topic}: the published figures`,
    axis: { ...axis, ...(first.metric === "d" && { label: "Standardized mean difference d" }) },
    rowHeading: "Figure",
    estimateHeading: `${first.metric} [95% CI]`,
    groups: [
      {
        heading: null,
        rows: source.effects.filter(({ metric }) => metric === first.metric).map(publishedRow),
      },
    ],
    overall: [],
  };
}

function publishedRow(effect: PublishedEffect): ForestRow {
  const { estimate, lower, upper, metric } = effect;
  const label = `${effect.label}${effect.certainty === "doubtful" ? " (unverified)" : ""}`;
  if (estimate === null) return { kind: "absent", label, reason: "no size printed" };
  if (lower === null || upper === null) {
    const words = metric === "r" ? share(estimate) : number(estimate);
    return { kind: "absent", label, reason: `${words}, no interval` };
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

function columnsOf(rows: readonly EffectRow[], withRater: boolean): readonly ForestColumn[] {
  const hasWeights = rows.some(({ weight }) => weight !== null);
  return [
    ...(withRater ? ([{ heading: "Rated by", align: "start", side: "before" }] as const) : []),
    { heading: "n", align: "end", side: "before" },
    ...(hasWeights ? ([{ heading: "Weight", align: "end", side: "after" }] as const) : []),
  ];
}

function drawn(rows: readonly EffectRow[], withRater: boolean): readonly ForestRow[] {
  const perStudy = Map.groupBy(rows, ({ study, rater }) => `${study} ${withRater ? "" : rater}`);
  return rows.map((row): ForestRow => {
    const several = (perStudy.get(`${row.study} ${withRater ? "" : row.rater}`)?.length ?? 0) > 1;
    const chair = chairOf(row.rater);
    return {
      kind: "effect",
      label: several && row.outcome !== "" ? `${row.label}, ${row.outcome}` : row.label,
      cells: [
        ...(withRater ? [row.rater.replace("not-applicable", "–")] : []),
        row.n === null ? "–" : row.n.toLocaleString("en"),
        ...(row.weight === null ? [] : [`${number(row.weight, 1)}%`]),
      ],
      effect: { estimate: row.estimate, lower: row.lower, upper: row.upper },
      weight: row.weight ?? 1 / row.vi,
      ...(chair !== null && { rater: chair }),
    };
  });
}

function grouped(rows: readonly EffectRow[], means: readonly GroupMean[]): readonly ForestGroup[] {
  return means.map((mean) => ({
    heading: raterHeadings[mean.name] ?? mean.name,
    rows: drawn(
      rows.filter(({ rater }) => rater === mean.name),
      false,
    ),
    pooled: [
      pooledRow(
        `${counted(mean.effects, "effect", "effects")} of ${counted(mean.studies, "study", "studies")}`,
        mean.mean,
      ),
    ],
  }));
}

function overallOf(synthesis: Exclude<Synthesis, { readonly kind: "refused" }>): readonly PooledRow[] {
  if (synthesis.kind === "unsettled" || synthesis.mean === null) return [];
  const label = synthesis.kind === "one-study" ? "One study" : "All together";
  const row = pooledRow(label, synthesis.mean);
  const { prediction } = synthesis.mean.read;
  return [
    prediction === null ? row : { ...row, prediction: { label: "A further study", bounds: prediction } },
  ];
}

function pooledRow(label: string, { read }: PooledMean): PooledRow {
  return { label, effect: { estimate: read.estimate, lower: read.lower, upper: read.upper } };
}

function notesOf(synthesis: Exclude<Synthesis, { readonly kind: "refused" }>): readonly string[] {
  if (synthesis.kind === "unsettled") return [`There is no result: ${synthesis.reason}.`];
  if (synthesis.kind === "one-study") return [staffMessages("en").of(apaMessage(synthesis))];
  return [heterogeneity(synthesis)];
}

function heterogeneity({ spread, convergence }: PooledSynthesis): string {
  const { q, degreesOfFreedom, p, iSquared } = spread;
  const share = iSquared === null ? "" : `, I² = ${number(iSquared, 0)}%`;
  const zero =
    convergence.kind === "boundary" ? `; no variance ${convergence.parts.join(" or ")} was found` : "";
  return `Heterogeneity: Q(${degreesOfFreedom}) = ${number(q)}, ${probability(p)}${share}${zero}.`;
}

function chairOf(rater: string): Chair | null {
  return chairs.includes(rater) ? (rater as Chair) : null;
}
