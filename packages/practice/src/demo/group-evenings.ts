import { answer, findInstrument } from "@concord/instruments";
import type { Chance } from "@concord/numerics";
import { groups, newIdentifier, requests, responses, type Scope } from "@concord/store";
import { formsOfSessions } from "./forms-of-sessions.ts";
import { simulateRoundRobin } from "./round-robin.ts";
import { requestOf, type WrittenCase } from "./write-cases.ts";

const roundRobinForm = "concord-round-robin-member";

const demoGroupName = "Wednesday group";

/** Puts the members into one group, and lets them rate each other in every session whose forms ask for it. */
export async function writeGroup(
  scope: Scope,
  members: readonly WrittenCase[],
  chance: Chance,
): Promise<void> {
  const [first] = members;
  const instrument = findInstrument(roundRobinForm);
  if (first === undefined || instrument === null)
    throw new RangeError("writeGroup requires members and a form");
  const joinedOn = first.simulated.openedOn;
  const group = await groups.open(scope, {
    name: demoGroupName,
    therapist: first.therapist,
    openedOn: joinedOn,
  });
  for (const one of members) await groups.join(scope, group, one.episode, joinedOn);
  const formsIn = formsOfSessions(first.simulated.scenario, "group", () => true);
  const rounds = first.simulated.sessions
    .map(({ session }) => session)
    .filter((session) => formsIn(session).some((form) => form.instrument === roundRobinForm));
  for (const session of rounds) {
    const heldOn = first.simulated.sessions.find((one) => one.session === session)?.heldOn ?? joinedOn;
    const answeredAt = `${heldOn}T19:00:00.000Z`;
    const rows = members.map((of) => ({ of, request: newIdentifier(), response: newIdentifier() }));
    await requests.askMany(
      scope,
      rows.map(({ of, request }) => ({
        ...requestOf(
          of,
          { session, form: { instrument: roundRobinForm, rater: "member" }, raw: null },
          instrument,
          "en",
        ),
        request,
        createdAt: `${heldOn}T18:30:00.000Z`,
        expiresAt: answeredAt,
        answeredAt,
      })),
    );
    await responses.addMany(
      scope,
      rows.map(({ of, request, response }) => ({
        response,
        request,
        episode: of.episode,
        session,
        instrument: roundRobinForm,
        instrumentVersion: instrument.version,
        rater: "member" as const,
        source: "simulation" as const,
        values: {},
        receivedAt: answeredAt,
      })),
    );
    await responses.rateMembersMany(
      scope,
      simulateRoundRobin(instrument, members.length, chance).flatMap(({ perceiver, target, raw }) => {
        const given = answer(instrument, raw);
        if (given.kind === "rejected") throw new RangeError("writeGroup requires answers that fit");
        return Object.entries(given.values).map(([item, value]) => ({
          response: rows[perceiver]!.response,
          member: members[target]!.episode,
          item,
          value,
        }));
      }),
    );
  }
}
