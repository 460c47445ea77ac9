import { episodes } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type House, within } from "../house.ts";
import { permit } from "../permit.ts";
import { record } from "../record.ts";
import { refresh } from "../refresh.ts";
import { learnFromCases } from "./learn-from-cases.ts";

export interface Reevaluation {
  readonly step: "expected" | "caseload";
  readonly done: number;
  readonly of: number;
}

export interface Reevaluated {
  readonly cases: number;
  /** Forms whose expected course was learnt from the practice's own cases. */
  readonly learnt: number;
  /** Forms for which the prior still stands, each with its reason. */
  readonly keptPrior: readonly {
    readonly instrument: string;
    readonly rater: string;
    readonly reason: string;
  }[];
}

const together = 100;

/**
 * Learns the expected course anew and holds every case against all rules again.
 *
 * In short transactions, so that the practice works on meanwhile; stopped and started again, it begins anew and does
 * no harm. What a form changes in its own case is not waited for: that is done as the form comes in.
 */
export async function reevaluateAll(
  house: House,
  actor: Actor,
  watch: { readonly onProgress?: (now: Reevaluation) => void; readonly signal?: AbortSignal } = {},
): Promise<Reevaluated> {
  permit(actor, "manage-practice", { kind: "practice" });
  await within(house, actor, (scope) => record(scope, actor, "reevaluate", "practice"));
  const learnt = await learnFromCases(
    house,
    actor.practice,
    (done, of) => watch.onProgress?.({ step: "expected", done, of }),
    watch.signal,
  );
  const cases = await refreshAll(
    house,
    actor,
    (done, of) => watch.onProgress?.({ step: "caseload", done, of }),
    watch.signal,
  );
  return {
    cases,
    learnt: learnt.filter((one) => one.kind === "learnt").length,
    keptPrior: learnt.flatMap((one) =>
      one.kind === "learnt" ? [] : [{ instrument: one.instrument, rater: one.rater, reason: one.reason }],
    ),
  };
}

/** Makes every line of the caseload anew. */
export async function refreshAll(
  house: House,
  actor: Actor,
  onProgress: (done: number, of: number) => void = () => {},
  signal?: AbortSignal,
): Promise<number> {
  const all = await within(house, actor, async (scope) =>
    (await episodes.list(scope)).map((one) => one.episode),
  );
  for (let from = 0; from < all.length; from += together) {
    signal?.throwIfAborted();
    const some = all.slice(from, from + together);
    await within(house, actor, (scope) => refresh(scope, some));
    onProgress(from + some.length, all.length);
  }
  return all.length;
}
