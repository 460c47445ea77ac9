import { type Course, trace } from "@concord/course";
import type { CaseFacts } from "./case-facts.ts";

/**
 * The course of a case from what the store knows of it.
 *
 * A form counts as asked for once it was answered or its link has run out: one that is still out may yet
 * come. With a session that was not attended nothing was asked.
 */
export function traceCase(facts: CaseFacts, now: Date): Course {
  const { episode } = facts;
  const asked = Map.groupBy(
    facts.requests.filter((one) => one.answeredAt !== null || Date.parse(one.expiresAt) <= now.getTime()),
    (one) => one.session,
  );
  return trace({
    case: episode.episode,
    ageBand: episode.client.ageBand,
    scores: facts.scores,
    sessions: facts.sessions.map(({ session, heldOn, attended }) => ({
      session,
      ...(heldOn === null ? {} : { date: heldOn }),
      attended,
      asked: (asked.get(session) ?? []).map(({ rater, construct, answeredAt }) => ({
        rater,
        construct,
        answered: answeredAt !== null,
      })),
    })),
    risks: facts.risks,
    expected: facts.expected,
    responses: facts.responses,
    readiness: facts.readiness,
    phases: facts.phases.map(({ name, from }) => ({ name, from })),
    ...(episode.endingFrom === null ? {} : { endingFrom: episode.endingFrom }),
  });
}
