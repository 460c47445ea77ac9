import type { Estimate, Pairing } from "@concord/course";
import type { StaffMessages } from "@concord/messages";
import { scaleLinear } from "d3-scale";
import { sessionTicks } from "./course/session-axis.ts";
import { frame } from "./frame.ts";
import { endLabels } from "./marks/end-labels.ts";
import { levelLine } from "./marks/level-line.ts";
import { raterLine, type Spot } from "./marks/rater-line.ts";
import { decimal, rounded } from "./numbers.ts";
import { element, round } from "./svg.ts";

export interface CongruenceChartOptions {
  readonly messages: StaffMessages;
  readonly id?: string;
  readonly width?: number;
  readonly standalone?: boolean;
}

/**
 * Both chairs session by session, joined by a stem where both rated: a long stem is two views of one hour.
 */
export function congruenceChart(pairing: Pairing, options: CongruenceChartOptions): string {
  const { messages, id = "congruence", width = 640 } = options;
  const { text } = messages;
  const [top, bottom, left, right] = [26, 186, 34, width - 100];
  const sessions = pairing.sessions.map((each) => each.session);
  const first = Math.min(...sessions, sessions[0] ?? 1);
  const last = Math.max(...sessions, first);
  const x = scaleLinear([first - 0.5, last + 0.5], [left, right]);
  const y = scaleLinear([0, 100], [bottom, top]);
  const chair = (rater: "client" | "therapist"): readonly Spot[] =>
    pairing.sessions.flatMap((each) => {
      const percent = each[rater];
      if (percent === null) return [];
      const values = { session: each.session, rater, score: rounded(percent) };
      const hint = text("charts.congruence.rating", values);
      return [{ session: each.session, x: x(each.session), y: y(percent), hint }];
    });
  const absent = (rater: "client" | "therapist") =>
    new Set(pairing.sessions.filter((each) => each[rater] === null).map((each) => each.session));
  const stems = pairing.sessions.flatMap((each) =>
    each.client === null || each.therapist === null
      ? []
      : [`M${round(x(each.session))},${round(y(each.client))}V${round(y(each.therapist))}`],
  );
  const client = chair("client");
  const therapist = chair("therapist");
  const ends = [
    { chair: "client" as const, words: text("charts.rater.client"), spot: client[client.length - 1] },
    {
      chair: "therapist" as const,
      words: text("charts.rater.therapist"),
      spot: therapist[therapist.length - 1],
    },
  ].flatMap(({ chair, words, spot }) => (spot === undefined ? [] : [{ chair, words, y: spot.y }]));
  const sentence = describePairing(pairing, messages);
  return frame(
    {
      id,
      width,
      height: 216,
      title: text("charts.congruence.title"),
      description: sentence,
      standalone: options.standalone === true,
    },
    [
      element("text", { class: "chart-heading", x: left, y: 14 }, [text("charts.congruence.heading")]),
      ...[0, 50, 100].flatMap((value) => levelLine(value, y(value), left, right, value === 0, messages)),
      ...sessionTicks(first, last, right - left).map((session) =>
        element("text", { class: "chart-small", x: x(session), y: bottom + 18, "text-anchor": "middle" }, [
          String(session),
        ]),
      ),
      element("text", { class: "chart-small", x: right + 8, y: bottom + 18 }, [
        text("charts.course.session"),
      ]),
      stems.length === 0 ? null : element("path", { class: "chart-between", d: stems.join("") }),
      raterLine("therapist", therapist, absent("therapist"), 3.25),
      raterLine("client", client, absent("client"), 3.25),
      ...endLabels(ends, right + 8, top, bottom - 4),
    ],
  );
}

/** Returns difference and correlation of a pairing in sentences, each with its interval. */
function describePairing(pairing: Pairing, messages: StaffMessages): string {
  const { text } = messages;
  return [
    text("charts.congruence.difference", { estimate: estimateText(pairing.difference, 1, messages) }),
    text("charts.congruence.correlation", { estimate: estimateText(pairing.tracking, 2, messages) }),
  ].join(" ");
}

function estimateText(estimate: Estimate, decimals: number, messages: StaffMessages): string {
  if (estimate.kind === "none") return messages.of(estimate.reason);
  const { value, lower, upper, level, n } = estimate;
  const shown = (number: number) => decimal(number, decimals, messages);
  return messages.text("charts.congruence.estimate", {
    value: shown(value),
    level,
    lower: shown(lower),
    upper: shown(upper),
    n,
  });
}
