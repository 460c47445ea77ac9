import type { Course } from "@concord/course";
import { type StaffMessage, staffLocales, staffMessages } from "@concord/messages";
import { attentionOf, detectAll } from "@concord/signals";
import type { digests } from "@concord/store";
import type { CaseFacts } from "./case-facts.ts";
import { traceCase } from "./trace-case.ts";

/** Returns a case’s row of the caseload, with the one sentence that says why it needs attention. */
export function digestCase(facts: CaseFacts, now: Date): digests.NewDigest {
  const { episode } = facts;
  const course = traceCase(facts, now);
  const { safety, repairs, disclosures } = facts;
  const attention = attentionOf(course, detectAll(course), { safety, repairs, disclosures });
  const headline: StaffMessage = attention.headline;
  const held = facts.sessions.filter((one) => one.attended && one.session > 0);
  const dates = held.flatMap((one) => (one.heldOn === null ? [] : [one.heldOn])).sort();
  const waiting = facts.requests.filter(
    (one) => one.answeredAt === null && Date.parse(one.expiresAt) > now.getTime(),
  );
  return {
    episode: episode.episode,
    therapistId: episode.therapist.staff,
    therapist: episode.therapist.name,
    client: episode.client.label,
    ageBand: episode.client.ageBand,
    phase: course.phases.at(-1)?.name ?? null,
    sessions: held.length,
    lastSession: dates.at(-1) ?? null,
    nextSession: episode.nextSession,
    weight: attention.weight,
    headline,
    headlineTexts: staffLocales.map((locale) => staffMessages(locale).of(headline)),
    signals: attention.items.length,
    spark: sparkOf(course),
    awaiting: waiting.map(({ rater, session, createdAt }) => ({ rater, session, since: createdAt })),
    openTasks: facts.openTasks,
    closed: episode.closedOn !== null,
  };
}

/** The client's alliance total from the first session on; null where the form is missing. */
function sparkOf(course: Course): readonly (number | null)[] {
  const own = course.series.filter(
    (series) => series.construct === "alliance" && series.rater === "client" && series.scale === "total",
  );
  const percents = new Map(own.flatMap(({ points }) => points.map((one) => [one.session, one.percent])));
  return Array.from({ length: course.sessions }, (_, index) => percents.get(index + 1) ?? null);
}
