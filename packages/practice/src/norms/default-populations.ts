import { type Population, publishedPopulations, startingPopulationsFor } from "@concord/course";
import { type AgeBand, type Construct, catalogue, type Instrument } from "@concord/instruments";
import { type Scope, settings } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { dayOf } from "../calendar.ts";
import { InvalidInput, permit } from "../permit.ts";
import { requestRecalculation } from "../recalculation/request-recalculation.ts";
import { record, recordAs } from "../record.ts";
import { computedNorms, keptNorms, type LocalNorm, putNorms } from "./local-norms.ts";

/** What a comparison group is chosen for. */
export type NormMatter = "attachment-norm" | "perfectionism-norm";

export const normMatters: readonly NormMatter[] = ["attachment-norm", "perfectionism-norm"];

/** Children answer no questionnaire on attachment or perfectionism. */
export const normAges = ["adult", "adolescent"] as const satisfies readonly AgeBand[];

type NormAge = (typeof normAges)[number];

/** What a practice compares its clients of one age with on one matter, unless their therapist chooses another. */
export interface DefaultPopulation {
  /** `local`: own clients; null: nobody, by choice. */
  readonly population: string | null;
  /** Null where an earlier version kept the choice without its day. */
  readonly chosenOn: string | null;
  /** By questionnaire, the day since which the practice's own norms are used in place of the chosen sample. */
  readonly replaced: Readonly<Record<string, string>>;
}

/** One line of the settings page: a matter, an age, what may be chosen and what is. */
export interface DefaultPopulationLine {
  readonly matter: NormMatter;
  readonly ageBand: NormAge;
  /** Empty: no sample is known that could be defended. */
  readonly offered: readonly Population[];
  /** Offered where nothing is chosen yet; null where there is nothing to offer. */
  readonly suggested: string | null;
  readonly chosen: DefaultPopulation | null;
}

/** The choice of a practice that compares with its own clients, whichever questionnaire they answered. */
export const ownClients = "local";

const settingName = "default-populations";

const constructs: Readonly<Record<NormMatter, Construct>> = {
  "attachment-norm": "attachment",
  "perfectionism-norm": "perfectionism",
};

/** Returns what the practice has chosen, and what it may choose, for the settings page. */
export async function readDefaultPopulations(
  context: AppContext,
  actor: Actor,
): Promise<readonly DefaultPopulationLine[]> {
  return within(context, actor, async (scope) => {
    permit(actor, "manage-practice", { kind: "practice" });
    return linesOf(scope);
  });
}

/** Returns whether a comparison group is offered that the practice has neither taken nor refused. */
export async function lacksPopulations(context: AppContext, actor: Actor): Promise<boolean> {
  return within(context, actor, async (scope) => {
    permit(actor, "manage-practice", { kind: "practice" });
    return (await linesOf(scope)).some(({ chosen, suggested }) => chosen === null && suggested !== null);
  });
}

/** Chooses for the whole practice. A client for whom the therapist has chosen is not affected. */
export async function chooseDefaultPopulations(
  context: AppContext,
  actor: Actor,
  given: readonly {
    readonly matter: NormMatter;
    readonly ageBand: NormAge;
    readonly population: string | null;
  }[],
): Promise<void> {
  await within(context, actor, async (scope) => {
    permit(actor, "manage-practice", { kind: "practice" });
    for (const { matter, ageBand, population } of given) {
      const known = population === null || population === ownClients;
      if (!known && !offeredFor(matter, ageBand).some((one) => one.id === population)) {
        throw new InvalidInput({ id: "refusals.norms.population", values: {} }, matter);
      }
      const before = await defaultPopulation(scope, matter, ageBand);
      if (before !== null && before.population === population) continue;
      await putDefault(scope, matter, ageBand, { population, chosenOn: dayOf(context.now()), replaced: {} });
      await record(scope, actor, `choose-comparison ${matter} ${ageBand}`, "practice");
    }
    await replaceStarting(scope, dayOf(context.now()));
    await requestRecalculation(scope, "new-norms");
  });
}

/** Returns what the practice has chosen for clients of an age; null where it has not chosen. */
export async function defaultPopulation(
  scope: Scope,
  matter: NormMatter,
  ageBand: AgeBand,
): Promise<DefaultPopulation | null> {
  return defaultFrom(await settings.get(scope, settingName), matter, ageBand);
}

/**
 * Where a practice began with a published sample and enough of its own clients of that age have answered a
 * questionnaire by now, its own norms are kept and used from this day on.
 */
export async function replaceStarting(scope: Scope, day: string): Promise<void> {
  let computed: readonly LocalNorm[] | null = null;
  for (const matter of normMatters) {
    for (const ageBand of normAges) {
      const chosen = await defaultPopulation(scope, matter, ageBand);
      if (chosen === null || !isStarting(chosen.population)) continue;
      computed ??= await computedNorms(scope, day);
      const found = computed.filter(
        (norm) =>
          norm.ageBand === ageBand &&
          chosen.replaced[norm.instrument] === undefined &&
          catalogue.some((one) => one.id === norm.instrument && one.construct === constructs[matter]),
      );
      if (found.length === 0) continue;
      const ids = new Set(found.map((norm) => norm.id));
      await putNorms(scope, [...(await keptNorms(scope)).filter((norm) => !ids.has(norm.id)), ...found]);
      const since = Object.fromEntries(found.map((norm) => [norm.instrument, day]));
      await putDefault(scope, matter, ageBand, { ...chosen, replaced: { ...chosen.replaced, ...since } });
      await recordAs(scope, { who: "Concord" }, `replace-comparison ${matter} ${ageBand}`, "practice");
    }
  }
}

/** Returns whether a choice is a published sample that own norms take the place of. */
function isStarting(population: string | null): boolean {
  return population?.startsWith("starting: ") === true;
}

async function linesOf(scope: Scope): Promise<readonly DefaultPopulationLine[]> {
  const kept = await settings.get(scope, settingName);
  return normMatters.flatMap((matter) =>
    normAges.map((ageBand) => {
      const offered = offeredFor(matter, ageBand);
      const suggested = offered.find((one) => isStarting(one.id))?.id ?? null;
      return { matter, ageBand, offered, suggested, chosen: defaultFrom(kept, matter, ageBand) };
    }),
  );
}

/** Each sample once, though several questionnaires can be compared with it; as the first of them has it. */
function offeredFor(matter: NormMatter, ageBand: NormAge): readonly Population[] {
  const forms = catalogue.filter((one) => one.construct === constructs[matter] && one.rater === "client");
  const fitting = forms.filter((one) => one.ageBands.includes(ageBand));
  const all = fitting
    .flatMap((one) => publishedFor(one, ageBand))
    // The sample that answered this questionnaire itself is among those to begin with.
    .filter(({ id, instrument }) => isStarting(id) || !isMeasuredWith(instrument, ageBand));
  return all.filter((one, index) => all.findIndex(({ id }) => id === one.id) === index);
}

/** Returns the published samples with which clients of an age who answered this questionnaire can be compared. */
export function publishedFor(instrument: Instrument, ageBand: AgeBand): readonly Population[] {
  return [...startingPopulationsFor(instrument, ageBand), ...publishedPopulations(instrument)];
}

function isMeasuredWith(instrument: string, ageBand: AgeBand): boolean {
  const known = catalogue.find((one) => one.id === instrument);
  const starting = known === undefined ? [] : startingPopulationsFor(known, ageBand);
  return starting.some(({ start }) => start?.measuredWith === null);
}

async function putDefault(
  scope: Scope,
  matter: NormMatter,
  ageBand: NormAge,
  chosen: DefaultPopulation,
): Promise<void> {
  const kept = await settings.get(scope, settingName);
  const all = Object.fromEntries(
    normMatters.map((each) => [
      each,
      Object.fromEntries(
        normAges.flatMap((age) => {
          const value = each === matter && age === ageBand ? chosen : defaultFrom(kept, each, age);
          return value === null ? [] : [[age, value]];
        }),
      ),
    ]),
  );
  await settings.put(scope, settingName, all);
}

/** Earlier versions kept one text for both ages, without its day; null was then the state before any choice. */
function defaultFrom(kept: unknown, matter: NormMatter, ageBand: AgeBand): DefaultPopulation | null {
  const of = fieldOf(kept, matter);
  if (typeof of === "string") return { population: of, chosenOn: null, replaced: {} };
  const own = fieldOf(of, ageBand);
  const population = fieldOf(own, "population");
  if (population !== null && typeof population !== "string") return null;
  const chosenOn = fieldOf(own, "chosenOn");
  const replaced = fieldOf(own, "replaced");
  const days = typeof replaced === "object" && replaced !== null ? Object.entries(replaced) : [];
  return {
    population,
    chosenOn: typeof chosenOn === "string" ? chosenOn : null,
    replaced: Object.fromEntries(days.filter(([, day]) => typeof day === "string")),
  };
}

/** Returns a field of something kept as JSON; undefined where there is none. */
function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.entries(value).find(([field]) => field === name)?.[1]
    : undefined;
}
