import type { Course } from "@concord/course";
import type { StaffMessages } from "@concord/messages";
import { drawnSeries } from "../pick-series.ts";
import { type Child, element, type Markup, round } from "../svg.ts";
import { rule } from "./background.ts";
import type { Layout } from "./layout.ts";

/** Session numbers, as many as there is room for; the dates of the first and the last beneath. */
export function sessionAxis(
  course: Course,
  layout: Layout,
  first: number,
  last: number,
  { text, format }: StaffMessages,
): Markup {
  const dates = sessionDates(course);
  const ticks = sessionTicks(first, last, layout.right - layout.left);
  const children: Child[] = [rule("chart-baseline", layout.left, layout.right, layout.axis)];
  for (const session of ticks) {
    const x = layout.x(session);
    children.push(element("path", { class: "chart-baseline", d: `M${round(x)},${round(layout.axis)}v4` }));
    children.push(
      element("text", { class: "chart-small", x, y: layout.axis + 17, "text-anchor": "middle" }, [
        String(session),
      ]),
    );
  }
  children.push(
    element("text", { class: "chart-small", x: layout.right + 8, y: layout.axis + 17 }, [
      text("charts.course.session"),
    ]),
  );
  const from = dates.get(first);
  const to = dates.get(last);
  if (from !== undefined) {
    const attributes = { class: "chart-small", x: layout.left, y: layout.axis + 32 };
    children.push(element("text", attributes, [format.date(from)]));
  }
  if (to !== undefined && last > first) {
    const attributes = { class: "chart-small", x: layout.right, y: layout.axis + 32, "text-anchor": "end" };
    children.push(element("text", attributes, [format.date(to)]));
  }
  return element("g", { class: "chart-axis" }, children);
}

/** Known dates by session. */
export function sessionDates(course: Course): ReadonlyMap<number, string> {
  const dates = new Map<number, string>();
  for (const series of drawnSeries(course)) {
    for (const point of series.points) if (point.date !== undefined) dates.set(point.session, point.date);
  }
  return dates;
}

/** Round session numbers at least 24 pixels apart, with the first and the last among them. */
export function sessionTicks(first: number, last: number, width: number): readonly number[] {
  const room = width / Math.max(1, last - first + 1);
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((each) => each * room >= 24) ?? last - first;
  const ticks = [first];
  for (let session = Math.ceil((first + 1) / step) * step; session < last; session += step) {
    const clearOfFirst = (session - first) * room >= 22;
    const clearOfLast = (last - session) * room >= 22;
    if (clearOfFirst && clearOfLast) ticks.push(session);
  }
  return last > first ? [...ticks, last] : ticks;
}
