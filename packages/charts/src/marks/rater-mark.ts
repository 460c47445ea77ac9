import { element, type Markup, round } from "../svg.ts";

export type Chair = "client" | "therapist" | "observer" | "caregiver" | "member" | "outcome";

/** Whose rating: told by shape first, by colour second. Client a full disc, therapist an open diamond. */
export function raterMark(chair: Chair, x: number, y: number, radius: number, hint?: string): Markup {
  const title = hint === undefined ? [] : [element("title", {}, [hint])];
  const open = chair === "therapist" || chair === "observer" || chair === "outcome";
  const className = `chart-mark chart-mark--${chair}${open ? " chart-mark--open" : ""}`;
  if (chair === "client" || chair === "outcome") {
    return element("circle", { class: className, cx: x, cy: y, r: radius }, title);
  }
  return element("path", { class: className, d: outline(chair, x, y, radius) }, title);
}

function outline(chair: Exclude<Chair, "client" | "outcome">, x: number, y: number, radius: number): string {
  const at = (dx: number, dy: number) => `${round(x + dx * radius)},${round(y + dy * radius)}`;
  switch (chair) {
    case "therapist":
      return `M${at(0, -1.35)}L${at(1.35, 0)}L${at(0, 1.35)}L${at(-1.35, 0)}Z`;
    case "observer":
      return `M${at(-1, -1)}L${at(1, -1)}L${at(1, 1)}L${at(-1, 1)}Z`;
    case "caregiver":
      return `M${at(0, -1.25)}L${at(1.2, 0.9)}L${at(-1.2, 0.9)}Z`;
    case "member":
      return `M${at(-1.1, -1.1)}L${at(1.1, 1.1)}M${at(-1.1, 1.1)}L${at(1.1, -1.1)}`;
  }
}
