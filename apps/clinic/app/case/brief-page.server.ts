import { courseChart, describeDifference, strategyWords } from "@concord/charts";
import type { StaffMessages } from "@concord/messages";
import type { BriefView, CaseView } from "@concord/practice";
import { titlesOf } from "../ui/course/titles.server.ts";
import { shownOf } from "./components/relationship/RepairCard.tsx";

/** One page with its drawing, and the few sentences that are worth keeping in mind. */
export function briefPage(brief: BriefView, messages: StaffMessages) {
  const { view } = brief;
  const titles = titlesOf(view.course);
  const draw = (id: string, width: number) =>
    courseChart(view.course, [], { messages, id, width, titles, detail: "simple" });
  return {
    brief,
    drawn: { wide: draw("brief-wide", 640), narrow: draw("brief-narrow", 340) },
    loops: shownOf(view.repairs).slice(0, 1),
    inMind: inMind(view, brief.purpose === "session" ? "therapist" : "other", messages),
  };
}

export type BriefPage = ReturnType<typeof briefPage>;

/** Said in a sentence each, the therapist's part first; nothing where nothing is known. */
function inMind(
  view: BriefView["view"],
  to: "therapist" | "other",
  messages: StaffMessages,
): readonly { readonly about: string; readonly sentence: string }[] {
  const { twoPeople, attachment, bond, distance, perfectionism, chairs } = view.relationship;
  const lines: { about: string; sentence: string }[] = [];
  if (twoPeople !== null && twoPeople.line.kind === "line") {
    lines.push({ about: "Two views", sentence: describeDifference(twoPeople, messages, to) });
  }
  if (chairs?.stands === "alone") {
    lines.push({
      about: "The child’s form",
      sentence: "It stands alone at the moment, and under 11 it says little by itself.",
    });
  }
  if (distance.step !== null)
    lines.push({ about: "Nearness, by the model", sentence: messages.of(distance.step.message) });
  else if (distance.felt.length > 0) {
    lines.push({
      about: "Nearness",
      sentence: `They say: ${distance.felt.join(", ").replaceAll("-", " ")}.`,
    });
  }
  const leaning = attachment?.readings[attachment.readings.length - 1]?.leaning;
  if (leaning?.kind === "leaning" && leaning.strategy !== "secure") {
    lines.push({
      about: "When it gets hard",
      sentence: `Most likely this client ${wordsOf(leaning.strategy)}, ${Math.min(99, Math.round(100 * leaning.chance))} in 100.`,
    });
  }
  if (bond.pattern === "worth-asking") {
    lines.push({ about: "The best marks", sentence: "They may say more than is so: ask what is not said." });
  }
  for (const item of perfectionism?.watch.filter((each) => each.state === "look").slice(0, 1) ?? []) {
    lines.push({ about: "Their standards", sentence: messages.of(item.message) });
  }
  return lines.slice(0, 5);
}

function wordsOf(strategy: keyof typeof strategyWords): string {
  const { plain, term } = strategyWords[strategy];
  return strategy === "fearful" ? `is ${plain} (${term})` : `${plain} (${term})`;
}

export type BriefCase = Omit<CaseView, "notes">;
