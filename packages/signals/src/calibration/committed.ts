import calibration from "./calibration.json" with { type: "json" };
import type { CalibrationTable } from "./table.ts";

/** The table that ships with this version of the rules: `npm run calibration` writes it. */
export const committedCalibration = calibration as CalibrationTable;
