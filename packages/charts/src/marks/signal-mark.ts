import type { StaffMessages } from "@concord/messages";
import type { Weight } from "@concord/signals";
import type { SignalKey, SignalWithText } from "../signal-key.ts";
import { element, type Markup, round } from "../svg.ts";

/**
 * A numbered flag. Its shape tells the weight: octagon at once, square lasting, triangle clear, disc a note.
 */
export function signalFlag(
  key: SignalKey<SignalWithText>,
  x: number,
  y: number,
  { text }: StaffMessages,
): Markup {
  const { weight, number } = key;
  return element("g", { class: "chart-signal" }, [
    element("title", {}, [
      text("charts.course.signal", {
        number,
        severity: weight,
        session: key.session,
        findings: key.signals.map((signal) => signal.text).join(" "),
      }),
    ]),
    element("path", { class: `chart-flag chart-weight--${weight}`, d: flagOutline(weight, x, y) }),
    element(
      "text",
      {
        class: `chart-flag-number chart-flag-number--${weight}`,
        x,
        y: y + (weight === "credible" ? 2.5 : 4),
      },
      [String(number)],
    ),
  ]);
}

/** The ring around the point a signal speaks of. */
export function signalRing(weight: Weight, x: number, y: number): Markup {
  return element("circle", { class: `chart-ring chart-weight--${weight}`, cx: x, cy: y, r: 7.5 });
}

/** From the flag down to its point, so that the eye finds it. */
export function signalLeader(weight: Weight, x: number, from: number, to: number): Markup {
  return element("path", {
    class: `chart-leader chart-weight--${weight}`,
    d: `M${round(x)},${round(from)}V${round(to)}`,
  });
}

export function flagOutline(weight: Weight, x: number, y: number): string {
  const at = (dx: number, dy: number) => `${round(x + dx)},${round(y + dy)}`;
  switch (weight) {
    case "urgent":
      return `M${octagon.map(([dx, dy]) => at(dx, dy)).join("L")}Z`;
    case "persistent":
      return `M${at(-8, -8)}H${round(x + 8)}V${round(y + 8)}H${round(x - 8)}Z`;
    case "credible":
      return `M${at(-12, -8)}H${round(x + 12)}L${at(0, 11)}Z`;
    case "note":
      return `M${at(-8, 0)}a8,8 0 1 1 16,0a8,8 0 1 1 -16,0Z`;
  }
}

const octagon = [
  [-4, -9],
  [4, -9],
  [9, -4],
  [9, 4],
  [4, 9],
  [-4, 9],
  [-9, 4],
  [-9, -4],
] as const;
