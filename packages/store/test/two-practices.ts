import { createHash } from "node:crypto";
import {
  clients,
  type digests,
  episodes,
  newIdentifier,
  practices,
  requests,
  type responses,
  type Scope,
  type Store,
  type scores,
  sessions,
  staff,
} from "@concord/store";

/** A practice with one of everything that a response hangs on. */
export interface Small {
  readonly practice: string;
  readonly therapist: string;
  readonly client: string;
  readonly episode: string;
  readonly request: string;
  readonly token: Buffer;
}

/** The SHA-256 of a token, as requests keep it. */
export const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

export async function smallPractice(store: Store, name: string): Promise<Small> {
  const practice = newIdentifier();
  return store.within(practice, async (scope) => {
    await practices.found(scope, { name, simulated: true });
    const therapist = await staff.add(scope, {
      name: `Therapist of ${name}`,
      email: `therapist@${name}.example`,
      roles: ["therapist"],
      user: `user-${name}`,
    });
    const client = await clients.add(scope, { label: `Client of ${name}`, ageBand: "adult" });
    const episode = await episodes.open(scope, {
      client,
      therapist,
      openedOn: "2026-01-05",
      reference: "A1",
    });
    await sessions.record(scope, { episode, session: 1, heldOn: "2026-01-05" });
    const token = hashOf(`token of ${name}`);
    const request = await requests.ask(scope, asked(episode, { tokenHash: token }));
    return { practice, therapist, client, episode, request, token };
  });
}

/** A request for a client's form of session 1, open for a week in January 2026. */
export function asked(
  episode: string,
  changes: Partial<requests.NewFormRequest> = {},
): requests.NewFormRequest {
  return {
    episode,
    session: 1,
    instrument: "concord-alliance-client",
    instrumentVersion: "1",
    construct: "alliance",
    rater: "client",
    language: "en",
    createdAt: "2026-01-05T10:00:00.000Z",
    expiresAt: "2026-01-12T10:00:00.000Z",
    ...changes,
  };
}

/** Answers to the small practice's one request. */
export function submitted(request: string, changes: Partial<responses.Submitted> = {}): responses.Submitted {
  return {
    request,
    values: { i01: 4, i02: 5 },
    texts: {},
    idempotencyKey: "first try",
    receivedAt: "2026-01-06T08:00:00.000Z",
    ...changes,
  };
}

/** A score of 4 on a scale of 1 to 5. */
export function scored(
  response: string,
  episode: string,
  changes: Partial<scores.NewScore> = {},
): scores.NewScore {
  return {
    response,
    episode,
    construct: "alliance",
    better: "higher",
    scoring: "1",
    result: {
      kind: "score",
      scale: "total",
      value: 4,
      percent: 75,
      minimum: 1,
      maximum: 5,
      answered: 2,
      items: 2,
      prorated: false,
    },
    ...changes,
  };
}

/** A line of the caseload with nothing to say. */
export function digest(
  episode: string,
  therapist: string,
  changes: Partial<digests.NewDigest> = {},
): digests.NewDigest {
  return {
    episode,
    therapistId: therapist,
    therapist: "Therapist",
    client: "Client",
    ageBand: "adult",
    phase: null,
    sessions: 1,
    lastSession: null,
    nextSession: null,
    weight: null,
    headline: { id: "stored.headline.quiet", values: {} },
    headlineTexts: ["No current signals."],
    signals: 0,
    spark: [],
    awaiting: [],
    openTasks: 0,
    closed: false,
    ...changes,
  };
}

export type { Scope };
