import { attentionKinds, weightOrder } from "@concord/signals";
import type { TracedCase } from "./trace-file.ts";

/** Returns whether something needs attention before the next session. */
export const standsOut = ({ attention }: TracedCase): boolean => attention.items.length > 0;

/** Returns the cases by what needs attention first; among equals, as in the file. */
export function byAttention(cases: readonly TracedCase[]): readonly TracedCase[] {
  const place = ({ attention: { items, weight } }: TracedCase): number => {
    const byWeight = weight === null ? weightOrder.length : weightOrder.indexOf(weight);
    const first = items[0];
    return byWeight * attentionKinds.length + (first === undefined ? 0 : attentionKinds.indexOf(first.kind));
  };
  return [...cases].sort((a, b) => place(a) - place(b));
}
