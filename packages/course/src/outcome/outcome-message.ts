import type { Instrument } from "@concord/instruments";
import type { StaffMessage } from "@concord/messages";
import { lastIntakeSession } from "./learn-response.ts";
import type { OutcomeReading } from "./outcome-reading.ts";

/** Returns the sentence that says where a measure stands, for staff. */
export function outcomeMessage(
  reading: Omit<OutcomeReading, "message">,
  instrument: Instrument | null,
): StaffMessage {
  const { first, last, best, since, ratings, cutoff, better, rules } = reading;
  const measure = nameOf(reading, instrument);
  const change = {
    id: "outcome.change",
    values: {
      first: first.value,
      firstSession: first.session,
      last: last.value,
      lastSession: last.session,
    },
  } as const;
  const standing = reading.expected?.provisional === false ? "learnt" : "provisional";
  switch (reading.state) {
    case "recovered":
      return { id: "outcome.recovered", values: { measure, change, value: cutoff!, since } };
    case "improved":
      return { id: "outcome.improved", values: { measure, change, since } };
    case "deteriorated": {
      const relapse = reading.also.find((event) => event.kind === "relapse");
      return relapse === undefined
        ? { id: "outcome.deteriorated", values: { measure, change, since } }
        : {
            id: "outcome.relapse",
            values: { measure, change, best: best.value, bestSession: best.session, since },
          };
    }
    case "not-on-track": {
      const isOutside = rules.some(
        (each) => each.rule === "expected-response" && each.verdict === "not-on-track",
      );
      return isOutside
        ? { id: "outcome.not-on-track.limit", values: { measure, change, since, standing } }
        : { id: "outcome.not-on-track.forecast", values: { measure, change, since, standing } };
    }
    case "on-track":
      return { id: "outcome.on-track", values: { measure, change, standing } };
    case "too-early":
      return { id: "outcome.too-early", values: { measure, count: ratings } };
    case "cannot-say":
      if (better === "neither") return { id: "outcome.cannot-say.no-direction", values: { measure } };
      return first.session > lastIntakeSession
        ? { id: "outcome.cannot-say.late", values: { measure, session: first.session } }
        : { id: "outcome.cannot-say.no-criterion", values: { measure } };
  }
}

/** The form's short title, with the scale where it is not the total. */
function nameOf(
  { instrument: id, scale }: Pick<OutcomeReading, "instrument" | "scale">,
  instrument: Instrument | null,
) {
  const form = instrument?.shortTitle ?? id;
  if (scale === "total") return form;
  const title = instrument?.scales.find((each) => each.id === scale)?.title ?? scale;
  return `${form}, ${title}`;
}
