import type { Chair, FunnelFigure } from "@concord/charts";
import { effectRows, type Synthesis } from "@concord/evidence";
import { axisOf } from "./effect-axis.ts";

/** What a funnel plot shows; null below three effects, or where there is no single mean to draw it around. */
export function funnelFigure(synthesis: Synthesis): FunnelFigure | null {
  if (synthesis.kind !== "pooled" || synthesis.mean === null || synthesis.effects.length < 3) return null;
  const { read } = synthesis.mean;
  return {
    title: `${synthesis.definition.title}: effects by their precision`,
    axis: axisOf(read.scale),
    points: effectRows(synthesis).map((row) => ({
      label: `${row.label}, ${row.rater}`,
      estimate: row.estimate,
      standardError: Math.sqrt(row.vi),
      kind: "observed",
      ...(isChair(row.rater) && { rater: row.rater }),
    })),
    pooled: { label: "Mean", estimate: read.estimate },
    regions: "significance",
    notes:
      synthesis.studies < 10
        ? ["Below ten studies a lopsided funnel says little."]
        : ["A lopsided funnel may mean unpublished studies, or that small studies differ from large ones."],
  };
}

function isChair(rater: string): rater is Chair {
  return rater === "client" || rater === "therapist" || rater === "observer";
}
