import { consents, isIdentifier, staff } from "@concord/store";
import type { Actor } from "./actor.ts";
import { type AppContext, within } from "./app-context.ts";
import { isDate } from "./calendar.ts";
import { requireLanguage } from "./language.ts";
import { openCase } from "./open-case.ts";
import { InvalidInput } from "./permit.ts";
import { practiceDay } from "./practice-day.ts";
import { consentTextVersions } from "./privacy/consent-text.ts";
import { measuringRefusal, measuringState, stopAsking } from "./privacy/measuring.ts";
import { record } from "./record.ts";
import { refresh } from "./refresh.ts";

export type ConsentMatter =
  | { readonly matter: "measuring" }
  | { readonly matter: "supervision"; readonly supervisor: string }
  | { readonly matter: "research" };

export interface ConsentGiven {
  readonly episode: string;
  /** Whose word it is; a child's caregiver speaks for the child. */
  readonly givenBy: "client" | "caregiver" | "therapist";
  readonly about: ConsentMatter;
  /** The language in which the text of consent was read; left out where none was. */
  readonly language?: string;
  /** The day on which it was said, yyyy-mm-dd, where that was before today. */
  readonly saidOn?: string;
}

/** Writes down a yes. What was said before stays on record. */
export async function giveConsent(context: AppContext, actor: Actor, given: ConsentGiven): Promise<void> {
  await say(context, actor, given, "given");
}

/**
 * Writes down that it was taken back. Without consent to measuring, questionnaires that wait are withdrawn and messages
 * about them cancelled.
 */
export async function withdrawConsent(context: AppContext, actor: Actor, given: ConsentGiven): Promise<void> {
  await say(context, actor, given, "withdrawn");
}

async function say(
  context: AppContext,
  actor: Actor,
  given: ConsentGiven,
  state: "given" | "withdrawn",
): Promise<void> {
  await within(context, actor, async (scope) => {
    const { episode } = await openCase(scope, actor, "give-consent", given.episode);
    const { about, language, saidOn } = given;
    if (language !== undefined) requireLanguage(language);
    const { latest } = await practiceDay(scope, context);
    if (saidOn !== undefined && (!isDate(saidOn) || saidOn > latest || saidOn < "1990-01-01"))
      throw new InvalidInput({ id: "refusals.privacy.said-on", values: {} }, "saidOn");
    const supervisor = about.matter === "supervision" ? about.supervisor : null;
    if (supervisor !== null) {
      const member = isIdentifier(supervisor) ? await staff.find(scope, supervisor) : null;
      if (member === null || !member.roles.includes("supervisor")) {
        throw new InvalidInput({ id: "refusals.case.supervisor", values: {} }, "supervisor");
      }
    }
    await consents.record(scope, {
      episode: given.episode,
      matter: about.matter,
      state,
      givenBy: given.givenBy,
      supervisor,
      recordedBy: actor.kind === "staff" ? actor.staff : "",
      ...(language === undefined ? {} : { language, textVersion: consentTextVersions[about.matter] }),
      ...(saidOn === undefined ? {} : { saidOn }),
    });
    const isStopped = state === "withdrawn" && about.matter === "measuring";
    if (isStopped && measuringRefusal(await measuringState(scope, episode)) !== null) {
      await stopAsking(scope, episode.episode);
      await refresh(scope, [episode.episode]);
    }
    await record(scope, actor, `consent-${state} ${about.matter}`, `episode:${given.episode}`);
  });
}
