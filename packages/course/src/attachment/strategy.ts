import type { StaffMessage } from "@concord/messages";
import { jointReach } from "@concord/statistics/change";
import type { Course } from "../course.ts";
import { chanceBeyond, type Measured, type Place, placeAmong } from "../norms/place.ts";
import type { Population } from "../norms/population.ts";

/** What a person falls back on under threat when nobody safe is at hand; `secure` where neither is marked. */
export type Strategy = "secure" | "hyperactivating" | "deactivating" | "fearful";

export type Chances = Readonly<Record<Strategy, number>>;

/** Which strategy the two dimensions point to, and how surely. */
export type StrategyEstimate =
  | {
      readonly kind: "leaning";
      readonly strategy: Strategy;
      readonly chance: number;
      readonly chances: Chances;
    }
  | { readonly kind: "undecided"; readonly chances: Chances }
  | { readonly kind: "none"; readonly reason: StaffMessage };

export interface AttachmentReading {
  readonly instrument: string;
  readonly session: number;
  readonly date?: string;
  readonly anxiety: Measured;
  readonly avoidance: Measured;
  readonly anxietyPlace: Place;
  readonly avoidancePlace: Place;
  readonly population: Population | null;
  readonly leaning: StrategyEstimate;
  /** The plane's lines and the person's room on it, in the form's own points; null where nobody is placed. */
  readonly plane: AttachmentPlane | null;
}

/** What a drawing needs: where the population lies, from where a dimension is marked, and the joint limits. */
export interface AttachmentPlane {
  readonly mean: { readonly anxiety: number; readonly avoidance: number };
  readonly marked: { readonly anxiety: number; readonly avoidance: number };
  /** Half axes of the ellipse that holds both true values together. */
  readonly reach: { readonly anxiety: number; readonly avoidance: number };
  readonly level: number;
}

/**
 * From where on a dimension counts as marked, and from which chance a leaning is named. Both are choices of
 * Concord's, not of research.
 */
export const strategyRule = {
  version: "1.0.0",
  /** Standard deviations above the mean of the chosen population. */
  markedFrom: 0.5,
  namedFrom: 0.6,
  provisional: true,
} as const;

/** The newest attachment form of the client that has both dimensions; null where there is none. */
export function readAttachment(course: Course, population: Population | null): AttachmentReading | null {
  return attachmentReadings(course, population).at(-1) ?? null;
}

/**
 * Where do attachment anxiety and avoidance lie, and which strategy do they point to?
 *
 * The two dimensions are about independent of each other, so the chance of a quarter of the plane is the product
 * of two chances. Without norms of a chosen population there is no strategy: the same raw score is usual in one
 * place and rare in another. Oldest form first.
 */
export function attachmentReadings(
  course: Course,
  population: Population | null,
): readonly AttachmentReading[] {
  const own = course.series.filter((each) => each.construct === "attachment" && each.rater === "client");
  return own
    .filter((each) => each.scale === "anxiety")
    .flatMap((anxious) => {
      const avoidant = own.find(
        (each) => each.scale === "avoidance" && each.instrument === anxious.instrument,
      );
      return anxious.points.flatMap((point): readonly AttachmentReading[] => {
        const other = avoidant?.points.find((each) => each.session === point.session);
        if (avoidant === undefined || other === undefined) return [];
        const fitting = population?.instrument === anxious.instrument ? population : null;
        const anxiety = measured(anxious, point.value);
        const avoidance = measured(avoidant, other.value);
        const anxietyPlace = placeAmong(anxiety, fitting);
        const avoidancePlace = placeAmong(avoidance, fitting);
        return [
          {
            instrument: anxious.instrument,
            session: point.session,
            ...(point.date === undefined ? {} : { date: point.date }),
            anxiety,
            avoidance,
            anxietyPlace,
            avoidancePlace,
            population: fitting,
            leaning: leaningOf(anxietyPlace, avoidancePlace),
            plane: planeOf(anxietyPlace, avoidancePlace, fitting),
          },
        ];
      });
    })
    .sort((a, b) => a.session - b.session);
}

/**
 * Towards which strategy does someone lean? The chances of lying beyond the mark in anxiety and in avoidance, taken as
 * independent, give four chances; the likeliest is named only from `strategyRule.namedFrom` on. None without a place
 * on both.
 */
export function leaningOf(anxiety: Place, avoidance: Place): StrategyEstimate {
  if (anxiety.kind === "unplaced") return { kind: "none", reason: anxiety.reason };
  if (avoidance.kind === "unplaced") return { kind: "none", reason: avoidance.reason };
  const anxious = chanceBeyond(anxiety, strategyRule.markedFrom);
  const avoidant = chanceBeyond(avoidance, strategyRule.markedFrom);
  const chances: Chances = {
    secure: (1 - anxious) * (1 - avoidant),
    hyperactivating: anxious * (1 - avoidant),
    deactivating: (1 - anxious) * avoidant,
    fearful: anxious * avoidant,
  };
  const [strategy, chance] = ranked(chances)[0]!;
  return chance >= strategyRule.namedFrom
    ? { kind: "leaning", strategy, chance, chances }
    : { kind: "undecided", chances };
}

function planeOf(anxiety: Place, avoidance: Place, population: Population | null): AttachmentPlane | null {
  const norm = (scale: string) => population?.scales.find((each) => each.scale === scale);
  const [first, second] = [norm("anxiety"), norm("avoidance")];
  if (anxiety.kind === "unplaced" || avoidance.kind === "unplaced") return null;
  if (first === undefined || second === undefined) return null;
  const marked = (of: typeof first) => of.mean + strategyRule.markedFrom * of.standardDeviation;
  const level = 0.95;
  return {
    mean: { anxiety: first.mean, avoidance: second.mean },
    marked: { anxiety: marked(first), avoidance: marked(second) },
    reach: {
      anxiety: jointReach(level) * anxiety.standardError * first.standardDeviation,
      avoidance: jointReach(level) * avoidance.standardError * second.standardDeviation,
    },
    level,
  };
}

/** The likeliest first. */
function ranked(chances: Chances): readonly (readonly [Strategy, number])[] {
  const all: readonly Strategy[] = ["secure", "hyperactivating", "deactivating", "fearful"];
  return all.map((each) => [each, chances[each]] as const).toSorted((a, b) => b[1] - a[1]);
}

function measured(
  { scale, minimum, maximum }: { readonly scale: string; readonly minimum: number; readonly maximum: number },
  value: number,
): Measured {
  return { scale, value, minimum, maximum };
}
