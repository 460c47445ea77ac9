import { repairs, sessions } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { openCase } from "../open-case.ts";
import { InvalidInput } from "../permit.ts";
import { record } from "../record.ts";
import type { RepairStepName } from "../views/repair.ts";

export interface RepairWritten {
  readonly episode: string;
  /** The session in which it went wrong. */
  readonly rupture: number;
  readonly step: RepairStepName;
  readonly state: "done" | "taken-back";
  /** The session in which the two took the step. */
  readonly takenIn: number;
  readonly words?: string;
}

const longest = 500;

/**
 * Writes down that the two named, explored or agreed something about a rupture, or that they had not after all.
 *
 * It says what was done, not that it helped: that is for the client's next form.
 */
export async function recordRepair(context: AppContext, actor: Actor, given: RepairWritten): Promise<void> {
  const words = given.words?.trim() ?? "";
  if (words.length > longest) {
    throw new InvalidInput(
      { id: "refusals.repair.too-long", values: { most: longest, count: words.length } },
      "words",
    );
  }
  await within(context, actor, async (scope) => {
    await openCase(scope, actor, "write-case", given.episode);
    const held = new Set((await sessions.list(scope, [given.episode])).map((one) => one.session));
    if (!held.has(given.rupture) || !held.has(given.takenIn) || given.takenIn < given.rupture) {
      throw new InvalidInput({ id: "refusals.repair.session", values: {} }, "takenIn");
    }
    await repairs.record(scope, {
      episode: given.episode,
      rupture: given.rupture,
      step: given.step,
      state: given.state,
      takenIn: given.takenIn,
      words: words === "" ? null : words,
      recordedBy: actor.kind === "staff" ? actor.staff : "",
    });
    await record(
      scope,
      actor,
      `repair-${given.step} ${given.state}`,
      `episode:${given.episode}:${given.rupture}`,
    );
  });
}
