import { courseChart, describeDifference } from "@concord/charts";
import type { StaffMessages } from "@concord/messages";
import type { BriefView } from "@concord/practice";
import { titlesOf } from "../ui/course/titles.server.ts";
import { shownOf } from "./components/relationship/RepairCard.tsx";

/** Returns one page with its chart, and the few sentences to keep in mind. */
export function briefPage(brief: BriefView, messages: StaffMessages) {
  const { view } = brief;
  const titles = titlesOf(view.course);
  const draw = (id: string, width: number) =>
    courseChart(view.course, [], { messages, id, width, titles, detail: "simple" });
  return {
    title:
      brief.purpose === "session"
        ? messages.text("brief.page.title", { client: view.client })
        : messages.text("brief.page.title.supervision"),
    brief,
    drawn: { wide: draw("brief-wide", 640), narrow: draw("brief-narrow", 340) },
    loops: shownOf(view.repairs).slice(0, 1),
    inMind: inMind(view, brief.purpose === "session" ? "therapist" : "other", messages),
  };
}

export type BriefPage = ReturnType<typeof briefPage>;

/** A sentence each, the therapist's part first; nothing where nothing is known. */
function inMind(
  view: BriefView["view"],
  reader: "therapist" | "other",
  messages: StaffMessages,
): readonly { readonly about: string; readonly sentence: string }[] {
  const { of, text } = messages;
  const { twoPeople, attachment, bond, distance, perfectionism, chairs } = view.relationship;
  const lines: { about: string; sentence: string }[] = [];
  const difference = twoPeople === null ? "" : describeDifference(twoPeople, messages, reader);
  if (difference !== "") lines.push({ about: text("brief.mind.ratings"), sentence: difference });
  if (chairs?.stands === "alone")
    lines.push({ about: text("brief.mind.child"), sentence: text("brief.mind.child.text") });
  const { suspended } = view.attention;
  if (suspended[0] !== undefined)
    lines.push({ about: text("brief.mind.paused"), sentence: of(suspended[0].message) });
  else if (distance.step !== null)
    lines.push({ about: text("brief.mind.distance-model"), sentence: of(distance.step.message) });
  else if (distance.felt.length > 0) {
    const scales = distance.felt.map((scale) => text(`charts.distance.scale.${scale}`));
    lines.push({
      about: text("brief.mind.distance"),
      sentence: text("brief.mind.distance.felt", { scales }),
    });
  }
  const leaning = attachment?.readings[attachment.readings.length - 1]?.leaning;
  if (leaning?.kind === "leaning" && leaning.strategy !== "secure") {
    const strategy = text(`charts.strategy.${leaning.strategy}`);
    lines.push({
      about: text("brief.mind.strategy"),
      sentence: text("brief.mind.strategy.text", { strategy }),
    });
  }
  if (bond.pattern === "worth-asking")
    lines.push({ about: text("brief.mind.highest"), sentence: text("brief.mind.highest.text") });
  for (const item of perfectionism?.watch.filter((each) => each.state === "look").slice(0, 1) ?? [])
    lines.push({ about: text("brief.mind.perfectionism"), sentence: of(item.message) });
  return lines.slice(0, 5);
}
