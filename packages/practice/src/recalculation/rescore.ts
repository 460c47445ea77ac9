import { catalogue, scoringVersion } from "@concord/instruments";
import { responses, scores } from "@concord/store";
import { type AppContext, inPractice } from "../app-context.ts";
import { scoreOf, scoreRows } from "../keep-response.ts";

const together = 100;

/**
 * Scores again what was scored under older rules, and says how many answered forms that were.
 *
 * In short transactions, so that the practice works on meanwhile; stopped and begun again it goes on where it was,
 * because what has been scored again is no longer out of date.
 */
export async function rescore(
  context: AppContext,
  practice: string,
  onProgress: (scored: number) => Promise<void>,
): Promise<number> {
  let scored = 0;
  for (const instrument of catalogue) {
    if (instrument.about === "each-member" || instrument.key === "needed") continue;
    for (;;) {
      const done = await inPractice(context, practice, async (scope) => {
        const stale = await scores.stale(scope, instrument.id, scoringVersion, together);
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
      if (done > 0) await onProgress(scored);
      if (done < together) break;
    }
  }
  return scored;
}
