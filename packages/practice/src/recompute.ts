import { catalogue, scoringVersion } from "@concord/instruments";
import { responses, scores } from "@concord/store";
import type { Actor } from "./actor.ts";
import { refreshAll } from "./expected/reevaluate.ts";
import { type House, within } from "./house.ts";
import { scoreOf, scoreRows } from "./keep-response.ts";
import { permit } from "./permit.ts";
import { record } from "./record.ts";

export interface Recomputation {
  readonly step: "scores" | "caseload";
  readonly done: number;
  /** Known for the caseload only: what is out of date is found as it goes. */
  readonly of: number | null;
}

const scoresTogether = 500;

/**
 * Scores anew what was scored under older rules, then makes every line of the caseload anew.
 *
 * In short transactions, so that the practice works on meanwhile; stopped and started again, it goes on where
 * it was.
 */
export async function recomputeAll(
  house: House,
  actor: Actor,
  watch: { readonly onProgress?: (now: Recomputation) => void; readonly signal?: AbortSignal } = {},
): Promise<{ readonly scored: number; readonly cases: number }> {
  permit(actor, "manage-practice", { kind: "practice" });
  await within(house, actor, (scope) => record(scope, actor, "recompute", "practice"));
  let scored = 0;
  for (const instrument of catalogue) {
    if (instrument.about === "each-member" || instrument.key === "needed") continue;
    for (;;) {
      watch.signal?.throwIfAborted();
      const done = await within(house, actor, async (scope) => {
        const stale = await scores.stale(scope, instrument.id, scoringVersion, scoresTogether);
        const rows = [];
        for (const id of stale) {
          const response = await responses.find(scope, id);
          const result = response === null ? null : scoreOf(instrument, response);
          if (response !== null && result !== null) rows.push(...scoreRows(instrument, response, result));
        }
        await scores.record(scope, rows);
        return rows.length === 0 ? 0 : stale.length;
      });
      scored += done;
      watch.onProgress?.({ step: "scores", done: scored, of: null });
      if (done < scoresTogether) break;
    }
  }
  const cases = await refreshAll(
    house,
    actor,
    (done, of) => watch.onProgress?.({ step: "caseload", done, of }),
    watch.signal,
  );
  return { scored, cases };
}
