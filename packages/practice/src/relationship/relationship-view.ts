import {
  attachmentReadings,
  type Course,
  featuresOf,
  readBond,
  readChairs,
  readDistance,
  readPerfectionism,
  watchList,
} from "@concord/course";
import type { Construct } from "@concord/instruments";
import { type KeptResponse, responses, type Scope } from "@concord/store";
import { populationChoice } from "../norms/populations.ts";
import type { RelationshipView } from "../views/relationship.ts";

/** Everything a case's own forms say of attachment, distance, perfectionism and age, read one after the other. */
export async function relationshipView(
  scope: Scope,
  episode: string,
  course: Course,
): Promise<RelationshipView> {
  const of = (construct: Construct) =>
    course.series.find((each) => each.construct === construct && each.rater === "client")?.instrument;
  const compared = await populationChoice(scope, episode, "attachment-norm", of("attachment"));
  const readings = attachmentReadings(course, compared.chosen);
  const newest = readings.at(-1) ?? null;
  const leaning = newest?.leaning;
  const toTherapist = of("attachment-to-therapist");
  return {
    attachment: newest === null ? null : { readings, compared },
    bond: {
      ...readBond(course, newest),
      features: toTherapist === undefined ? null : await features(scope, episode, toTherapist),
    },
    distance: readDistance(course, leaning?.kind === "leaning" ? leaning.strategy : null),
    perfectionism: await perfectionism(scope, episode, course, of("perfectionism")),
    chairs: readChairs(course),
  };
}

async function features(scope: Scope, episode: string, instrument: string) {
  const answered = await responses.list(scope, [episode], instrument);
  const newest = answered.reduce<KeptResponse | null>(
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
  const compared = await populationChoice(scope, episode, "perfectionism-norm", instrument);
  const reading = readPerfectionism(course, compared.chosen);
  return reading === null ? null : { reading, watch: watchList(course, reading), compared };
}
