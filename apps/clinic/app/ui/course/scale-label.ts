import type { StaffMessages } from "@concord/messages";

const known = ["total", "bond", "tasks", "goals"] as const;

/** Returns the name of a scale. One that only a file of ratings knows has the name that it has there. */
export function scaleLabel(scale: string, { text }: StaffMessages): string {
  const own = known.find((each) => each === scale);
  return own === undefined ? scale : text(`charts.scale.${own}`);
}
