import type { Weight } from "@concord/signals";
import type { Terminal } from "../terminal.ts";

/** Colour for those who see it; every meaning is also in the words. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly weight: (weight: Weight, text: string) => string;
}

const codes: Readonly<Record<Weight, string>> = {
  urgent: "31;1",
  persistent: "33;1",
  credible: "33",
  note: "36",
};

export function paintFor(terminal: Terminal): Paint {
  const with_ = (code: string) => (text: string) =>
    terminal.colour ? `\u001b[${code}m${text}\u001b[0m` : text;
  return {
    strong: with_("1"),
    faint: with_("2"),
    weight: (weight, text) => with_(codes[weight])(text),
  };
}
