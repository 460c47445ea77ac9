import type { CareSetting } from "../measures/plan.ts";
import { plannedSittings } from "../measures/planned-forms.ts";
import type { ScheduledForm } from "../measures/sitting-order.ts";
import { defaultPlan } from "../measures/templates.ts";
import type { Scenario } from "./scenario.ts";

/** Returns what the standard plan has for each session of a simulated case, in the order of the plan. */
export function formsOfSessions(
  { ageBand, sessions }: Pick<Scenario, "ageBand" | "sessions">,
  setting: CareSetting,
  canStart: (instrument: string) => boolean,
): (session: number) => readonly ScheduledForm[] {
  const course = {
    ageBand,
    setting,
    sessions: Array.from({ length: sessions + 1 }, (_, session) => ({ session, heldOn: null })),
    given: "as-planned",
    phaseOf: () => null,
    endingFrom: null,
  } as const;
  const place = new Map(defaultPlan.rows.map(({ instrument }, index) => [instrument, index]));
  const planned = [...plannedSittings(defaultPlan, course, () => null)].map(({ forms }) =>
    forms
      .filter(({ instrument }) => canStart(instrument))
      .toSorted((one, two) => (place.get(one.instrument) ?? 0) - (place.get(two.instrument) ?? 0)),
  );
  return (session) => planned[session] ?? [];
}
