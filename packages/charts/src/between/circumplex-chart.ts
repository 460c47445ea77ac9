import type { CircumplexReading, OctantScore } from "@concord/course";
import type { StaffMessageId, StaffMessages } from "@concord/messages";
import { frame } from "../frame.ts";
import { raterMark } from "../marks/rater-mark.ts";
import { decimal } from "../numbers.ts";
import { type Child, element, round } from "../svg.ts";

export interface CircumplexChartOptions {
  readonly messages: StaffMessages;
  readonly id?: string;
  readonly width?: number;
  readonly standalone?: boolean;
}

/** Standard deviations from the norm at the middle and at the rim. */
const standardRange = { least: -3, most: 3 } as const;

/**
 * Returns a profile around the circle: each octant at its angle, farther out the more problems; the dashed circle is the mean
 * of the sample. The direction is drawn only where there is one.
 */
export function circumplexChart(reading: CircumplexReading, options: CircumplexChartOptions): string {
  const { messages, id = "circumplex", width = 420 } = options;
  const { text } = messages;
  const radius = width / 2 - 84;
  const [centreX, centreY] = [width / 2, radius + 44];
  const at = (angle: number, distance: number) => {
    const turn = (angle * Math.PI) / 180;
    return { x: centreX + distance * Math.cos(turn), y: centreY - distance * Math.sin(turn) };
  };
  const share = (octant: OctantScore) =>
    reading.metric === "standardised" && octant.z !== null
      ? clamp((octant.z - standardRange.least) / (standardRange.most - standardRange.least))
      : clamp((octant.value - octant.minimum) / (octant.maximum - octant.minimum));
  const around = [...reading.octants].sort((a, b) => a.angle - b.angle);
  const points = around.map((octant) => ({ octant, ...at(octant.angle, radius * share(octant)) }));
  const outline = points.map(({ x, y }, place) => `${place === 0 ? "M" : "L"}${round(x)},${round(y)}`);
  const children: Child[] = [
    element("circle", { class: "plane-ground", cx: centreX, cy: centreY, r: radius }),
    ...around.map(({ angle }) => {
      const end = at(angle, radius);
      return element("path", {
        class: "chart-between",
        d: `M${round(centreX)},${round(centreY)}L${round(end.x)},${round(end.y)}`,
      });
    }),
    ...(reading.metric === "standardised"
      ? [element("circle", { class: "chart-cutoff", cx: centreX, cy: centreY, r: radius / 2 })]
      : []),
    element("path", { class: "plane-room", d: `${outline.join("")}Z` }),
    ...points.map(({ octant, x, y }) =>
      raterMark(
        "client",
        x,
        y,
        4,
        text("charts.circumplex.mark", {
          octant: octantName(octant, messages),
          score: decimal(octant.value, 1, messages),
        }),
      ),
    ),
    ...around.map((octant) => label(octant, at(octant.angle, radius + 12), messages)),
  ];
  const { displacement } = reading.summary;
  if (displacement !== null) {
    const tip = at(displacement, radius);
    const [left, right] = [at(displacement + 4, radius - 14), at(displacement - 4, radius - 14)];
    children.push(
      element("path", {
        class: "chart-line chart-line--client",
        d: `M${round(centreX)},${round(centreY)}L${round(tip.x)},${round(tip.y)}M${round(left.x)},${round(left.y)}L${round(tip.x)},${round(tip.y)}L${round(right.x)},${round(right.y)}`,
      }),
    );
  }
  return frame(
    {
      id,
      width,
      height: centreY + radius + 44,
      title: text("charts.circumplex.title"),
      description: describeCircumplex(reading, messages),
      standalone: options.standalone === true,
    },
    children,
  );
}

/** Returns elevation, amplitude, direction or why there is none, and fit, in sentences. */
export function describeCircumplex(reading: CircumplexReading, messages: StaffMessages): string {
  const { summary, session, metric } = reading;
  const { elevation, amplitude, displacement, fit, withheld } = summary;
  const nearest = displacement === null ? null : nearestOctant(reading.octants, displacement);
  return messages.text("charts.circumplex.words", {
    session,
    metric,
    elevation: decimal(elevation, 2, messages),
    amplitude: decimal(amplitude, 2, messages),
    fit: fit === null ? "" : decimal(fit, 2, messages),
    direction: withheld ?? "told",
    degrees: displacement === null ? 0 : Math.round(displacement) % 360,
    octant: nearest === null ? "" : octantName(nearest, messages),
  });
}

/** Returns the name of an octant in the language of the messages; the catalogue's where there is no other. */
export function octantName(octant: Pick<OctantScore, "scale" | "title">, { text }: StaffMessages): string {
  return octant.scale in octantIds ? text(octantIds[octant.scale as keyof typeof octantIds]) : octant.title;
}

const octantIds = {
  domineering: "charts.octant.domineering",
  vindictive: "charts.octant.vindictive",
  cold: "charts.octant.cold",
  "socially-inhibited": "charts.octant.socially-inhibited",
  nonassertive: "charts.octant.nonassertive",
  exploitable: "charts.octant.exploitable",
  "self-sacrificing": "charts.octant.self-sacrificing",
  intrusive: "charts.octant.intrusive",
} as const satisfies Readonly<Record<string, StaffMessageId>>;

function nearestOctant(octants: readonly OctantScore[], degrees: number): OctantScore | null {
  const apart = (angle: number) => Math.abs(((((angle - degrees) % 360) + 540) % 360) - 180);
  return octants.reduce<OctantScore | null>(
    (best, each) => (best === null || apart(each.angle) < apart(best.angle) ? each : best),
    null,
  );
}

function label(octant: OctantScore, place: { x: number; y: number }, messages: StaffMessages): Child {
  const across = Math.cos((octant.angle * Math.PI) / 180);
  const upward = Math.sin((octant.angle * Math.PI) / 180);
  const anchor = Math.abs(across) < 0.1 ? "middle" : across > 0 ? "start" : "end";
  const y = place.y + (Math.abs(upward) < 0.1 ? 4 : upward > 0 ? -2 : 10);
  return element("text", { class: "chart-small", x: place.x, y, "text-anchor": anchor }, [
    octantName(octant, messages),
  ]);
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
