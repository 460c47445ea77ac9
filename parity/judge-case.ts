import { type Comparison, compare, countValues } from "./compare.ts";
import { evaluateCase } from "./evaluate-case.ts";
import type { Ask } from "./question.ts";
import { NoCounterpart } from "./r/value.ts";
import type { ReferenceCase } from "./reference-case.ts";
import { rulesFor } from "./rules.ts";
import type { CommandLine } from "./run-command.ts";

/** How one case came out, by one way to compute it. */
export interface Verdict extends Comparison {
  readonly differing: number;
  readonly omitted: number;
  /** What keeps the case from passing; empty when it passes. */
  readonly failures: readonly string[];
}

/** Compares a case by the functions of the packages. */
export function judgeByFunctions(reference: ReferenceCase): Verdict {
  return verdict(reference, (question) => question.ours());
}

/** Compares a case by the command line. A case may ask again with what it has been answered. */
export async function judgeByCommands(reference: ReferenceCase, line: CommandLine): Promise<Verdict> {
  for (let round = 0; round < 12; round++) {
    const found = verdict(reference, line.ask, false);
    if (!(await line.answerPending())) return found;
  }
  return verdict(reference, line.ask, false);
}

function verdict(reference: ReferenceCase, ask: Ask, mustCompare = true): Verdict {
  const rules = typeof reference.r_code === "string" ? rulesFor(reference.r_code) : [];
  const found = comparisonOf(reference, ask, rules);
  const differing = found.disagreements.reduce((total, { values }) => total + values, 0);
  const omitted = found.leftOut.reduce((total, { values }) => total + values, 0);
  const nothing = mustCompare && found.agreeing + differing === 0 ? ["compared 0 values"] : [];
  const failures = [...nothing, ...(differing === 0 ? [] : [`${differing} values differ or have no result`])];
  return { ...found, differing, omitted, failures };
}

function comparisonOf(reference: ReferenceCase, ask: Ask, rules: ReturnType<typeof rulesFor>): Comparison {
  const { expected, tolerance } = reference;
  const limits = tolerance ?? { rel: 1e-8, abs: 1e-10 };
  try {
    if (expected === undefined || expected === null || countValues(expected) === 0)
      throw new RangeError("the case expects nothing");
    return compare(evaluateCase(reference, ask), expected, limits, rules);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const values = Math.max(1, countValues(expected ?? null));
    if (error instanceof NoCounterpart)
      return { agreeing: 0, disagreements: [], leftOut: [{ path: "", reason, values }], looser: [] };
    return {
      agreeing: 0,
      disagreements: [{ path: "", expected, got: undefined, limit: limits, reason, values }],
      leftOut: [],
      looser: [],
    };
  }
}
