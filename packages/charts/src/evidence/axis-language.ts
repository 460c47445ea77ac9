import type { StaffMessages } from "@concord/messages";
import type { EffectAxis } from "./values.ts";

/** Returns an axis with its numbers as the language of `messages` writes them; `.28` for 0.28 is English alone. */
export function axisIn(axis: EffectAxis, { format }: StaffMessages): EffectAxis {
  const decimalSign = format.number(0.5).replace(/\d/g, "");
  return decimalSign === "." ? axis : { ...axis, decimalSign, zero: "written" };
}

/** Returns an axis of plain numbers, such as a standard error. */
export function plainAxis(label: string, messages: StaffMessages): EffectAxis {
  return axisIn({ label, spacing: "linear", reference: null }, messages);
}
