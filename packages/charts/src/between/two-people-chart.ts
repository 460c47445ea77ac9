import type { Bounded, RaterComparison } from "@concord/course";
import type { StaffMessages } from "@concord/messages";
import { scaleLinear } from "d3-scale";
import { sessionTicks } from "../course/session-axis.ts";
import { frame } from "../frame.ts";
import { endLabels } from "../marks/end-labels.ts";
import { levelLine } from "../marks/level-line.ts";
import { raterLine, type Spot } from "../marks/rater-line.ts";
import { decimal, rounded, signed } from "../numbers.ts";
import { type Child, element, round } from "../svg.ts";

export interface TwoPeopleChartOptions {
  readonly messages: StaffMessages;
  readonly id?: string;
  readonly width?: number;
  readonly standalone?: boolean;
  /** This pair drawn towards what is usual for the therapist, and that usual: for the therapist's own eyes. */
  readonly among?: { readonly here: Bounded; readonly usual: Bounded };
}

/**
 * Both chairs on one time axis, and beneath how far the therapist lies from the client in each session.
 *
 * The band beneath is the pair's own usual difference with its interval; the dotted line, where given, what is
 * usual between this therapist and their other clients.
 */
export function twoPeopleChart(two: RaterComparison, options: TwoPeopleChartOptions): string {
  const { messages, id = "two-people", width = 640, among } = options;
  const { text } = messages;
  const { sessions } = two.pairing;
  const numbers = sessions.map((each) => each.session);
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const [left, right] = [38, width - 112];
  const x = scaleLinear([first - 0.5, last + 0.5], [left, right]);
  const upper = scaleLinear([0, 100], [178, 28]);
  const differences = sessions.flatMap(({ session, client, therapist }) =>
    client === null || therapist === null ? [] : [{ session, difference: therapist - client }],
  );
  const reach = Math.max(20, ...differences.map((each) => Math.ceil(Math.abs(each.difference) / 10) * 10));
  const lower = scaleLinear([-reach, reach], [306, 222]);
  const band = among?.here ?? (two.line.kind === "line" ? two.line.discrepancy : null);
  const children: Child[] = [
    element("text", { class: "chart-heading", x: left, y: 14 }, [text("charts.congruence.heading")]),
    ...[0, 50, 100].flatMap((value) => levelLine(value, upper(value), left, right, value === 0, messages)),
    ...lines(two, x, upper, right, messages),
    element("text", { class: "chart-heading", x: left, y: 208 }, [text("charts.two.heading")]),
    band === null
      ? null
      : element("rect", {
          class: "between-usual",
          x: left,
          y: lower(Math.min(reach, band.upper)),
          width: right - left,
          height: Math.max(2, lower(Math.max(-reach, band.lower)) - lower(Math.min(reach, band.upper))),
        }),
    ...[-reach, 0, reach].flatMap((value) =>
      levelLine(value, lower(value), left, right, value === 0, messages),
    ),
    among === undefined || Math.abs(among.usual.value) > reach
      ? null
      : element(
          "path",
          { class: "chart-cutoff", d: `M${left},${round(lower(among.usual.value))}H${right}` },
          [
            element("title", {}, [
              text("charts.two.mean", { difference: signed(among.usual.value, messages) }),
            ]),
          ],
        ),
    ...differences.map(({ session, difference }) =>
      element(
        "path",
        { class: "between-stem", d: `M${round(x(session))},${round(lower(0))}V${round(lower(difference))}` },
        [
          element("title", {}, [
            text("charts.two.session", { session, difference: signed(difference, messages) }),
          ]),
        ],
      ),
    ),
    ...usuals(band, among?.usual ?? null, lower, reach, messages).map(({ words, y }) =>
      element("text", { class: "chart-small", x: right + 8, y: y + 4 }, [words]),
    ),
    ...sessionTicks(first, last, right - left).map((session) =>
      element("text", { class: "chart-small", x: x(session), y: 324, "text-anchor": "middle" }, [
        String(session),
      ]),
    ),
    element("text", { class: "chart-small", x: right + 8, y: 324 }, [text("charts.course.session")]),
  ];
  return frame(
    {
      id,
      width,
      height: 332,
      title: text("charts.two.title"),
      description: describeTwoPeople(two, messages),
      standalone: options.standalone === true,
    },
    children,
  );
}

/** Returns what the chart shows in sentences; `reader` is the therapist themselves, or anyone else. */
export function describeTwoPeople(
  two: RaterComparison,
  messages: StaffMessages,
  reader: "therapist" | "other" = "other",
): string {
  const { text, of } = messages;
  const { line, moves } = two;
  if (line.kind === "none") return text("charts.two.words.none", { reason: of(line.reason) });
  const shown = (value: number, decimals: number) => decimal(value, decimals, messages);
  return [
    describeDifference(two, messages, reader),
    ...(moves === "not-known"
      ? []
      : [
          moves === "along"
            ? text("charts.two.moves.along", { points: rounded(10 * line.tracking.value) })
            : text(`charts.two.moves.${moves}`),
        ]),
    text("charts.two.words.numbers", {
      difference: shown(line.discrepancy.value, 1),
      differenceLower: shown(line.discrepancy.lower, 1),
      differenceUpper: shown(line.discrepancy.upper, 1),
      slope: shown(line.tracking.value, 2),
      slopeLower: shown(line.tracking.lower, 2),
      slopeUpper: shown(line.tracking.upper, 2),
      sessions: line.n,
    }),
  ].join(" ");
}

/** Returns in one sentence whether the therapist rates higher or lower than the client; empty where nothing is known. */
export function describeDifference(
  { line, lies }: RaterComparison,
  { text }: StaffMessages,
  reader: "therapist" | "other",
): string {
  if (line.kind === "none" || lies === "not-known") return "";
  const points = rounded(Math.abs(line.discrepancy.value));
  return lies === "even"
    ? text("charts.two.lies.even", { reader })
    : text(`charts.two.lies.${lies}`, { reader, points });
}

function lines(
  two: RaterComparison,
  x: (session: number) => number,
  y: (percent: number) => number,
  right: number,
  { text }: StaffMessages,
): readonly Child[] {
  const { sessions } = two.pairing;
  const chair = (rater: "client" | "therapist"): readonly Spot[] =>
    sessions.flatMap((each) => {
      const percent = each[rater];
      if (percent === null) return [];
      const values = { session: each.session, rater, score: rounded(percent) };
      const hint = text("charts.congruence.rating", values);
      return [{ session: each.session, x: x(each.session), y: y(percent), hint }];
    });
  const absent = (rater: "client" | "therapist") =>
    new Set(sessions.filter((each) => each[rater] === null).map((each) => each.session));
  const [client, therapist] = [chair("client"), chair("therapist")];
  const ends = [
    { chair: "client" as const, words: text("charts.rater.client"), spot: client[client.length - 1] },
    {
      chair: "therapist" as const,
      words: text("charts.rater.therapist"),
      spot: therapist[therapist.length - 1],
    },
  ].flatMap(({ chair, words, spot }) => (spot === undefined ? [] : [{ chair, words, y: spot.y }]));
  return [
    raterLine("therapist", therapist, absent("therapist"), 3.25),
    raterLine("client", client, absent("client"), 3.25),
    ...endLabels(ends, right + 8, 24, 174),
  ];
}

/** The names of the band and of the dashed line at their right end, moved apart where the two lie close. */
function usuals(
  here: Bounded | null,
  own: Bounded | null,
  y: (difference: number) => number,
  reach: number,
  messages: StaffMessages,
): readonly { readonly words: string; readonly y: number }[] {
  if (here === null) return [];
  const { text } = messages;
  const band = {
    words: text("charts.two.typical", { difference: signed(here.value, messages) }),
    y: y(clamp(here.value, reach)),
  };
  if (own === null || Math.abs(own.value) > reach) return [band];
  const line = {
    words: text("charts.two.own-mean", { difference: signed(own.value, messages) }),
    y: y(own.value),
  };
  const short = Math.max(0, 14 - Math.abs(band.y - line.y)) / 2;
  const below = line.y >= band.y ? 1 : -1;
  return [
    { ...band, y: band.y - below * short },
    { ...line, y: line.y + below * short },
  ];
}

function clamp(value: number, reach: number): number {
  return Math.max(-reach, Math.min(reach, value));
}
