import type { Course, Rater } from "@concord/course";
import type { StaffMessages } from "@concord/messages";
import { raterMark } from "../marks/rater-mark.ts";
import { type Child, element, group, type Markup } from "../svg.ts";
import { type Layout, missedRowHeight } from "./layout.ts";

/** Raters with forms that were asked for in the main construct and not given. */
export function missedRaters(course: Course, construct: string | null): readonly Rater[] {
  return [...new Set(course.missed.filter((form) => form.construct === construct).map((form) => form.rater))];
}

/** Under the baseline, one row for each rater: their mark, hollow, where a form stayed away. */
export function missedStrip(
  course: Course,
  construct: string | null,
  layout: Layout,
  { text }: StaffMessages,
): Markup | null {
  const rows = missedRaters(course, construct).map((rater, index): Child => {
    const y = layout.missed.top + index * missedRowHeight + missedRowHeight / 2;
    const sessions = [
      ...new Set(
        course.missed
          .filter((form) => form.rater === rater && form.construct === construct)
          .map((form) => form.session),
      ),
    ];
    const ticks = sessions.map((session) => {
      const hint = text("charts.course.missed", { session, rater });
      return element("g", { class: "chart-missed" }, [raterMark(rater, layout.x(session), y, 3, hint)]);
    });
    const words = layout.narrow
      ? text("charts.course.missed-row.short")
      : text("charts.course.missed-row", { rater });
    return element("g", {}, [
      ...ticks,
      element("text", { class: "chart-small", x: layout.right + 8, y: y + 4 }, [words]),
    ]);
  });
  return group("chart-missed-forms", rows);
}
