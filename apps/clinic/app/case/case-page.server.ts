import type { Focus } from "@concord/charts";
import type { StaffMessages } from "@concord/messages";
import type { CaseView } from "@concord/practice";
import { whySignal } from "@concord/signals";
import { drawCourse } from "../ui/course/draw-course.server.ts";
import { shortlyTitled, titlesOf } from "../ui/course/titles.server.ts";
import { betweenPage } from "./between-page.server.ts";

/** The case with its drawings and explanations, made where the page is made. */
export function casePage(view: CaseView, focus: Focus, messages: StaffMessages) {
  const { course, signals } = view;
  const titles = titlesOf(course);
  return {
    view: { ...view, forms: shortlyTitled(view.forms) },
    focus,
    titles,
    drawings: drawCourse(course, signals, { focus, titles }, messages),
    between: betweenPage(view, messages),
    explained: signals.map((signal) => ({
      signal,
      why: whySignal(signal),
      current: view.current.includes(signal),
    })),
  };
}
