import type { Edition } from "@concord/evidence";
import type { StaffMessages } from "@concord/messages";

/** An edition as one line of a list. */
export interface EditionLine {
  readonly id: string;
  readonly synthesis: string;
  readonly number: number;
  readonly date: string;
  readonly because: string;
}

export function editionLine(
  { id, synthesis, number, date, because }: Edition,
  { written }: StaffMessages,
): EditionLine {
  return { id, synthesis, number, date, because: written(because) };
}
