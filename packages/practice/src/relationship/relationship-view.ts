import {
  attachmentReadings,
  type Course,
  circumplexReadings,
  featuresOf,
  minClientsForReadiness,
  readBond,
  readDistance,
  readPerfectionism,
  readReadiness,
  readTwoPeople,
  summarizeInformants,
  watchList,
} from "@concord/course";
import type { Construct } from "@concord/instruments";
import { responses, type Scope, type StoredResponse, scores } from "@concord/store";
import { isShared } from "../case-facts.ts";
import { populationChoice } from "../norms/populations.ts";
import type { AmongOwn, RelationshipView } from "../views/relationship.ts";
import { ownPairs } from "./own-pairs.ts";

/**
 * Everything a case's own forms say of the two people, of attachment, distance, perfectionism and age. `own`: the
 * therapist, where they are the one who reads; nobody else is told what is usual for them.
 */
export async function relationshipView(
  scope: Scope,
  episode: string,
  course: Course,
  own: string | null,
): Promise<RelationshipView> {
  const of = (construct: Construct) =>
    course.series.find((each) => each.construct === construct && each.rater === "client")?.instrument;
  const compared = await populationChoice(
    scope,
    episode,
    "attachment-norm",
    of("attachment"),
    course.ageBand ?? "adult",
  );
  const readings = attachmentReadings(course, compared.chosen);
  const newest = readings.at(-1) ?? null;
  const leaning = newest?.leaning;
  const toTherapist = of("attachment-to-therapist");
  return {
    twoPeople: readTwoPeople(course),
    amongOwn: own === null ? null : await amongOwn(scope, own, episode),
    attachment: newest === null ? null : { readings, compared },
    bond: {
      ...readBond(course, newest),
      features: toTherapist === undefined ? null : await features(scope, episode, toTherapist),
    },
    distance: readDistance(course, leaning?.kind === "leaning" ? leaning.strategy : null),
    perfectionism: await perfectionism(scope, episode, course, of("perfectionism")),
    chairs: summarizeInformants(course),
    circumplex: circumplexReadings(course).at(-1) ?? null,
    readiness: await readiness(scope, episode, own),
    readinessStanding: course.readiness,
    readinessNeeds: minClientsForReadiness,
  };
}

/** The therapist’s own form is private: without them as the reader the client’s stands alone. */
async function readiness(scope: Scope, episode: string, own: string | null) {
  const dated = (await scores.dated(scope, [episode])).get(episode) ?? [];
  return readReadiness(own === null ? dated.filter((one) => isShared(one.instrument)) : dated);
}

async function amongOwn(scope: Scope, therapist: string, episode: string): Promise<AmongOwn | null> {
  const { cases, among } = await ownPairs(scope, therapist);
  if (among.kind === "none") return null;
  const here = among.each[cases.findIndex((one) => one.episode === episode)];
  if (here == null) return null;
  return {
    ...here,
    usualDiscrepancy: among.discrepancy.usual,
    usualTracking: among.tracking.usual,
    pairs: among.pairs,
  };
}

async function features(scope: Scope, episode: string, instrument: string) {
  const answered = await responses.list(scope, [episode], instrument);
  const newest = answered.reduce<StoredResponse | null>(
    (best, one) => (best === null || one.session >= best.session ? one : best),
    null,
  );
  return newest === null ? null : featuresOf(instrument, newest.values);
}

async function perfectionism(
  scope: Scope,
  episode: string,
  course: Course,
  instrument: string | undefined,
): Promise<RelationshipView["perfectionism"]> {
  const compared = await populationChoice(
    scope,
    episode,
    "perfectionism-norm",
    instrument,
    course.ageBand ?? "adult",
  );
  const reading = readPerfectionism(course, compared.chosen);
  return reading === null ? null : { reading, watch: watchList(course, reading), compared };
}
