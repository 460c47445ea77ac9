import type { Pairing, Series } from "./course.ts";
import type { Find } from "./criteria.ts";
import { meanOf, trackingOf } from "./estimates.ts";

/**
 * Both chairs on one scale, aligned by session.
 *
 * A client's and a therapist's form are paired when they are of one family and measure the same scale. Where
 * the catalogue does not know a form's family, the two are paired only if the therapist has no other form
 * with that scale.
 */
export function pairingsOf(series: readonly Series[], find: Find): readonly Pairing[] {
  return series
    .filter((own) => own.rater === "client")
    .flatMap((client) => {
      const therapist = counterpart(client, series, find);
      return therapist === null ? [] : [pairing(client, therapist)];
    });
}

function counterpart(client: Series, series: readonly Series[], find: Find): Series | null {
  const candidates = series.filter(
    (other) =>
      other.rater === "therapist" &&
      other.construct === client.construct &&
      other.scale === client.scale &&
      other.better === client.better,
  );
  const family = find(client.instrument)?.family;
  const related = candidates.find(
    (other) => family !== undefined && find(other.instrument)?.family === family,
  );
  if (related !== undefined) return related;
  const only = candidates.length === 1 ? candidates[0]! : null;
  const unknown = family === undefined || (only !== null && find(only.instrument) === null);
  return only !== null && unknown ? only : null;
}

function pairing(client: Series, therapist: Series): Pairing {
  const fromClient = new Map(client.points.map((point) => [point.session, point.percent]));
  const fromTherapist = new Map(therapist.points.map((point) => [point.session, point.percent]));
  const sessions = [...new Set([...fromClient.keys(), ...fromTherapist.keys()])]
    .sort((a, b) => a - b)
    .map((session) => ({
      session,
      client: fromClient.get(session) ?? null,
      therapist: fromTherapist.get(session) ?? null,
    }));
  const both = sessions.flatMap((row) =>
    row.client === null || row.therapist === null ? [] : [{ client: row.client, therapist: row.therapist }],
  );
  return {
    scale: client.scale,
    instrument: client.instrument,
    sessions,
    difference: meanOf(
      both.map((row) => row.therapist - row.client),
      "differences",
    ),
    tracking: trackingOf(
      both.map((row) => row.client),
      both.map((row) => row.therapist),
    ),
  };
}
