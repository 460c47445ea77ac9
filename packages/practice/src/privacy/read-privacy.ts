import {
  type Consent,
  clients,
  consents,
  contacts,
  episodes,
  type Restriction,
  restrictions,
  staff,
} from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { authorise } from "../authorise.ts";
import { openCase } from "../open-case.ts";
import { settingsOf } from "../settings.ts";
import { agreesToResearch, grantAccess } from "../supervision.ts";
import type { Viewers } from "../views.ts";
import { type MeasuringState, measuringState } from "./measuring.ts";
import { viewersOf } from "./visible-to.ts";

/** What the page about a client’s consents and rights shows. Nothing clinical is in it. */
export interface PrivacyView {
  readonly episode: string;
  readonly client: { readonly client: string; readonly label: string };
  readonly language: string;
  readonly birthYear: number | null;
  readonly ageBand: "child" | "adolescent" | "adult";
  readonly therapist: string;
  readonly measuring: MeasuringState;
  readonly viewers: Viewers;
  /** Supervisors who could get or have consent. */
  readonly supervisors: readonly { readonly staff: string; readonly name: string; readonly given: boolean }[];
  readonly research: boolean;
  /** Everything that was said in this episode of care, the newest first. */
  readonly said: readonly (Consent & { readonly supervisorName: string | null; readonly recorder: string })[];
  /** How many people may be sent messages, of all contacts. */
  readonly contacts: { readonly consenting: number; readonly all: number };
  /** What was recorded about restriction of processing, the newest first. */
  readonly restrictions: readonly (Restriction & { readonly recorder: string })[];
  /** The client’s episodes of care. */
  readonly episodes: number;
  readonly mayRecordConsent: boolean;
  /** Whether the actor sees the client’s page; administrators do not. */
  readonly mayReadCase: boolean;
  readonly mayErase: boolean;
}

/** Returns consents, who can see what, and restrictions, for the therapist and for administrators. */
export async function readPrivacy(
  context: AppContext,
  actor: Actor,
  episodeId: string,
): Promise<PrivacyView> {
  return within(context, actor, async (scope) => {
    const { episode, subject } = await openCase(scope, actor, "manage-privacy", episodeId);
    const { client } = episode.client;
    const everyone = await staff.list(scope);
    const names = new Map(everyone.map((one) => [one.staff, one.name]));
    const said = await consents.list(scope, [episodeId]);
    const granted = grantAccess(said);
    const may = (action: "give-consent" | "read-case" | "erase-client") =>
      authorise(actor, action, subject).kind === "allowed";
    const reached = await contacts.list(scope, [client]);
    return {
      episode: episodeId,
      client: { client, label: episode.client.label },
      language: episode.language,
      birthYear: (await clients.find(scope, client))?.birthYear ?? null,
      ageBand: episode.client.ageBand,
      therapist: episode.therapist.name,
      measuring: await measuringState(scope, episode),
      viewers: await viewersOf(scope, episode, await settingsOf(scope)),
      supervisors: everyone
        .filter(
          ({ active, roles, staff: id }) =>
            active && roles.includes("supervisor") && id !== episode.therapist.staff,
        )
        .map(({ staff: id, name }) => ({ staff: id, name, given: granted.includes(id) })),
      research: agreesToResearch(said),
      said: said.toReversed().map((one) => ({
        ...one,
        supervisorName: one.supervisor === null ? null : (names.get(one.supervisor) ?? null),
        recorder: names.get(one.recordedBy) ?? "",
      })),
      contacts: {
        all: reached.length,
        consenting: reached.filter(({ consentedAt }) => consentedAt !== null).length,
      },
      restrictions: (await restrictions.list(scope, client))
        .toReversed()
        .map((one) => ({ ...one, recorder: names.get(one.recordedBy) ?? "" })),
      episodes: (await episodes.list(scope)).filter((one) => one.client.client === client).length,
      mayRecordConsent: may("give-consent"),
      mayReadCase: may("read-case"),
      mayErase: may("erase-client"),
    };
  });
}
