import type { Plan, WordSource } from "../mapping/plan.ts";
import type { ReadColumn } from "../ratings.ts";

/** Returns the columns of a plan with what each is read as, in the order of the file. */
export function columnsRead(plan: Plan): readonly ReadColumn[] {
  const found = new Map<number, ReadColumn>();
  const add = (at: number, as: ReadColumn["as"], type: ReadColumn["type"]): void => {
    if (!found.has(at)) found.set(at, { name: plan.heading[at]!, as, type });
  };
  const addWord = (source: WordSource | undefined, as: ReadColumn["as"]): void => {
    if (source?.kind === "column") add(source.at, as, "text");
  };
  if (plan.case !== null) add(plan.case.at, "case", "text");
  if (plan.when.kind === "session") add(plan.when.at, "session", "number");
  if (plan.when.kind === "date") add(plan.when.at, "date", "date");
  if (plan.when.kind === "time") add(plan.when.at, "time", "text");
  if (plan.date !== null) add(plan.date.at, "date", "date");
  if (plan.therapist !== null) add(plan.therapist.at, "therapist", "text");
  for (const { at, rater, instrument, target, item, kind } of plan.cells) {
    add(at, "value", "number");
    addWord(rater, "rater");
    addWord(instrument, "instrument");
    addWord(target, kind === "item" ? "item" : "scale");
    addWord(item, "item");
  }
  for (const { rater, items } of plan.groups) {
    addWord(rater, "rater");
    for (const { at } of items) add(at, "value", "number");
  }
  for (const { at } of plan.risks) add(at, "risk", "number");
  return [...found].sort(([a], [b]) => a - b).map(([, column]) => column);
}
