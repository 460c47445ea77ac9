import type { StaffMessage } from "@concord/messages";
import {
  clients,
  consents,
  type Episode,
  episodes,
  messages,
  requests,
  restrictions,
  type Scope,
  sittings,
} from "@concord/store";
import { dayOf } from "../calendar.ts";
import { isShared } from "../case-facts.ts";
import { cancelReason } from "../messages/cancel-reason.ts";
import { InvalidInput } from "../permit.ts";
import { type ConsentRule, consentRuleFor, type MeasuringConsent, measuringConsent } from "./consent-rule.ts";
import { privacySettingsOf } from "./privacy-settings.ts";

/** Whether questionnaires may be asked of a client, and why not. */
export interface MeasuringState {
  readonly rule: ConsentRule;
  readonly consent: MeasuringConsent;
  readonly isRequired: boolean;
  readonly isRestricted: boolean;
}

/** Returns whether questionnaires may be asked in an episode of care, from consents, age and restriction. */
export async function measuringState(
  scope: Scope,
  { episode, client }: Pick<Episode, "episode" | "client">,
): Promise<MeasuringState> {
  const { consentAge, consentRequired } = await privacySettingsOf(scope);
  const birthYear = (await clients.find(scope, client.client))?.birthYear ?? null;
  const today = dayOf(new Date(scope.now()));
  const rule = consentRuleFor({ ageBand: client.ageBand, birthYear }, consentAge, today);
  return {
    rule,
    consent: measuringConsent(await consents.list(scope, [episode]), rule),
    isRequired: consentRequired,
    isRestricted: (await restrictions.restricted(scope, [client.client])).has(client.client),
  };
}

/** Returns why nothing may be asked of or sent to a client; null where it may. */
export function measuringRefusal(state: MeasuringState): StaffMessage | null {
  if (state.isRestricted) return { id: "refusals.privacy.restricted", values: {} };
  if (state.consent.kind === "withdrawn")
    return { id: "refusals.privacy.withdrawn", values: { by: state.consent.by } };
  if (state.consent.kind === "missing" && state.isRequired)
    return {
      id: "refusals.privacy.consent-missing",
      values: { of: state.consent.of.length === 2 ? "both" : (state.consent.of[0] ?? "client") },
    };
  return null;
}

/**
 * Throws `InvalidInput` where questionnaires may not be asked in an episode of care: consent to measuring is withdrawn, or
 * missing in a practice that requires it, or processing is restricted.
 */
export async function requireMeasuringAllowed(
  scope: Scope,
  episode: Pick<Episode, "episode" | "client">,
): Promise<void> {
  const refusal = measuringRefusal(await measuringState(scope, episode));
  if (refusal !== null) throw new InvalidInput(refusal);
}

/**
 * Withdraws every questionnaire of an episode of care that waits, and cancels messages about it. A therapist’s private
 * self-assessment stays: it is not about the client.
 */
export async function stopAsking(scope: Scope, episodeId: string): Promise<void> {
  const open = (await requests.list(scope, [episodeId])).filter(
    (one) => one.answeredAt === null && one.withdrawnAt === null && isShared(one.instrument),
  );
  for (const { request } of open) await requests.withdraw(scope, request);
  const waiting = [...new Set(open.flatMap(({ sitting }) => sitting ?? []))];
  if (waiting.length === 0) return;
  await messages.cancel(scope, { sittings: waiting }, cancelReason("withdrawn"));
  for (const sitting of waiting) await sittings.withdraw(scope, sitting);
}

/** Returns the episodes of care that statistics, norms and exports may use: not those of clients under restriction. */
export async function episodesForStatistics(scope: Scope): Promise<readonly Episode[]> {
  const restricted = await restrictions.restricted(scope);
  return (await episodes.list(scope)).filter(({ client }) => !restricted.has(client.client));
}
