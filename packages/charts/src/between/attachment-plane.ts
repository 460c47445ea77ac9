import type { AttachmentReading, Strategy } from "@concord/course";
import type { StaffMessages } from "@concord/messages";
import { scaleLinear } from "d3-scale";
import { frame } from "../frame.ts";
import { raterMark } from "../marks/rater-mark.ts";
import { decimal, rounded } from "../numbers.ts";
import { type Child, element, round } from "../svg.ts";

export interface AttachmentPlaneOptions {
  readonly messages: StaffMessages;
  readonly id?: string;
  readonly width?: number;
  readonly standalone?: boolean;
}

/**
 * Anxiety across, avoidance upward, the newest form as a full mark with the room its error leaves it.
 *
 * The fields are named only where a population was chosen: without one the plane has a range and no meaning.
 */
export function attachmentPlane(
  readings: readonly AttachmentReading[],
  options: AttachmentPlaneOptions,
): string {
  const { messages, id = "attachment-plane", width = 420 } = options;
  const { text } = messages;
  const newest = readings[readings.length - 1];
  if (newest === undefined) throw new RangeError("attachmentPlane requires one reading or more: 0");
  const [left, right, top] = [44, width - 14, 16];
  const bottom = top + Math.min(right - left, 330);
  const { anxiety, avoidance, plane } = newest;
  const x = scaleLinear([anxiety.minimum, anxiety.maximum], [left, right]);
  const y = scaleLinear([avoidance.minimum, avoidance.maximum], [bottom, top]);
  const children: Child[] = [
    element("defs", {}, [
      element("clipPath", { id: `${id}-clip` }, [
        element("rect", { x: left, y: top, width: right - left, height: bottom - top }),
      ]),
    ]),
    element("rect", {
      class: "plane-ground",
      x: left,
      y: top,
      width: right - left,
      height: bottom - top,
      rx: 4,
    }),
  ];
  if (plane !== null) {
    const [markX, markY] = [x(plane.marked.anxiety), y(plane.marked.avoidance)];
    children.push(
      element("rect", {
        class: "plane-secure",
        x: left,
        y: markY,
        width: Math.max(0, markX - left),
        height: Math.max(0, bottom - markY),
      }),
      element("path", {
        class: "chart-cutoff",
        d: `M${round(markX)},${top}V${bottom}M${left},${round(markY)}H${right}`,
      }),
      cross(x(plane.mean.anxiety), y(plane.mean.avoidance), messages),
    );
  }
  children.push(...axes(left, right, top, bottom, newest, messages));
  if (plane !== null) {
    children.push(
      element("ellipse", {
        class: "plane-room",
        "clip-path": `url(#${id}-clip)`,
        cx: x(anxiety.value),
        cy: y(avoidance.value),
        rx: x(anxiety.minimum + plane.reach.anxiety) - left,
        ry: bottom - y(avoidance.minimum + plane.reach.avoidance),
      }),
      ...fields(left, right, top, bottom, x(plane.marked.anxiety), y(plane.marked.avoidance), messages),
    );
  }
  for (const [index, reading] of readings.entries()) {
    const isNewest = index === readings.length - 1;
    const hint = text("charts.plane.mark", {
      session: reading.session,
      anxiety: rounded(reading.anxiety.value),
      avoidance: rounded(reading.avoidance.value),
    });
    children.push(
      raterMark("client", x(reading.anxiety.value), y(reading.avoidance.value), isNewest ? 6 : 3, hint),
    );
  }
  return frame(
    {
      id,
      width,
      height: bottom + 46,
      title: text("charts.plane.title"),
      description: describePlane(newest, messages),
      standalone: options.standalone === true,
    },
    children,
  );
}

/** Returns a questionnaire’s two scores in a sentence, with their places among other people where there are norms. */
export function describePlane(reading: AttachmentReading, messages: StaffMessages): string {
  const { anxiety, avoidance, anxietyPlace, avoidancePlace, population } = reading;
  const scores = messages.text("charts.plane.words", {
    session: reading.session,
    anxiety: rounded(anxiety.value),
    anxietyMinimum: anxiety.minimum,
    anxietyMaximum: anxiety.maximum,
    avoidance: rounded(avoidance.value),
    avoidanceMinimum: avoidance.minimum,
    avoidanceMaximum: avoidance.maximum,
  });
  if (anxietyPlace.kind === "unplaced" || avoidancePlace.kind === "unplaced" || population === null)
    return scores;
  const shown = (value: number) => `${value > 0 ? "+" : ""}${decimal(value, 1, messages)}`;
  const compared = messages.text("charts.plane.words.compared", {
    population: population.title,
    anxiety: shown(anxietyPlace.fromMean),
    anxietyLower: shown(anxietyPlace.lower),
    anxietyUpper: shown(anxietyPlace.upper),
    avoidance: shown(avoidancePlace.fromMean),
    avoidanceLower: shown(avoidancePlace.lower),
    avoidanceUpper: shown(avoidancePlace.upper),
  });
  return `${scores} ${compared}`;
}

function fields(
  left: number,
  right: number,
  top: number,
  bottom: number,
  markX: number,
  markY: number,
  { text }: StaffMessages,
): readonly Child[] {
  const name = (strategy: Strategy, x: number, y: number, anchor: "start" | "end", room: number): Child =>
    room < 90
      ? null
      : element("text", { class: "chart-small chart-halo", x, y, "text-anchor": anchor }, [
          text(`charts.strategy.${strategy}`),
        ]);
  return [
    name("deactivating", left + 8, top + 16, "start", markX - left),
    name("fearful", right - 8, top + 16, "end", right - markX),
    name("secure", left + 8, bottom - 8, "start", markX - left),
    name("hyperactivating", right - 8, bottom - 8, "end", right - markX),
  ].filter((each) => each !== null && markY > top);
}

function axes(
  left: number,
  right: number,
  top: number,
  bottom: number,
  { anxiety, avoidance }: AttachmentReading,
  { text, format }: StaffMessages,
): readonly Child[] {
  const small = (x: number, y: number, words: string, anchor: "start" | "middle" | "end"): Child =>
    element("text", { class: "chart-small", x, y, "text-anchor": anchor }, [words]);
  const middle = (top + bottom) / 2;
  return [
    small(left, bottom + 17, format.number(anxiety.minimum), "start"),
    small(right, bottom + 17, format.number(anxiety.maximum), "end"),
    element(
      "text",
      { class: "chart-heading", x: (left + right) / 2, y: bottom + 34, "text-anchor": "middle" },
      [text("charts.plane.anxiety")],
    ),
    small(left - 6, bottom, format.number(avoidance.minimum), "end"),
    small(left - 6, top + 10, format.number(avoidance.maximum), "end"),
    element(
      "text",
      {
        class: "chart-heading",
        x: 16,
        y: middle,
        "text-anchor": "middle",
        transform: `rotate(-90 16 ${round(middle)})`,
      },
      [text("charts.plane.avoidance")],
    ),
  ];
}

/** Where the population lies. */
function cross(x: number, y: number, { text }: StaffMessages): Child {
  return element(
    "path",
    { class: "plane-mean", d: `M${round(x - 5)},${round(y)}h10M${round(x)},${round(y - 5)}v10` },
    [element("title", {}, [text("charts.plane.mean")])],
  );
}
