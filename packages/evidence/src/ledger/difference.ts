import type { StaffMessage } from "@concord/messages";
import { canonical } from "../digest.ts";
import { bodyMessage, pMessage, scaleMessage, valueMessage } from "../export/statistic-message.ts";
import type { ReadScale } from "../synthesis/pooled-mean.ts";
import type { EditionClaim, EditionResult } from "./edition.ts";

/** A claim before and after a change; null where it was not there. */
export interface ClaimDifference {
  readonly id: string;
  readonly before: EditionClaim | null;
  readonly after: EditionClaim | null;
  readonly changed: "sentence" | "figures";
  readonly message: StaffMessage;
}

/** Returns what changed between two results of one synthesis, as a message. */
export function resultDifference(before: EditionResult | null, after: EditionResult): StaffMessage {
  if (before === null || before.kind === "no-result")
    return after.kind === "no-result"
      ? { id: "evidence.difference.still-none", values: { reason: after.reason } }
      : { id: "evidence.difference.first", values: { current: resultMessage(after) } };
  const previous = resultMessage(before);
  if (after.kind === "no-result")
    return { id: "evidence.difference.lost", values: { reason: after.reason, previous } };
  const values = { previous, current: resultMessage(after) };
  const changed: StaffMessage = { id: "evidence.difference.changed", values };
  if (before.kind !== "mean" || after.kind !== "mean" || before.scale !== after.scale) return changed;
  const is = sideOf(after);
  return sideOf(before) === is
    ? changed
    : { id: `evidence.difference.now-${is}`, values: { ...values, reference: referenceOf(after) } };
}

/** Returns a result as a message: r = .27, CI [.15, .38]; 102 effect sizes from 15 studies. */
export function resultMessage(result: EditionResult): StaffMessage {
  if (result.kind === "no-result") return { id: "evidence.result.none", values: {} };
  const body = bodyMessage({ ...result, people: null });
  const inFigures = (estimate: number, lower: number, upper: number, scale: ReadScale) => ({
    scale: scaleMessage(scale),
    estimate: valueMessage(estimate, scale),
    lower: valueMessage(lower, scale),
    upper: valueMessage(upper, scale),
  });
  if (result.kind === "moderation") {
    const scale = result.scale ?? "estimate";
    return {
      id: "evidence.result.groups",
      values: {
        groups: result.groups.map(
          ({ name, estimate, lower, upper }): StaffMessage => ({
            id: "evidence.result.group",
            values: { name, ...inFigures(estimate, lower, upper, scale) },
          }),
        ),
        test: result.p === null ? { id: "evidence.result.not-testable", values: {} } : pMessage(result.p),
        body,
      },
    };
  }
  const { estimate, lower, upper, scale } = result;
  return { id: "evidence.result.mean", values: { ...inFigures(estimate, lower, upper, scale), body } };
}

/** What each claim of either edition said before and says now; null on the side where it was not claimed. */
export function claimDifferences(
  before: readonly EditionClaim[],
  after: readonly EditionClaim[],
): readonly ClaimDifference[] {
  const ids = [...new Set([...before, ...after].map(({ id }) => id))];
  return ids.map((id) => {
    const was = before.find((claim) => claim.id === id) ?? null;
    const is = after.find((claim) => claim.id === id) ?? null;
    const isReworded =
      canonical(was?.sentence ?? null) !== canonical(is?.sentence ?? null) || was?.grade !== is?.grade;
    return {
      id,
      before: was,
      after: is,
      changed: isReworded ? "sentence" : "figures",
      message:
        is === null
          ? { id: "evidence.difference.claim.lost", values: {} }
          : was === null
            ? { id: "evidence.difference.claim.new", values: { statement: is.sentence } }
            : isReworded
              ? {
                  id: "evidence.difference.claim.reworded",
                  values: { previous: was.sentence, current: is.sentence },
                }
              : { id: "evidence.difference.claim.estimate", values: {} },
    };
  });
}

/** The value of no association: 1 for ratios, 0 for all others. */
function referenceOf({ scale }: MeanResult): number {
  return scale === "OR" || scale === "RR" || scale === "ratio" ? 1 : 0;
}

function sideOf(result: MeanResult): "above" | "below" | "includes" {
  const reference = referenceOf(result);
  return result.lower > reference ? "above" : result.upper < reference ? "below" : "includes";
}

type MeanResult = Extract<EditionResult, { readonly kind: "mean" }>;
