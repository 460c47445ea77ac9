import { element, group, type Markup } from "../svg.ts";
import { type Box, clipPolygon, type Place } from "./clip.ts";
import type { EffectScale } from "./effect-scale.ts";
import type { KeyItem } from "./key.ts";
import { polygon } from "./strokes.ts";

/** The two-sided p at the border of a region, and the standard normal quantile that goes with it. */
interface Border {
  readonly quantile: number;
  readonly words: string;
  readonly shade: "strong" | "middle" | "light";
}

const borders: readonly Border[] = [
  { quantile: 1.6449, words: ".10 > p > .05", shade: "strong" },
  { quantile: 1.96, words: ".05 > p > .01", shade: "middle" },
  { quantile: 2.5758, words: "p < .01", shade: "light" },
];

/**
 * Where would a study have to lie to be significant by itself? Regions of p around no effect: with missing studies in
 * the pale middle, asymmetry looks like publication bias; elsewhere it needs another reason.
 *
 * Peters JL, et al. (2008). J Clin Epidemiol 61: 991–996.
 */
export function significanceRegions(
  reference: number,
  x: EffectScale,
  y: EffectScale,
  largestError: number,
  box: Box,
): Markup | null {
  const apex: Place = [x.project(reference), y.project(0)];
  const foot = (quantile: number): Place => [
    x.project(reference + quantile * largestError),
    y.project(largestError),
  ];
  const bands = borders.flatMap(({ quantile, shade }, index) => {
    const next = borders[index + 1]?.quantile;
    return ([1, -1] as const).map((side) => {
      const inner = foot(side * quantile);
      // The outermost region has no border of its own: it ends at the corners of the plot.
      const edge = side === 1 ? Math.max(box.right, inner[0]) : Math.min(box.left, inner[0]);
      const outer: readonly Place[] =
        next === undefined
          ? [
              [edge, inner[1]],
              [edge, apex[1]],
            ]
          : [foot(side * next)];
      return polygon(`evidence-region evidence-region--${shade}`, clipPolygon([apex, inner, ...outer], box));
    });
  });
  return group("evidence-regions", bands);
}

export function regionItems(): readonly KeyItem[] {
  const swatch =
    (shade: string): KeyItem["mark"] =>
    (x, y) =>
      element("rect", {
        class: `evidence-region evidence-region-key evidence-region--${shade}`,
        x: x - 8,
        y: y - 5,
        width: 16,
        height: 10,
      });
  return [
    { words: "p > .10", mark: swatch("none") },
    ...borders.map(({ words, shade }) => ({ words, mark: swatch(shade) })),
  ];
}
