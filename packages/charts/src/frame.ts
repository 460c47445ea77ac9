import { standaloneStyles } from "./style.ts";
import { type Child, element, type Markup } from "./svg.ts";

export interface Frame {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly standalone: boolean;
}

/**
 * The `<svg>` every chart is in: named, described, of a fixed size, with its own colours if it travels.
 */
export function frame(of: Frame, children: readonly Child[]): string {
  const svg = element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: of.width < 560 ? "chart chart--narrow" : "chart",
      id: of.id,
      role: "img",
      "aria-labelledby": `${of.id}-title ${of.id}-desc`,
      viewBox: `0 0 ${Math.round(of.width)} ${Math.round(of.height)}`,
      width: Math.round(of.width),
      height: Math.round(of.height),
    },
    [
      element("title", { id: `${of.id}-title` }, [of.title]),
      element("desc", { id: `${of.id}-desc` }, [of.description]),
      ...(of.standalone ? [styleElement(), background(of)] : []),
      ...children,
    ],
  );
  return `${svg.markup}\n`;
}

/** The rules are ours and hold no angle brackets, so they need no escaping; quotes must stay quotes. */
function styleElement(): Markup {
  return { markup: `<style>\n${standaloneStyles()}</style>`, block: true };
}

function background(of: Frame): Markup {
  return element("rect", { class: "chart-background", width: of.width, height: of.height });
}
