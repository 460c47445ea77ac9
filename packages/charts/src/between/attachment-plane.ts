import type { AttachmentReading, Strategy } from "@concord/course";
import { scaleLinear } from "d3-scale";
import { frame } from "../frame.ts";
import { raterMark } from "../marks/rater-mark.ts";
import { type Child, element, round } from "../svg.ts";
import { strategyWords } from "./words.ts";

export interface AttachmentPlaneOptions {
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
  options: AttachmentPlaneOptions = {},
): string {
  const { id = "attachment-plane", width = 420 } = options;
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
      cross(x(plane.mean.anxiety), y(plane.mean.avoidance)),
    );
  }
  children.push(...axes(left, right, top, bottom, newest));
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
      ...fields(left, right, top, bottom, x(plane.marked.anxiety), y(plane.marked.avoidance)),
    );
  }
  for (const [index, reading] of readings.entries()) {
    const isNewest = index === readings.length - 1;
    const hint = `${occasion(reading)}: anxiety ${short(reading.anxiety.value)}, avoidance ${short(reading.avoidance.value)}`;
    children.push(
      raterMark("client", x(reading.anxiety.value), y(reading.avoidance.value), isNewest ? 6 : 3, hint),
    );
  }
  return frame(
    {
      id,
      width,
      height: bottom + 46,
      title: "Attachment anxiety and avoidance",
      description: describePlane(newest),
      standalone: options.standalone === true,
    },
    children,
  );
}

/** The newest form in a sentence, with its limits where there are norms. */
export function describePlane(reading: AttachmentReading): string {
  const { anxiety, avoidance, anxietyPlace, avoidancePlace } = reading;
  const raw =
    `${occasion(reading)}: anxiety ${short(anxiety.value)} on ${anxiety.minimum} to ${anxiety.maximum}, ` +
    `avoidance ${short(avoidance.value)} on ${avoidance.minimum} to ${avoidance.maximum}.`;
  if (anxietyPlace.kind === "unplaced" || avoidancePlace.kind === "unplaced") return raw;
  const place = (of: typeof anxietyPlace) =>
    `${signed(of.fromMean)} (95% ${signed(of.lower)} to ${signed(of.upper)})`;
  return (
    `${raw} In standard deviations from the mean of “${reading.population?.title}”: ` +
    `anxiety ${place(anxietyPlace)}, avoidance ${place(avoidancePlace)}.`
  );
}

function fields(
  left: number,
  right: number,
  top: number,
  bottom: number,
  markX: number,
  markY: number,
): readonly Child[] {
  const name = (strategy: Strategy, x: number, y: number, anchor: "start" | "end", room: number): Child =>
    room < 90
      ? null
      : element("text", { class: "chart-small chart-halo", x, y, "text-anchor": anchor }, [
          strategyWords[strategy].plain,
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
): readonly Child[] {
  const small = (x: number, y: number, words: string, anchor: "start" | "middle" | "end"): Child =>
    element("text", { class: "chart-small", x, y, "text-anchor": anchor }, [words]);
  const middle = (top + bottom) / 2;
  return [
    small(left, bottom + 17, String(anxiety.minimum), "start"),
    small(right, bottom + 17, String(anxiety.maximum), "end"),
    element(
      "text",
      { class: "chart-heading", x: (left + right) / 2, y: bottom + 34, "text-anchor": "middle" },
      ["Anxiety: afraid to be left →"],
    ),
    small(left - 6, bottom, String(avoidance.minimum), "end"),
    small(left - 6, top + 10, String(avoidance.maximum), "end"),
    element(
      "text",
      {
        class: "chart-heading",
        x: 16,
        y: middle,
        "text-anchor": "middle",
        transform: `rotate(-90 16 ${round(middle)})`,
      },
      ["Avoidance: keeps away →"],
    ),
  ];
}

/** Where the population lies. */
function cross(x: number, y: number): Child {
  return element(
    "path",
    { class: "plane-mean", d: `M${round(x - 5)},${round(y)}h10M${round(x)},${round(y - 5)}v10` },
    [element("title", {}, ["Mean of the people compared with"])],
  );
}

function occasion({ session }: AttachmentReading): string {
  return session === 0 ? "At intake" : `Session ${session}`;
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function signed(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return rounded < 0 ? `−${Math.abs(rounded).toFixed(1)}` : `+${rounded.toFixed(1)}`;
}
