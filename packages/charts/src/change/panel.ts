import type { StaffMessages } from "@concord/messages";
import type { ScaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { fitWords } from "../evidence/text-width.ts";
import { type Child, element, group, type Markup, round } from "../svg.ts";
import type { ChangePanel, ChangeSpot } from "./values.ts";

export interface PanelPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

type Scale = ScaleLinear<number, number>;

/** One course: its line, levels and limits, the places where it changes, and the points to look at. */
export function changePanel(
  panel: ChangePanel,
  { left, top, width, height }: PanelPlace,
  x: Scale,
  y: Scale,
  { format }: StaffMessages,
): Markup | null {
  const bottom = top + height;
  const [low, high] = y.domain() as [number, number];
  const path =
    line<ChangeSpot>(
      (spot) => round(x(spot.session)),
      (spot) => round(y(spot.value)),
    )(panel.points) ?? "";
  const children: readonly Child[] = [
    element("text", { class: "chart-small change-heading", x: left, y: top - 6 }, [
      fitWords(panel.heading, width, 11, "bold"),
    ]),
    element("path", { class: "chart-baseline", d: `M${left},${bottom}H${left + width}` }),
    ...y
      .ticks(3)
      .flatMap((tick) => [
        element("path", { class: "chart-grid", d: `M${left},${round(y(tick))}h${width}` }),
        element("text", { class: "chart-small", x: left - 5, y: y(tick) + 4, "text-anchor": "end" }, [
          format.number(tick),
        ]),
      ]),
    ...x
      .ticks(Math.max(2, Math.floor(width / 60)))
      .flatMap((tick) =>
        Number.isInteger(tick)
          ? [
              element("text", { class: "chart-small", x: x(tick), y: bottom + 14, "text-anchor": "middle" }, [
                format.number(tick),
              ]),
            ]
          : [],
      ),
    ...panel.changes.flatMap(({ earliest, at, latest, hint }) => [
      element(
        "rect",
        {
          class: "change-stretch",
          x: x(earliest - 0.5),
          y: y(high),
          width: Math.max(2, x(latest - 0.5) - x(earliest - 0.5)),
          height: y(low) - y(high),
        },
        [element("title", {}, [hint])],
      ),
      element("path", {
        class: "change-place",
        d: `M${round(x(at - 0.5))},${round(y(high))}V${round(y(low))}`,
      }),
    ]),
    path === "" ? null : element("path", { class: "change-course", d: path }),
    ...panel.points.map((spot) =>
      element("circle", { class: "change-point", cx: x(spot.session), cy: y(spot.value), r: 2 }),
    ),
    ...panel.lines.map(({ kind, from, to }) =>
      element("path", {
        class: `change-line change-line--${kind}`,
        d: `M${round(x(from.session))},${round(y(from.value))}L${round(x(to.session))},${round(y(to.value))}`,
      }),
    ),
    ...panel.marks.map(({ session, value, hint }) =>
      element("circle", { class: "change-mark", cx: x(session), cy: y(value), r: 6 }, [
        element("title", {}, [hint]),
      ]),
    ),
  ];
  return group("change-panel", children);
}
