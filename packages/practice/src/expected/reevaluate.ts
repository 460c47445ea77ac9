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

/** Two at a time: while the database writes one batch, the next is worked out. */
const lanes = 2;

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
  let next = 0;
  let done = 0;
  const lane = async (): Promise<void> => {
    while (next < all.length) {
      signal?.throwIfAborted();
      const some = all.slice(next, next + together);
      next += together;
      await within(house, actor, (scope) => refresh(scope, some));
      done += some.length;
      onProgress(done, all.length);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return all.length;
}
