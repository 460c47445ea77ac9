import { congruenceChart, describePairing, type Focus } from "@concord/charts";
import type { CaseView } from "@concord/practice";
import { whySignal } from "@concord/signals";
import { drawCourse } from "./draw-course.server.ts";
import { pairingOf } from "./pairing.ts";
import { shortlyTitled, titlesOf } from "./titles.server.ts";

/** The case with its drawings and explanations, made where the page is made. */
export function casePage(view: CaseView, focus: Focus) {
  const { course, signals } = view;
  const titles = titlesOf(course);
  const pairing = pairingOf(course);
  return {
    view: { ...view, forms: shortlyTitled(view.forms) },
    focus,
    titles,
    drawings: drawCourse(course, signals, { focus, titles }),
    both:
      pairing === null
        ? null
        : {
            wide: congruenceChart(pairing, { id: "both-wide", width: 640 }),
            narrow: congruenceChart(pairing, { id: "both-narrow", width: 340 }),
            words: describePairing(pairing),
          },
    explained: signals.map((signal) => ({
      signal,
      why: whySignal(signal),
      current: view.current.includes(signal),
    })),
  };
}
