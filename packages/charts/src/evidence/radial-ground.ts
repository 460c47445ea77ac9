import type { StaffMessages } from "@concord/messages";
import { plainAxis } from "./axis-language.ts";
import { clipPolygon, type Place } from "./clip.ts";
import { type EffectScale, effectScale } from "./effect-scale.ts";
import { type Panel, panelOn, plainScale, type Sheet } from "./scatter/panel.ts";
import type { EffectAxis, RadialFigure } from "./values.ts";

/** Where slopes become directions: the origin, pixels for one unit of either axis, and how far out the arc stands. */
export interface RadialGround {
  readonly x: EffectScale;
  readonly y: EffectScale;
  readonly panel: Panel;
  readonly origin: Place;
  readonly perPrecision: number;
  readonly perStandardized: number;
  readonly radius: number;
}

export const precisionAxis = (messages: StaffMessages): EffectAxis =>
  plainAxis(messages.text("charts.evidence.radial.precision"), messages);

export const standardizedAxis = (messages: StaffMessages): EffectAxis => ({
  ...plainAxis(messages.text("charts.evidence.radial.standardized"), messages),
  reference: 0,
});

/** Scales on which every study lies inside the arc; steep ones push the others to the left. */
export function radialGround(
  figure: RadialFigure,
  slope: number,
  sheet: Sheet,
  messages: StaffMessages,
): RadialGround {
  const { points } = figure;
  const widest = Math.max(...points.map(({ precision }) => precision), 1e-9);
  const heights = points.flatMap(({ standardized }) => [standardized]);
  const y = plainScale(
    standardizedAxis(messages),
    [...heights, 2.4, -2.4, slope * widest + 1.96, slope * widest - 1.96],
    sheet.bottom,
    sheet.top,
  );
  const panel = panelOn(sheet, y);
  const radius = panel.right - panel.left;
  for (let room = 1.06; ; room *= 1.06) {
    const x = effectScale(precisionAxis(messages), [0, room * widest], panel.left, panel.right);
    const origin: Place = [x.project(0), y.project(0)];
    const reach = points.map(({ precision, standardized }) =>
      Math.hypot(x.project(precision) - origin[0], y.project(standardized) - origin[1]),
    );
    // Even a study straight above the origin lies inside an arc as high as the plot.
    if (room > 8 || reach.every((distance) => distance <= radius - 10)) {
      return {
        x,
        y,
        panel,
        origin,
        perPrecision: (panel.right - panel.left) / (room * widest),
        perStandardized: y.project(0) - y.project(1),
        radius,
      };
    }
  }
}

/** The point at which the ray of a slope meets the arc. */
export function onArc(ground: RadialGround, slope: number): Place {
  return beside(ground, slope, 0);
}

/** The same for the line beside the ray, so many standard errors above or below it. */
function beside(ground: RadialGround, slope: number, offset: number): Place {
  const { origin, perPrecision, perStandardized, radius } = ground;
  // (a p)² + (b p + c)² = radius², solved for the precision p at which the line leaves the arc.
  const [a, b, c] = [perPrecision, slope * perStandardized, offset * perStandardized];
  const square = a * a + b * b;
  const precision =
    (-b * c + Math.sqrt(Math.max(0, b * b * c * c - square * (c * c - radius * radius)))) / square;
  return [origin[0] + a * precision, origin[1] - b * precision - c];
}

/** The band in which 95 of 100 studies with this one true effect would lie. */
export function rayBand(ground: RadialGround, slope: number): readonly Place[] {
  const { x, y, panel } = ground;
  return clipPolygon(
    [
      [x.project(0), y.project(1.96)],
      beside(ground, slope, 1.96),
      onArc(ground, slope),
      beside(ground, slope, -1.96),
      [x.project(0), y.project(-1.96)],
    ],
    panel,
  );
}
