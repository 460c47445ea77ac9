import type { Course } from "@concord/course";
import type { StaffMessages } from "@concord/messages";
import { type Child, element, group, type Markup, round } from "../svg.ts";
import type { Layout } from "./layout.ts";

/** Phases as bands with their names; every other one shaded, so that neighbours part without a colour. */
export function phaseBands(course: Course, layout: Layout, { text }: StaffMessages): Markup | null {
  const bottom = layout.axis;
  const bands = course.phases.map((phase, index): Child => {
    const from = Math.max(layout.left, layout.x(phase.from - 0.5));
    const to = Math.min(layout.right, layout.x(phase.to + 0.5));
    if (to <= from) return null;
    const words = text(`charts.phase.${phase.name}`);
    const values = { phase: phase.name, from: phase.from, to: phase.to, source: phase.by };
    return element("g", {}, [
      element("title", {}, [text("charts.course.phase", values)]),
      element("rect", {
        class: `chart-phase${index % 2 === 0 ? " chart-phase--shaded" : ""}`,
        x: from,
        y: layout.phases - 14,
        width: to - from,
        height: bottom - layout.phases + 14,
      }),
      to - from > words.length * 6.6
        ? element("text", { class: "chart-small", x: from + 5, y: layout.phases }, [words])
        : null,
    ]);
  });
  return group("chart-phases", bands);
}

/** Sessions that did not take place, hatched across all panels. */
export function notAttended(
  course: Course,
  layout: Layout,
  id: string,
  { text }: StaffMessages,
): readonly Markup[] {
  const top = layout.main?.top ?? layout.outcome?.top;
  if (course.notAttended.length === 0 || top === undefined) return [];
  const pattern = element(
    "pattern",
    {
      id: `${id}-hatch`,
      width: 6,
      height: 6,
      patternUnits: "userSpaceOnUse",
      patternTransform: "rotate(45)",
    },
    [element("line", { class: "chart-hatch", x1: 3, y1: 0, x2: 3, y2: 6 })],
  );
  const width = Math.min(20, Math.abs(layout.x(1) - layout.x(0)));
  const columns = course.notAttended.map((session) =>
    element(
      "rect",
      {
        x: layout.x(session) - width / 2,
        y: top,
        width,
        height: layout.axis - top,
        fill: `url(#${id}-hatch)`,
      },
      [element("title", {}, [text("charts.course.not-held", { session })])],
    ),
  );
  return [element("defs", {}, [pattern]), element("g", { class: "chart-not-attended" }, columns)];
}

export function rule(className: string, from: number, to: number, y: number): Markup {
  return element("path", { class: className, d: `M${round(from)},${round(y)}H${round(to)}` });
}
