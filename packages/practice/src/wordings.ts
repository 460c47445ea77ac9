import {
  catalogue,
  type FormStart,
  findInstrument,
  type Instrument,
  type Rights,
  readWordingPack,
  startForm,
} from "@concord/instruments";
import { type Scope, wordings } from "@concord/store";
import type { Actor } from "./actor.ts";
import { type AppContext, within } from "./app-context.ts";
import { permit } from "./permit.ts";
import { record } from "./record.ts";

/** One form of the catalogue and whether it can be given here. */
export interface WordingLine {
  readonly instrument: string;
  readonly title: string;
  readonly rights: Rights;
  /** Languages that ship with Concord, and those this practice has loaded. */
  readonly shipped: readonly string[];
  /** Those of the shipped ones that no native clinician has checked. */
  readonly notChecked: readonly string[];
  readonly loaded: readonly { readonly language: string; readonly at: string }[];
  /** Why it cannot be given, in the practice's language; null if it can. */
  readonly missing: string | null;
}

export type WordingImport =
  | { readonly kind: "kept"; readonly instrument: string; readonly language: string }
  | { readonly kind: "problems"; readonly problems: readonly string[] };

/** Starts forms in this practice's words. Read once a verb. */
export async function formStarter(
  scope: Scope,
): Promise<(instrument: Instrument, language: string) => FormStart> {
  const packs = await wordings.list(scope);
  return (instrument, language) => startForm(instrument, language, packs);
}

/** Returns whether a form can be given here, in the language in which `start` starts it. */
export function canStartWith(start: (instrument: Instrument) => FormStart): (instrument: string) => boolean {
  return (id) => {
    const instrument = findInstrument(id);
    return instrument !== null && start(instrument).kind === "ready";
  };
}

/** For each instrument of the catalogue: whose words may be shown, which are loaded, and what is missing to start it. */
export async function listWordings(
  context: AppContext,
  actor: Actor,
  language: string,
): Promise<readonly WordingLine[]> {
  return within(context, actor, async (scope) => {
    permit(actor, "manage-practice", { kind: "practice" });
    const packs = await wordings.list(scope);
    return catalogue.map((instrument) => {
      const start = startForm(instrument, language, packs);
      return {
        instrument: instrument.id,
        title: instrument.title,
        rights: instrument.rights,
        shipped: instrument.wordings.map((one) => one.language),
        notChecked: instrument.wordings
          .filter((one) => one.translation !== undefined)
          .map((one) => one.language),
        loaded: packs
          .filter((pack) => pack.instrument === instrument.id)
          .map((pack) => ({ language: pack.wording.language, at: pack.importedAt })),
        missing: start.kind === "ready" ? null : start.sentence,
      };
    });
  });
}

/** Takes a wording pack (Concord's JSON or a FHIR Questionnaire) whose rights the practice holds. */
export async function importWording(
  context: AppContext,
  actor: Actor,
  json: unknown,
  instrument?: string,
): Promise<WordingImport> {
  return within(context, actor, async (scope) => {
    permit(actor, "manage-practice", { kind: "practice" });
    const reading = readWordingPack(json, instrument);
    if (reading.kind === "problems" || actor.kind !== "staff") {
      return { kind: "problems", problems: reading.kind === "problems" ? reading.problems : [] };
    }
    await wordings.keep(scope, { instrument: reading.instrument, wording: reading.wording, by: actor.staff });
    const language = reading.wording.language;
    await record(scope, actor, "import-wording", `wording:${reading.instrument}:${language}`);
    return { kind: "kept", instrument: reading.instrument, language };
  });
}

/** Takes a loaded wording away: answers stay, but the form does not start any more where it was the only one. */
export async function forgetWording(
  context: AppContext,
  actor: Actor,
  instrument: string,
  language: string,
): Promise<void> {
  await within(context, actor, async (scope) => {
    permit(actor, "manage-practice", { kind: "practice" });
    await wordings.forget(scope, instrument, language);
    await record(scope, actor, "forget-wording", `wording:${instrument}:${language}`);
  });
}
