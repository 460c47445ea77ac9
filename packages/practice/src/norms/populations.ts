import { type Population, publishedPopulations } from "@concord/course";
import { catalogue, findInstrument } from "@concord/instruments";
import { choices, type Scope, settings } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { openCase } from "../open-case.ts";
import { InvalidInput, permit } from "../permit.ts";
import { requestRecalculation } from "../recalculation/request-recalculation.ts";
import { record } from "../record.ts";
import type { PopulationChoice } from "../views/relationship.ts";
import { keptNorms } from "./local-norms.ts";

/**
 * Whom a case may be compared with on this form, and whom its therapist has chosen; where they have not, whom the practice
 * compares with: nobody, until it has chosen.
 */
export async function populationChoice(
  scope: Scope,
  episode: string,
  matter: "attachment-norm" | "perfectionism-norm",
  instrument: string | undefined,
): Promise<PopulationChoice> {
  if (instrument === undefined) return { offered: [], chosen: null, by: "practice" };
  const offered = await offeredFor(scope, instrument);
  const own = await choices.newest(scope, episode, matter);
  const chosen = own === null ? (await defaultsOf(scope))[matter] : own.chosen;
  const wanted = chosen === ownClients ? `local: ${instrument}` : chosen;
  return {
    offered,
    chosen: offered.find((one) => one.id === wanted) ?? null,
    by: own === null ? "practice" : "case",
  };
}

/** The choice of a practice that compares with its own clients, whichever form they answered. */
const ownClients = "local";

type Matter = "attachment-norm" | "perfectionism-norm";

/** What a practice compares with where nothing is chosen for a case; null: with nobody. */
export type DefaultPopulations = Readonly<Record<Matter, string | null>>;

const settingName = "default-populations";
const constructs = { "attachment-norm": "attachment", "perfectionism-norm": "perfectionism" } as const;

/** Returns what the practice has chosen, and what it may choose, for the settings page. */
export async function readDefaultPopulations(
  context: AppContext,
  actor: Actor,
): Promise<{
  readonly chosen: DefaultPopulations;
  readonly offered: Readonly<Record<Matter, readonly { readonly id: string; readonly title: string }[]>>;
}> {
  return within(context, actor, async (scope) => {
    permit(actor, "manage-practice", { kind: "practice" });
    return {
      chosen: await defaultsOf(scope),
      offered: {
        "attachment-norm": publishedFor("attachment-norm"),
        "perfectionism-norm": publishedFor("perfectionism-norm"),
      },
    };
  });
}

/** Chooses for the whole practice. A case for which its therapist has chosen stays as it is. */
export async function chooseDefaultPopulation(
  context: AppContext,
  actor: Actor,
  given: { readonly matter: Matter; readonly population: string | null },
): Promise<void> {
  await within(context, actor, async (scope) => {
    permit(actor, "manage-practice", { kind: "practice" });
    const { matter, population } = given;
    const known = population === null || population === ownClients;
    if (!known && !publishedFor(matter).some((one) => one.id === population)) {
      throw new InvalidInput({ id: "refusals.norms.population", values: {} }, matter);
    }
    await settings.put(scope, settingName, { ...(await defaultsOf(scope)), [matter]: population });
    await requestRecalculation(scope, "new-norms");
    await record(scope, actor, `choose-default ${matter}`, "practice");
  });
}

function publishedFor(matter: Matter): readonly { readonly id: string; readonly title: string }[] {
  const found = catalogue
    .filter((one) => one.construct === constructs[matter] && one.rater === "client")
    .flatMap((one) =>
      publishedPopulations(one).map(({ id, title, sample }) => ({
        id,
        title: `${one.title}: ${title}, ${sample}`,
      })),
    );
  return found.filter((one, index) => found.findIndex(({ id }) => id === one.id) === index);
}

async function defaultsOf(scope: Scope): Promise<DefaultPopulations> {
  const kept = await settings.get(scope, settingName);
  const of = (matter: Matter) => {
    const value = typeof kept === "object" && kept !== null ? Object.entries(kept) : [];
    const found = value.find(([name]) => name === matter)?.[1];
    return typeof found === "string" ? found : null;
  };
  return { "attachment-norm": of("attachment-norm"), "perfectionism-norm": of("perfectionism-norm") };
}

/** The practice's own norms first: whoever is alike in place and language is compared most fairly. */
async function offeredFor(scope: Scope, instrument: string): Promise<readonly Population[]> {
  const known = findInstrument(instrument);
  const local = (await keptNorms(scope)).filter((one) => one.instrument === instrument);
  return [...local, ...(known === null ? [] : publishedPopulations(known))];
}

/** Says whom a client is compared with; null compares with nobody, and then no strategy is named. */
export async function choosePopulation(
  context: AppContext,
  actor: Actor,
  given: {
    readonly episode: string;
    readonly matter: "attachment-norm" | "perfectionism-norm";
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
