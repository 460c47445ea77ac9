import { findInstrument } from "@concord/instruments";
import { responses, type Scope } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { isShared } from "../case-facts.ts";
import { openCase } from "../open-case.ts";
import { practiceDay } from "../practice-day.ts";
import { readCase } from "../read-case.ts";
import { record } from "../record.ts";
import type { BriefView, Said } from "../views/brief.ts";
import type { RelationshipView } from "../views/relationship.ts";
import { formStarter } from "../wordings.ts";

/**
 * What is worth having in mind before the next session, on one page; or the same for supervision, as far as the
 * client has agreed to it.
 *
 * Neither holds notes. The page for supervision holds nothing that is about the therapist alone either, so that
 * what a therapist prints is what a supervisor who was let in would see.
 */
export async function readBrief(
  context: AppContext,
  actor: Actor,
  episodeId: string,
  purpose: BriefView["purpose"],
): Promise<BriefView> {
  const { notes: _, ...view } = await readCase(context, actor, episodeId);
  return within(context, actor, async (scope) => {
    const { episode, subject } = await openCase(scope, actor, "read-case", episodeId);
    await record(scope, actor, `read-brief ${purpose}`, `episode:${episodeId}`);
    const last = Math.max(0, ...view.sessions.map((one) => one.session));
    const isForOthers = purpose === "supervision";
    return {
      purpose,
      next: last + 1,
      view: isForOthers
        ? {
            ...view,
            relationship: {
              ...view.relationship,
              amongOwn: null,
              readiness: forOthers(view.relationship.readiness),
            },
          }
        : view,
      said: await saidLast(scope, episodeId, episode.language, last - recentSessions),
      consent: subject.supervisors.length > 0,
      madeOn: (await practiceDay(scope, context)).today,
    };
  });
}

/** Without what is the therapist’s alone. */
function forOthers(readiness: RelationshipView["readiness"]): RelationshipView["readiness"] {
  if (readiness === null || readiness.client === null) return null;
  return { ...readiness, therapist: null, square: null };
}

/** Words older than this many sessions are not news before the next one. */
const recentSessions = 2;

/** Of the latest session in which the client wrote anything, if that is not long ago. */
async function saidLast(
  scope: Scope,
  episode: string,
  language: string,
  after: number,
): Promise<readonly Said[]> {
  const written = (await responses.list(scope, [episode])).filter(
    (one) => one.rater === "client" && isShared(one.instrument) && Object.keys(one.texts).length > 0,
  );
  const latest = Math.max(-1, ...written.map((one) => one.session));
  if (latest <= after) return [];
  const start = await formStarter(scope);
  return written
    .filter((one) => one.session === latest)
    .flatMap((one) => {
      const instrument = findInstrument(one.instrument);
      if (instrument === null) return [];
      const form = start(instrument, language);
      return Object.entries(one.texts).map(([item, text]) => ({
        session: one.session,
        question:
          (form.kind === "ready" ? form.wording.items[item]?.text : undefined) ?? instrument.shortTitle,
        text,
      }));
    });
}
