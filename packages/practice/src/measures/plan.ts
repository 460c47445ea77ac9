import { type AgeBand, findInstrument } from "@concord/instruments";
import { z } from "zod";
import { InvalidInput } from "../permit.ts";

/** Whether a case is seen alone or in a group. */
export type CareSetting = "individual" | "group";

/** The age bands and settings that a plan has questionnaires for. */
export const ageBands = ["adult", "adolescent", "child"] as const satisfies readonly AgeBand[];
export const careSettings = ["individual", "group"] as const satisfies readonly CareSetting[];

/** The phases of a treatment, at whose beginning questionnaires can be given. */
export const phases = ["engagement", "working-through", "termination"] as const;

/** Which of the questionnaires of a sitting come first where they take longer than its limit: 1 before 2 before 3. */
const priorities = [1, 2, 3] as const;

/** What people are asked to do at most in one sitting, in minutes. */
export const minutesLimits = { least: 1, most: 60 } as const;

const longestInterval = 52;
const lastSession = 500;
const mostRows = 200;

const count = (most: number) => z.int().min(1).max(most);

const timing = z.strictObject({
  /** Before the first session. */
  intake: z.boolean(),
  /** At the session `from` and at each `every`th after it. */
  sessions: z.strictObject({ every: count(longestInterval), from: count(lastSession) }).nullable(),
  /** At these sessions. */
  at: z.array(count(lastSession)).max(20),
  /** At the first session, and at the first session after so many weeks. */
  weeks: count(longestInterval).nullable(),
  /** At the first session of these phases. */
  phases: z.array(z.enum(phases)),
  /** At the session in which the end was agreed. */
  ending: z.boolean(),
});

const row = z.strictObject({
  instrument: z.string().max(100),
  setting: z.enum(careSettings),
  ageBands: z.array(z.enum(ageBands)).min(1),
  when: timing,
  priority: z.literal(priorities),
  /** What happens if it was not answered: asked at the next session, or left out until it is due again. */
  whenMissed: z.enum(["next-session", "leave-out"]),
});

const minutes = z.int().min(minutesLimits.least).max(minutesLimits.most);

const practicePlan = z.strictObject({
  version: z.literal(1),
  /** The template that it began with; null where it is unknown. */
  template: z.string().max(40).nullable(),
  /** The most minutes that one person is asked for in one sitting. */
  minutes,
  rows: z.array(row).max(mostRows),
});

const casePlan = z.strictObject({
  version: z.literal(1),
  /** The limit of this client; null for that of the practice. */
  minutes: minutes.nullable(),
  /** Instruments of the practice's plan that this client is not given. */
  off: z.array(z.string().max(100)).max(mostRows),
  /** What this client is given instead, by instrument, and besides. */
  rows: z.array(row).max(mostRows),
});

/** When a questionnaire is due. Several can hold at once: at intake and at every second session. */
export type Timing = z.infer<typeof timing>;
export type PlanRow = z.infer<typeof row>;
/** Which questionnaires a practice gives, to whom and when. */
export type MeasurePlan = z.infer<typeof practicePlan>;
/** What differs from the practice's plan for one client. */
export type CasePlan = z.infer<typeof casePlan>;

/** Never due: the beginning of a timing of which only some is said. */
export const never: Timing = {
  intake: false,
  sessions: null,
  at: [],
  weeks: null,
  phases: [],
  ending: false,
};

/** Returns the plan of a practice that was stored or entered. Throws `InvalidInput` for another version or a mistake. */
export function planOf(content: unknown): MeasurePlan {
  const plan = checked(practicePlan, content);
  requireOnce(plan.rows);
  return plan;
}

/** Returns what differs for a client, as stored or entered. Throws `InvalidInput` for another version or a mistake. */
export function casePlanOf(content: unknown): CasePlan {
  const plan = checked(casePlan, content);
  requireOnce(plan.rows);
  return plan;
}

/**
 * Returns the plan of one case: the practice's, without what was switched off, and with the client's own rows in place
 * of those of the same instrument.
 */
export function planForCase(plan: MeasurePlan, own: CasePlan | null): MeasurePlan {
  if (own === null) return plan;
  const replaced = new Set([...own.off, ...own.rows.map(({ instrument }) => instrument)]);
  return {
    ...plan,
    minutes: own.minutes ?? plan.minutes,
    rows: [...plan.rows.filter(({ instrument }) => !replaced.has(instrument)), ...own.rows],
  };
}

/** Returns whether a timing says anything: a row that is never due is a mistake. */
function isEver(when: Timing): boolean {
  return (
    when.intake ||
    when.sessions !== null ||
    when.at.length > 0 ||
    when.weeks !== null ||
    when.phases.length > 0 ||
    when.ending
  );
}

function checked<Plan>(schema: z.ZodType<Plan>, content: unknown): Plan {
  const version = z.object({ version: z.unknown() }).safeParse(content).data?.version;
  if (version !== 1) {
    throw new InvalidInput({ id: "refusals.measures.version", values: { version: String(version) } });
  }
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  const field = result.error.issues[0]?.path.join(".") ?? "";
  throw new InvalidInput({ id: "refusals.measures.plan", values: { field } }, field);
}

/** Throws where a row cannot hold: an unknown instrument, no time, or twice for the same people. */
function requireOnce(rows: readonly PlanRow[]): void {
  const seen = new Set<string>();
  for (const { instrument, setting, ageBands: bands, when } of rows) {
    const title = findInstrument(instrument)?.title ?? instrument;
    if (!isEver(when)) throw new InvalidInput({ id: "refusals.measures.never", values: { title } }, "when");
    for (const band of bands) {
      const place = `${setting} ${band} ${instrument}`;
      if (seen.has(place)) throw new InvalidInput({ id: "refusals.measures.twice", values: { title } });
      seen.add(place);
    }
  }
}
