import type { Edition } from "@concord/evidence";

/** An edition as one line of a list. */
export interface EditionLine {
  readonly id: string;
  readonly synthesis: string;
  readonly number: number;
  readonly date: string;
  readonly because: string;
}

export function editionLine({ id, synthesis, number, date, because }: Edition): EditionLine {
  return { id, synthesis, number, date, because };
}
