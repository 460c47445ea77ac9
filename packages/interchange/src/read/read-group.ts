import type { Instrument, Item } from "@concord/instruments";
import type { ItemGroup } from "../mapping/plan.ts";
import type { Unknown } from "../measured/facts.ts";
import type { ProblemKind } from "../problem.ts";
import { answerOf, type DecimalMark, itemNumbered, numberIn } from "./read-cell.ts";

/** A group of columns whose items are known. */
export interface GroupForm {
  readonly kind: "group-form";
  readonly form: Instrument;
  readonly items: readonly { readonly at: number; readonly column: string; readonly item: Item }[];
}

/** Brings a group's columns to the items of a form, or says which item the form does not have. */
export function groupForm(group: ItemGroup, form: Instrument): GroupForm | Unknown {
  const items: { at: number; column: string; item: Item }[] = [];
  for (const { at, column, item: number } of group.items) {
    const item = itemNumbered(form, number);
    if (item === null) {
      return {
        kind: "unknown",
        problem: "unknown-item",
        sentence: `${form.shortTitle} has no item ${number}.`,
      };
    }
    if (item.response.kind !== "text") items.push({ at, column, item });
  }
  return { kind: "group-form", form, items };
}

export interface GroupAnswers {
  readonly values: Readonly<Record<string, number>>;
  readonly answered: number;
  readonly missing: number;
}

/** Reads the answers of one form that stand side by side. A faulty answer is told and left out; the others stay. */
export function readGroup(
  group: GroupForm,
  field: (at: number) => string,
  isMissing: (text: string) => boolean,
  decimal: DecimalMark,
  line: number,
  tell: (problem: ProblemKind, column: string, sentence: string) => void,
): GroupAnswers {
  const values: Record<string, number> = {};
  let answered = 0;
  let missing = 0;
  for (const { at, column, item } of group.items) {
    const text = field(at);
    if (isMissing(text)) {
      missing++;
      continue;
    }
    const number = numberIn(text, decimal, line);
    const read = number.kind === "value" ? answerOf(number.value, group.form, item) : number;
    if (read.kind === "fault") {
      tell(read.problem, column, read.sentence);
      continue;
    }
    values[item.id] = read.value;
    answered++;
  }
  return { values, answered, missing };
}
