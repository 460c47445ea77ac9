import type { Bounded, RaterComparison } from "@concord/course";
import { scaleLinear } from "d3-scale";
import { sessionTicks } from "../course/session-axis.ts";
import { frame } from "../frame.ts";
import { endLabels } from "../marks/end-labels.ts";
import { levelLine } from "../marks/level-line.ts";
import { raterLine, type Spot } from "../marks/rater-line.ts";
import { type Child, element, round } from "../svg.ts";
import { numberWords } from "../words.ts";

export interface TwoPeopleChartOptions {
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
export function twoPeopleChart(two: RaterComparison, options: TwoPeopleChartOptions = {}): string {
  const { id = "two-people", width = 640, among } = options;
  const { sessions } = two.pairing;
  const numbers = sessions.map((each) => each.session);
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const [left, right] = [38, width - 96];
  const x = scaleLinear([first - 0.5, last + 0.5], [left, right]);
  const upper = scaleLinear([0, 100], [178, 28]);
  const differences = sessions.flatMap(({ session, client, therapist }) =>
    client === null || therapist === null ? [] : [{ session, difference: therapist - client }],
  );
  const reach = Math.max(20, ...differences.map((each) => Math.ceil(Math.abs(each.difference) / 10) * 10));
  const lower = scaleLinear([-reach, reach], [306, 222]);
  const band = among?.here ?? (two.line.kind === "line" ? two.line.discrepancy : null);
  const children: Child[] = [
    element("text", { class: "chart-heading", x: left, y: 14 }, ["Both views, 0–100"]),
    ...[0, 50, 100].flatMap((value) => levelLine(value, upper(value), left, right, value === 0)),
    ...lines(two, x, upper, right),
    element("text", { class: "chart-heading", x: left, y: 208 }, ["Therapist minus client"]),
    band === null
      ? null
      : element("rect", {
          class: "between-usual",
          x: left,
          y: lower(Math.min(reach, band.upper)),
          width: right - left,
          height: Math.max(2, lower(Math.max(-reach, band.lower)) - lower(Math.min(reach, band.upper))),
        }),
    ...[-reach, 0, reach].flatMap((value) => levelLine(value, lower(value), left, right, value === 0)),
    among === undefined || Math.abs(among.usual.value) > reach
      ? null
      : element(
          "path",
          { class: "chart-cutoff", d: `M${left},${round(lower(among.usual.value))}H${right}` },
          [element("title", {}, [`Usual between you and your clients: ${signed(among.usual.value)}`])],
        ),
    ...differences.map(({ session, difference }) =>
      element(
        "path",
        { class: "between-stem", d: `M${round(x(session))},${round(lower(0))}V${round(lower(difference))}` },
        [element("title", {}, [`Session ${session}: ${signed(difference)}`])],
      ),
    ),
    ...usuals(band, among?.usual ?? null, lower, reach).map(({ words, y }) =>
      element("text", { class: "chart-small", x: right + 8, y: y + 4 }, [words]),
    ),
    ...sessionTicks(first, last, right - left).map((session) =>
      element("text", { class: "chart-small", x: x(session), y: 324, "text-anchor": "middle" }, [
        String(session),
      ]),
    ),
    element("text", { class: "chart-small", x: right + 8, y: 324 }, ["session"]),
  ];
  return frame(
    {
      id,
      width,
      height: 332,
      title: "Client and therapist on one time axis",
      description: describeTwoPeople(two),
      standalone: options.standalone === true,
    },
    children,
  );
}

/** What the picture shows, the therapist's part first; to the therapist, or to whoever else reads it. */
export function describeTwoPeople(two: RaterComparison, to: "therapist" | "other" = "other"): string {
  const { line, lies, moves } = two;
  if (line.kind === "none") return `Too early to say how the two views lie to each other: ${line.reason}.`;
  const points = numberWords(Math.abs(line.discrepancy.value));
  const rates = to === "therapist" ? "You rate" : "The therapist rates";
  const off = {
    lower: `${rates} ${points} points of 100 lower than the client`,
    higher: `${rates} ${points} points of 100 higher than the client`,
    even: `${rates} about as the client does`,
    "not-known": "",
  }[lies];
  const along = {
    along: `and the two go up and down together: ${numberWords(10 * line.tracking.value)} points for each 10 of the client’s`,
    "not-clear": "and it is not clear whether the two go up and down together",
    apart: "and when one goes up the other tends to go down",
    "not-known": "",
  }[moves];
  const limits = ({ lower, upper }: Bounded, decimals: number) =>
    `${words(lower, decimals)} to ${words(upper, decimals)}`;
  return (
    `${off}, ${along}. Difference ${words(line.discrepancy.value, 1)} (95% ${limits(line.discrepancy, 1)}), ` +
    `moving along ${words(line.tracking.value, 2)} (95% ${limits(line.tracking, 2)}), ${line.n} sessions.`
  );
}

function lines(
  two: RaterComparison,
  x: (session: number) => number,
  y: (percent: number) => number,
  right: number,
): readonly Child[] {
  const { sessions } = two.pairing;
  const chair = (rater: "client" | "therapist"): readonly Spot[] =>
    sessions.flatMap((each) => {
      const percent = each[rater];
      if (percent === null) return [];
      const hint = `Session ${each.session}, ${rater}: ${numberWords(percent)} of 100`;
      return [{ session: each.session, x: x(each.session), y: y(percent), hint }];
    });
  const absent = (rater: "client" | "therapist") =>
    new Set(sessions.filter((each) => each[rater] === null).map((each) => each.session));
  const [client, therapist] = [chair("client"), chair("therapist")];
  const ends = [
    { chair: "client" as const, words: "Client", spot: client[client.length - 1] },
    { chair: "therapist" as const, words: "Therapist", spot: therapist[therapist.length - 1] },
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
): readonly { readonly words: string; readonly y: number }[] {
  if (here === null) return [];
  const band = { words: `usually ${signed(here.value)}`, y: y(clamp(here.value, reach)) };
  if (own === null || Math.abs(own.value) > reach) return [band];
  const line = { words: `your usual ${signed(own.value)}`, y: y(own.value) };
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

function signed(value: number): string {
  const rounded = numberWords(value);
  return value > 0 ? `+${rounded}` : rounded;
}

function words(value: number, decimals: number): string {
  return value.toFixed(decimals).replace("-", "−");
}
