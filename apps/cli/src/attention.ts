import { weightOrder } from "@concord/signals";
import type { TracedCase } from "./trace-file.ts";

/** Whether an outcome measure is reliably worse than it was at first. */
export const gotWorse = ({ course }: TracedCase): boolean =>
  course.changes.some((change) => change.kind === "change" && change.state === "deteriorated");

/** Whether there is something to think about before the next session. */
export const standsOut = (own: TracedCase): boolean => own.current.length > 0 || gotWorse(own);

/** Who needs a thought first; a worse outcome weighs like a clear change. Among equals, as in the file. */
export function byAttention(cases: readonly TracedCase[]): readonly TracedCase[] {
  const place = (own: TracedCase): number => {
    const weight = own.current[0]?.weight;
    const bySignal = weight === undefined ? weightOrder.length : weightOrder.indexOf(weight);
    return gotWorse(own) ? Math.min(bySignal, weightOrder.indexOf("credible")) : bySignal;
  };
  return [...cases].sort((a, b) => place(a) - place(b));
}
