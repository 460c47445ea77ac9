import type { Course, Rater } from "@concord/course";
import { raterMark } from "../marks/rater-mark.ts";
import { type Child, element, group, type Markup } from "../svg.ts";
import { raterWords } from "../words.ts";
import { type Layout, missedRowHeight } from "./layout.ts";

/** Raters with forms that were asked for in the main construct and not given. */
export function missedRaters(course: Course, construct: string | null): readonly Rater[] {
  return [...new Set(course.missed.filter((form) => form.construct === construct).map((form) => form.rater))];
}

/** Under the baseline, one row for each rater: their mark, hollow, where a form stayed away. */
export function missedStrip(course: Course, construct: string | null, layout: Layout): Markup | null {
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
      const hint = `Session ${session}: no form from the ${raterWords[rater].toLowerCase()}`;
      return element("g", { class: "chart-missed" }, [raterMark(rater, layout.x(session), y, 3, hint)]);
    });
    const words = layout.narrow ? "no form" : `no form, ${raterWords[rater].toLowerCase()}`;
    return element("g", {}, [
      ...ticks,
      element("text", { class: "chart-small", x: layout.right + 8, y: y + 4 }, [words]),
    ]);
  });
  return group("chart-missed-forms", rows);
}
