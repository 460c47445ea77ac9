import type { Text } from "@concord/messages";
import { ageBands, careSettings, type PlanRow, phases } from "@concord/practice";
import { z } from "zod";
import { decodeForm, rejectForm } from "../form/decode.server.ts";
import { text, wholeNumber } from "../form/fields.server.ts";
import type { RejectedForm } from "../form/rejected-form.ts";

const check = z.boolean().optional();

const rowForm = z.object({
  instrument: text(100),
  setting: z.enum(careSettings),
  ageBands: z.array(z.enum(ageBands)).min(1),
  intake: check,
  every: wholeNumber(1, 52).optional(),
  from: wholeNumber(1, 500).optional(),
  at: text(200).optional(),
  weeks: wholeNumber(1, 52).optional(),
  phases: z.array(z.enum(phases)).optional(),
  ending: check,
  priority: z.enum(["1", "2", "3"]),
  whenMissed: z.enum(["next-session", "leave-out"]),
});

/** Returns a row of a plan as its form sent it, or what was entered with what is wrong. */
export function sentRow(sent: FormData): { readonly kind: "row"; readonly row: PlanRow } | RejectedForm {
  const decoded = decodeForm(sent, rowForm);
  if (decoded.kind === "rejected") return decoded;
  const { instrument, setting, whenMissed, ...given } = decoded.value;
  const at = sessionNumbers(given.at ?? "");
  if (at === null) return rejectForm(sent, { at: { id: "measures.problem.at", values: {} } satisfies Text });
  if (given.every === undefined && given.from !== undefined)
    return rejectForm(sent, { every: { id: "form.problem.empty", values: {} } satisfies Text });
  return {
    kind: "row",
    row: {
      instrument,
      setting,
      ageBands: given.ageBands,
      when: {
        intake: given.intake === true,
        sessions: given.every === undefined ? null : { every: given.every, from: given.from ?? 1 },
        at,
        weeks: given.weeks ?? null,
        phases: given.phases ?? [],
        ending: given.ending === true,
      },
      priority: given.priority === "1" ? 1 : given.priority === "2" ? 2 : 3,
      whenMissed,
    },
  };
}

/** Returns the sessions in "3, 10"; null where something else was entered. */
function sessionNumbers(given: string): number[] | null {
  const words = given.split(/[\s,;]+/).filter((word) => word !== "");
  const numbers = words.map(Number);
  return numbers.every((number) => Number.isInteger(number) && number >= 1 && number <= 500)
    ? [...new Set(numbers)].sort((one, two) => one - two)
    : null;
}
