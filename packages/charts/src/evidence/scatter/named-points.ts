import { type Child, group, type Markup } from "../../svg.ts";
import type { Box } from "../clip.ts";
import { dot } from "./panel.ts";
import { pointLabels } from "./point-labels.ts";

/** A point by its place on the sheet. */
export interface NamedPoint {
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Drawn stronger than the others. */
  readonly stands: "out" | "among";
  /** Whether its name is written beside it, where there is room. */
  readonly named: "yes" | "no";
}

/** Points, and the names beside them: apart, so that what lies between can be drawn in between. */
export function namedPoints(
  points: readonly NamedPoint[],
  box: Box,
): { readonly dots: Child; readonly labels: Markup | null } {
  return {
    dots: group(
      "evidence-points",
      points.map(({ label, x, y, radius, stands }) =>
        dot(
          stands === "out" ? "evidence-point evidence-point--named" : "evidence-point",
          x,
          y,
          radius,
          label,
        ),
      ),
    ),
    labels: pointLabels(
      points.map(({ label, x, y, radius, named }) => ({
        x,
        y,
        radius,
        words: named === "yes" ? label : null,
      })),
      box,
    ),
  };
}
