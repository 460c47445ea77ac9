import { type AllianceEvent, repairStateOf } from "@concord/signals";
import type { RepairLoop } from "../views/repair.ts";

/** Returns the events of a case as ruptures with their repair, newest first. */
export function repairLoops(events: readonly AllianceEvent[]): readonly RepairLoop[] {
  return events
    .filter((event) => event.alerts)
    .map((event): RepairLoop => {
      const taken = Object.values(event.steps).filter((step) => step !== null).length;
      return {
        rupture: event.start,
        until: event.end,
        message: event.message,
        findings: event.signals,
        seenBy: event.seenBy,
        steps: event.steps,
        remeasured: event.remeasured,
        state: repairStateOf(taken, event.remeasured),
      };
    })
    .toSorted((a, b) => b.rupture - a.rupture);
}
