import { findInstrument } from "@concord/instruments";
import { seededChance, wholeNumberBelow } from "@concord/numerics";
import { newIdentifier } from "@concord/store";
import { type AppContext, inPractice } from "../app-context.ts";
import { refresh } from "../refresh.ts";
import { pick } from "./draw.ts";
import type { Scenario } from "./scenario.ts";
import { broken, ceiling, declining, growing, low, mended, type Shape, stable } from "./shape.ts";
import { simulateCase } from "./simulate-case.ts";
import { weeklyDates } from "./weeks.ts";
import { type WrittenCase, writeCases } from "./write-cases.ts";

const together = 250;
const form = { instrument: "concord-alliance-session-client-adult", rater: "client" } as const;
const firstNames = [
  "Alex",
  "Bela",
  "Chris",
  "Dana",
  "Eli",
  "Frida",
  "Gil",
  "Hana",
  "Ivo",
  "Jo",
  "Kim",
  "Lou",
];

/**
 * A large practice for measuring: many made-up cases of one length with the client's session form in each
 * session, written as every other case is, course and caseload line included.
 */
export async function seedMany(
  context: AppContext,
  of: {
    readonly practice: string;
    readonly therapists: readonly string[];
    readonly cases: number;
    readonly sessions: number;
    readonly seed: number;
  },
  onProgress: (done: number) => void = () => {},
): Promise<void> {
  for (let from = 0; from < of.cases; from += together) {
    const count = Math.min(together, of.cases - from);
    const written = Array.from({ length: count }, (_, index): WrittenCase => {
      const number = from + index;
      const chance = seededChance(of.seed + number);
      const scenario: Scenario = {
        client: `${pick(chance, firstNames)} ${String(number + 1).padStart(5, "0")}`,
        ageBand: "adult",
        therapist: 0,
        sessions: of.sessions,
        shape: shapeOf(wholeNumberBelow(chance, 100), of.sessions),
      };
      const dates = weeklyDates({
        count: of.sessions,
        weekday: 1 + (number % 5),
        now: context.now(),
        weeksAgo: 0,
      });
      const making = {
        dates,
        formsIn: (session: number) => (session === 0 ? [] : [form]),
        find: findInstrument,
      };
      return {
        simulated: simulateCase(scenario, making, chance),
        episode: newIdentifier(),
        therapist: of.therapists[number % of.therapists.length]!,
      };
    });
    await inPractice(context, of.practice, async (scope) => {
      await writeCases(scope, written);
      await refresh(
        scope,
        written.map((one) => one.episode),
      );
    });
    onProgress(from + count);
  }
}

/** Most therapies go well; about one in three has something to see. */
function shapeOf(percentile: number, sessions: number): Shape {
  if (percentile < 35) return stable(60 + percentile);
  if (percentile < 65) return growing(45 + (percentile % 15));
  if (percentile < 78) return mended(72, 2 + (percentile % Math.max(1, sessions - 2)));
  if (percentile < 86) return broken(74, Math.max(2, sessions - (percentile % 4)));
  if (percentile < 91) return low(32);
  return percentile < 96 ? declining(80, 1.6) : ceiling;
}
