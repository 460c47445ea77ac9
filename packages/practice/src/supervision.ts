import { type Consent, consents, type Scope } from "@concord/store";

/**
 * Whom do these consents let in for supervision?
 *
 * The newest word of each person counts. Someone is let in when the client or the caregiver has said yes and
 * nobody who was asked has taken it back.
 */
export function grantAccess(said: readonly Consent[]): readonly string[] {
  const newest = new Map<string, Consent>();
  for (const one of said) {
    if (one.matter === "supervision") newest.set(`${one.supervisor} ${one.givenBy}`, one);
  }
  const bySupervisor = Map.groupBy(newest.values(), (one) => one.supervisor);
  return [...bySupervisor]
    .filter(([, words]) => words.every((one) => one.state === "given"))
    .filter(([, words]) => words.some((one) => one.givenBy !== "therapist"))
    .flatMap(([supervisor]) => (supervisor === null ? [] : [supervisor]));
}

/** Has the client, or the caregiver, agreed to research, and nobody taken it back? */
export function agreesToResearch(said: readonly Consent[]): boolean {
  const newest = new Map(said.filter((one) => one.matter === "research").map((one) => [one.givenBy, one]));
  const words = [...newest.values()];
  return words.every((one) => one.state === "given") && words.some((one) => one.givenBy !== "therapist");
}

/** The cases a supervisor may look into now. */
export async function supervisedBy(scope: Scope, supervisor: string): Promise<readonly string[]> {
  const standing = await consents.standing(scope, { supervisor, matter: "supervision" });
  const episodes = [...new Set(standing.map((one) => one.episode))];
  const said = Map.groupBy(await consents.list(scope, episodes), (one) => one.episode);
  return episodes.filter((episode) => grantAccess(said.get(episode) ?? []).includes(supervisor));
}
