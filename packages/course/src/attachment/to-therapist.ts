import type { Course, Series } from "../course.ts";
import { leadSeries } from "../lead-series.ts";
import type { AttachmentReading } from "./strategy.ts";

/** One side of the client's attachment to the therapist: how strongly it is answered, 0–100 of the range. */
export interface SideOfBond {
  readonly side: "secure" | "avoidant" | "preoccupied";
  readonly session: number;
  readonly percent: number;
  /** The form before, where there is one. */
  readonly before: { readonly session: number; readonly percent: number } | null;
}

export interface Sign {
  readonly sign:
    | "secure-high"
    | "preoccupied-high"
    | "insecure-elsewhere"
    | "alliance-at-ceiling"
    | "depth-low";
  readonly state: "there" | "not-there" | "not-known";
}

/**
 * What the signs amount to. A question in every case, never a label: `worth-asking` where high security comes
 * with wishes to merge or insecurity elsewhere and with little depth or nothing but best marks; `settled` where it
 * comes with neither.
 */
export type SecurityPattern = "worth-asking" | "settled" | "not-secure" | "open" | "not-measured";

export interface BondReading {
  readonly sides: readonly SideOfBond[];
  readonly signs: readonly Sign[];
  readonly pattern: SecurityPattern;
  /**
   * Whether the client sees the therapist as someone stronger and wiser, of the latest form that asks; null where none did.
   * `lacking` below the middle of the scale, a choice of Concord's.
   */
  readonly strongerAndWiser: {
    readonly session: number;
    readonly percent: number;
    readonly level: "lacking" | "present";
  } | null;
}

/** Where the signs begin. Choices of Concord's in hundredths of each form's range; no study has set them. */
const pseudoSecureRule = {
  version: "1.0.0",
  secureFrom: 70,
  preoccupiedFrom: 50,
  ceilingFrom: 97,
  ceilingRatings: 3,
  depthBelow: 50,
  depthRatings: 3,
  strongerBelow: 50,
  provisional: true,
} as const;

/**
 * How does the client hold on to this therapist, and does the security look like more than it is?
 *
 * After Mallinckrodt, Gantt and Coble (1995, doi 10.1037/0022-0167.42.3.307): a high secure score together with
 * wishes to merge may be pseudo-secure, against an individuated security that can bear distance.
 */
export function readBond(course: Course, attachment: AttachmentReading | null): BondReading {
  const sides = (["secure", "avoidant", "preoccupied"] as const).flatMap((side) => {
    const series = ofClient(course, "attachment-to-therapist").find((each) => each.scale === side);
    const now = series?.points.at(-1);
    if (series === undefined || now === undefined) return [];
    const before = series.points.at(-2);
    return [
      {
        side,
        session: now.session,
        percent: share(series, now.value),
        before:
          before === undefined ? null : { session: before.session, percent: share(series, before.value) },
      },
    ];
  });
  const signs = signsOf(course, sides, attachment);
  return { sides, signs, pattern: patternOf(signs), strongerAndWiser: strongerAndWiserIn(course) };
}

function strongerAndWiserIn(course: Course): BondReading["strongerAndWiser"] {
  const series = ofClient(course, "attachment-to-therapist").find(
    (each) => each.scale === "stronger-and-wiser",
  );
  const now = series?.points.at(-1);
  if (series === undefined || now === undefined) return null;
  const percent = share(series, now.value);
  const level = percent < pseudoSecureRule.strongerBelow ? "lacking" : "present";
  return { session: now.session, percent, level };
}

function signsOf(
  course: Course,
  sides: readonly SideOfBond[],
  attachment: AttachmentReading | null,
): readonly Sign[] {
  const rule = pseudoSecureRule;
  const percentOfSide = (side: SideOfBond["side"]) => sides.find((each) => each.side === side)?.percent;
  const leaning = attachment?.leaning;
  const alliance = leadSeries(course);
  const marks = alliance?.rater === "client" ? alliance.points.slice(-rule.ceilingRatings) : [];
  const depth = ofClient(course, "session-depth")[0]?.points.slice(-rule.depthRatings) ?? [];
  return [
    { sign: "secure-high", state: atLeast(percentOfSide("secure"), rule.secureFrom) },
    { sign: "preoccupied-high", state: atLeast(percentOfSide("preoccupied"), rule.preoccupiedFrom) },
    {
      sign: "insecure-elsewhere",
      state: leaning?.kind !== "leaning" ? "not-known" : known(leaning.strategy !== "secure"),
    },
    {
      sign: "alliance-at-ceiling",
      state:
        marks.length < rule.ceilingRatings
          ? "not-known"
          : known(marks.every((point) => point.percent >= rule.ceilingFrom)),
    },
    {
      sign: "depth-low",
      state: depth.length < rule.depthRatings ? "not-known" : known(mean(depth) < rule.depthBelow),
    },
  ];
}

function patternOf(signs: readonly Sign[]): SecurityPattern {
  const state = (sign: Sign["sign"]) => signs.find((each) => each.sign === sign)?.state ?? "not-known";
  if (state("secure-high") === "not-known") return "not-measured";
  if (state("secure-high") === "not-there") return "not-secure";
  const clinging = either(state("preoccupied-high"), state("insecure-elsewhere"));
  const shallow = either(state("alliance-at-ceiling"), state("depth-low"));
  if (clinging === "there" && shallow === "there") return "worth-asking";
  return clinging === "not-there" && shallow !== "there" ? "settled" : "open";
}

function either(a: Sign["state"], b: Sign["state"]): Sign["state"] {
  if (a === "there" || b === "there") return "there";
  return a === "not-there" || b === "not-there" ? "not-there" : "not-known";
}

function ofClient(course: Course, construct: Series["construct"]): readonly Series[] {
  return course.series.filter((each) => each.construct === construct && each.rater === "client");
}

/** Of the range as answered, not turned: here a high score is what it says, not what is wished for. */
function share({ minimum, maximum }: Series, value: number): number {
  return (100 * (value - minimum)) / (maximum - minimum);
}

function mean(points: readonly { readonly percent: number }[]): number {
  return points.reduce((sum, point) => sum + point.percent, 0) / points.length;
}

function atLeast(percent: number | undefined, mark: number): Sign["state"] {
  return percent === undefined ? "not-known" : known(percent >= mark);
}

function known(is: boolean): Sign["state"] {
  return is ? "there" : "not-there";
}
