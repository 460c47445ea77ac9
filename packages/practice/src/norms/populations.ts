import type { Population } from "@concord/course";
import { type AgeBand, findInstrument } from "@concord/instruments";
import { choices, type Scope } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { openCase } from "../open-case.ts";
import { record } from "../record.ts";
import type { PopulationChoice } from "../views/relationship.ts";
import { defaultPopulation, type NormMatter, ownClients, publishedFor } from "./default-populations.ts";
import { keptNorms, localId } from "./local-norms.ts";

/**
 * Returns whom a client may be compared with on this questionnaire, and whom the therapist has chosen; where they have not,
 * whom the practice compares with: nobody, until it has chosen, and its own clients once enough of them have answered.
 */
export async function populationChoice(
  scope: Scope,
  episode: string,
  matter: NormMatter,
  instrument: string | undefined,
  ageBand: AgeBand,
): Promise<PopulationChoice> {
  if (instrument === undefined) return { offered: [], chosen: null, by: "practice", replaced: null };
  const offered = await offeredFor(scope, instrument, ageBand);
  const find = (id: string | null) => offered.find((one) => one.id === id) ?? null;
  const local = find(localId(instrument, ageBand)) ?? find(localId(instrument, "adult"));
  const own = await choices.newest(scope, episode, matter);
  if (own !== null) {
    const chosen = own.chosen === ownClients ? local : find(own.chosen);
    return { offered, chosen, by: "case", replaced: null };
  }
  const chosen = await defaultPopulation(scope, matter, ageBand);
  const since = chosen?.replaced[instrument];
  if (chosen === null) return { offered, chosen: null, by: "practice", replaced: null };
  if (since !== undefined && local !== null) {
    const from = find(chosen.population)?.title ?? "";
    return { offered, chosen: local, by: "practice", replaced: { from, on: since } };
  }
  const wanted = chosen.population === ownClients ? local : find(chosen.population);
  return { offered, chosen: wanted, by: "practice", replaced: null };
}

/** The practice's own norms first: whoever is alike in place and language is compared most fairly. */
async function offeredFor(
  scope: Scope,
  instrument: string,
  ageBand: AgeBand,
): Promise<readonly Population[]> {
  const known = findInstrument(instrument);
  const local = (await keptNorms(scope)).filter(
    (one) => one.instrument === instrument && (one.ageBand === undefined || one.ageBand === ageBand),
  );
  return [...local, ...(known === null ? [] : publishedFor(known, ageBand))];
}

/** Says whom a client is compared with; null compares with nobody, and then no strategy is named. */
export async function choosePopulation(
  context: AppContext,
  actor: Actor,
  given: {
    readonly episode: string;
    readonly matter: NormMatter;
    readonly population: string | null;
  },
): Promise<void> {
  await within(context, actor, async (scope) => {
    await openCase(scope, actor, "write-case", given.episode);
    await choices.choose(scope, {
      episode: given.episode,
      matter: given.matter,
      chosen: given.population,
      chosenBy: actor.kind === "staff" ? actor.staff : "",
    });
    await record(scope, actor, `choose ${given.matter}`, `episode:${given.episode}`);
  });
}
