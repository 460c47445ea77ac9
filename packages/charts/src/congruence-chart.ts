import type { Estimate, Pairing } from "@concord/course";
import { scaleLinear } from "d3-scale";
import { sessionTicks } from "./course/session-axis.ts";
import { frame } from "./frame.ts";
import { endLabels } from "./marks/end-labels.ts";
import { levelLine } from "./marks/level-line.ts";
import { raterLine, type Spot } from "./marks/rater-line.ts";
import { element, round } from "./svg.ts";
import { numberWords } from "./words.ts";

export interface CongruenceChartOptions {
  readonly id?: string;
  readonly width?: number;
  readonly standalone?: boolean;
}

/**
 * Both chairs session by session, joined by a stem where both rated: a long stem is two views of one hour.
 */
export function congruenceChart(pairing: Pairing, options: CongruenceChartOptions = {}): string {
  const { id = "congruence", width = 640 } = options;
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
      const hint = `Session ${each.session}, ${rater}: ${numberWords(percent)} of 100`;
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
    { chair: "client" as const, words: "Client", spot: client[client.length - 1] },
    { chair: "therapist" as const, words: "Therapist", spot: therapist[therapist.length - 1] },
  ].flatMap(({ chair, words, spot }) => (spot === undefined ? [] : [{ chair, words, y: spot.y }]));
  const sentence = describePairing(pairing);
  return frame(
    {
      id,
      width,
      height: 216,
      title: "Client and therapist, session by session",
      description: sentence,
      standalone: options.standalone === true,
    },
    [
      element("text", { class: "chart-heading", x: left, y: 14 }, ["Both views, 0–100"]),
      ...[0, 50, 100].flatMap((value) => levelLine(value, y(value), left, right, value === 0)),
      ...sessionTicks(first, last, right - left).map((session) =>
        element("text", { class: "chart-small", x: x(session), y: bottom + 18, "text-anchor": "middle" }, [
          String(session),
        ]),
      ),
      element("text", { class: "chart-small", x: right + 8, y: bottom + 18 }, ["session"]),
      stems.length === 0 ? null : element("path", { class: "chart-between", d: stems.join("") }),
      raterLine("therapist", therapist, absent("therapist"), 3.25),
      raterLine("client", client, absent("client"), 3.25),
      ...endLabels(ends, right + 8, top, bottom - 4),
    ],
  );
}

/** The two figures of a pairing in words, with their doubt. */
function describePairing(pairing: Pairing): string {
  return [
    `Therapist minus client: ${estimateWords(pairing.difference)}.`,
    `Moving together: ${estimateWords(pairing.tracking, 2)}.`,
  ].join(" ");
}

function estimateWords(estimate: Estimate, decimals = 1): string {
  if (estimate.kind === "none") return estimate.reason.replace(/\.$/, "");
  const words = (value: number) => value.toFixed(decimals).replace("-", "−");
  return (
    `${words(estimate.value)} (${Math.round(estimate.level * 100)}% CI ` +
    `[${words(estimate.lower)}, ${words(estimate.upper)}], n = ${estimate.n})`
  );
}
