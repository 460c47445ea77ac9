import type { Chair, FunnelFigure } from "@concord/charts";
import { type EffectRow, effectRows, type Synthesis } from "@concord/evidence";
import type { StaffMessages } from "@concord/messages";
import { axisOf } from "./effect-axis.ts";

/** What a funnel plot shows; null below three effects, or where there is no single mean to draw it around. */
export function funnelFigure(synthesis: Synthesis, messages: StaffMessages): FunnelFigure | null {
  const { text } = messages;
  if (synthesis.kind !== "pooled" || synthesis.mean === null || synthesis.effects.length < 3) return null;
  const { read } = synthesis.mean;
  return {
    title: text("evidence.figure.funnel-title", { title: synthesis.definition.title }),
    axis: axisOf(read.scale, messages),
    points: effectRows(synthesis).map((row) => ({
      label: pointLabel(row, messages),
      estimate: row.estimate,
      standardError: Math.sqrt(row.vi),
      kind: "observed",
      ...(isChair(row.rater) && { rater: row.rater }),
    })),
    pooled: { label: text("evidence.figure.mean"), estimate: read.estimate },
    regions: "significance",
    notes:
      synthesis.studies < 10 ? [text("evidence.figure.few-studies")] : [text("evidence.figure.asymmetry")],
  };
}

/** "Ash 1998, Clients" */
function pointLabel({ label, rater }: EffectRow, { text }: StaffMessages): string {
  return text("evidence.figure.effect-of-outcome", {
    study: label,
    outcome: { id: `evidence.rater.${rater}`, values: {} },
  });
}

function isChair(rater: string): rater is Chair {
  return rater === "client" || rater === "therapist" || rater === "observer";
}
