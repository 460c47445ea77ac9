import type { StaffMessages } from "@concord/messages";
import type { ReevaluationReason } from "@concord/practice";

/** Returns why all clients are recalculated, as a list: "the rules changed and nightly run". */
export const reasonList = ({ text, format }: StaffMessages, reasons: readonly ReevaluationReason[]): string =>
  format.list(reasons.map((reason) => text(`settings.recalculation.reason.${reason}`)));
