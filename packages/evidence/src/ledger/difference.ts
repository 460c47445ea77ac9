import { counted, onScale, probability } from "../export/apa-number.ts";
import type { EditionClaim, EditionResult } from "./edition.ts";

/** A claim before and after a change; null where it was not there. */
export interface ClaimDifference {
  readonly id: string;
  readonly before: EditionClaim | null;
  readonly after: EditionClaim | null;
  readonly changed: "sentence" | "figures";
  readonly sentence: string;
}

/** What moved between two results of one synthesis, in one or two sentences. */
export function resultDifference(before: EditionResult | null, after: EditionResult): string {
  if (before === null || before.kind === "no-result")
    return after.kind === "no-result"
      ? `There is still no result: ${after.reason}.`
      : `A first result: ${resultWords(after)}.`;
  if (after.kind === "no-result")
    return `There is no result any more: ${after.reason}. It was ${resultWords(before)}.`;
  const moved = `From ${resultWords(before)} to ${resultWords(after)}.`;
  if (before.kind !== "mean" || after.kind !== "mean" || before.scale !== after.scale) return moved;
  const was = sideOf(before);
  const is = sideOf(after);
  return was === is ? moved : `${moved} ${sideWords[is]}`;
}

/** A result in figures: r = .27 [.15, .38], 15 studies, 102 effects. */
export function resultWords(result: EditionResult): string {
  if (result.kind === "no-result") return "no result";
  const body = `${counted(result.studies, "study", "studies")}, ${counted(result.effects, "effect", "effects")}`;
  if (result.kind === "moderation") {
    const scale = result.scale ?? "estimate";
    const groups = result.groups.map(
      ({ name, estimate, lower, upper }) =>
        `${name} ${onScale(estimate, scale)} [${onScale(lower, scale)}, ${onScale(upper, scale)}]`,
    );
    const test = result.p === null ? "not testable" : probability(result.p);
    return [...groups, test, body].join(", ");
  }
  const { scale, estimate, lower, upper } = result;
  const name = scale === "estimate" ? "estimate" : scale;
  return `${name} = ${onScale(estimate, scale)} [${onScale(lower, scale)}, ${onScale(upper, scale)}], ${body}`;
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
    const isReworded = was?.sentence !== is?.sentence || was?.grade !== is?.grade;
    return {
      id,
      before: was,
      after: is,
      changed: isReworded ? "sentence" : "figures",
      sentence:
        is === null
          ? "It can no longer be claimed."
          : was === null
            ? `It can now be claimed: ${is.sentence}`
            : isReworded
              ? `It used to say: ${was.sentence} Now it says: ${is.sentence}`
              : "It says the same; its figures moved.",
    };
  });
}

function sideOf({ lower, upper, scale }: Extract<EditionResult, { readonly kind: "mean" }>): Side {
  const none = scale === "OR" || scale === "RR" || scale === "ratio" ? 1 : 0;
  return lower > none ? "above" : upper < none ? "below" : "both";
}

type Side = "above" | "below" | "both";

const sideWords: Readonly<Record<Side, string>> = {
  above: "The interval now lies above no relation.",
  below: "The interval now lies below no relation.",
  both: "The interval now includes no relation.",
};
