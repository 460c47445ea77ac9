import { ceiling } from "./detectors/ceiling.ts";
import { controlChart } from "./detectors/control-chart.ts";
import { drop } from "./detectors/drop.ts";
import { lowStart } from "./detectors/low-start.ts";
import { missing } from "./detectors/missing.ts";
import { risk } from "./detectors/risk.ts";
import { ruptureReported } from "./detectors/rupture-reported.ts";
import type { Detector } from "./signal.ts";

/** Every rule Concord knows, side by side; none of them is hidden, and none is the last word. */
export const detectors: readonly Detector[] = [
  risk,
  ruptureReported,
  drop,
  controlChart,
  lowStart,
  ceiling,
  missing,
];

/** The rules that speak when nobody has chosen others. */
export const firstSignals: readonly Detector[] = detectors;

/** The rule of this name, or null. */
export function findDetector(id: string): Detector | null {
  return detectors.find((detector) => detector.id === id) ?? null;
}
