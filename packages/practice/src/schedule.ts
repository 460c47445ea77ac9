import type { AgeBand, Instrument, Rater } from "@concord/instruments";

/** What a form is asked for: its id and who answers it. */
export interface ScheduledForm {
  readonly instrument: string;
  readonly rater: Rater;
}

const every: Readonly<Record<AgeBand, readonly ScheduledForm[]>> = {
  adult: [
    { instrument: "concord-alliance-session-client-adult", rater: "client" },
    { instrument: "concord-rupture-client", rater: "client" },
    { instrument: "concord-alliance-session-therapist", rater: "therapist" },
    { instrument: "concord-rupture-therapist", rater: "therapist" },
  ],
  adolescent: [
    { instrument: "concord-alliance-session-client-adolescent", rater: "client" },
    { instrument: "concord-rupture-client", rater: "client" },
    { instrument: "concord-alliance-session-therapist", rater: "therapist" },
    { instrument: "concord-rupture-therapist", rater: "therapist" },
  ],
  child: [
    { instrument: "concord-alliance-session-client-child", rater: "client" },
    { instrument: "concord-alliance-session-therapist", rater: "therapist" },
  ],
};

const intake: Readonly<Record<AgeBand, readonly ScheduledForm[]>> = {
  adult: [
    { instrument: "concord-readiness-client", rater: "client" },
    { instrument: "concord-readiness-therapist", rater: "therapist" },
    { instrument: "concord-attachment-client", rater: "client" },
    { instrument: "concord-perfectionism-client", rater: "client" },
  ],
  adolescent: [
    { instrument: "concord-readiness-client", rater: "client" },
    { instrument: "concord-readiness-therapist", rater: "therapist" },
  ],
  child: [{ instrument: "concord-readiness-therapist", rater: "therapist" }],
};

const caregiver: ScheduledForm = { instrument: "concord-alliance-session-caregiver", rater: "caregiver" };
const conditions: ScheduledForm = { instrument: "concord-conditions-client", rater: "client" };
const distance: ScheduledForm = { instrument: "concord-distance-client", rater: "client" };
const depth: ScheduledForm = { instrument: "concord-session-depth-client", rater: "client" };
const toTherapist: ScheduledForm = { instrument: "concord-attachment-to-therapist-client", rater: "client" };
const network: ScheduledForm = { instrument: "concord-social-network-client", rater: "client" };
const depression: ScheduledForm = { instrument: "phq-9", rater: "client" };
const youngDistress: ScheduledForm = { instrument: "yp-core", rater: "client" };
const anxiety: ScheduledForm = { instrument: "gad-7", rater: "client" };

/**
 * Which forms belong to this session, at this age?
 *
 * Short ones after every session, about a minute a person; the longer ones at intake (session 0) and now and then,
 * one at a time: the therapist's manner in sessions 3 and 10, distance in every fifth, the attachment to the
 * therapist in the sixth and every tenth after it, the people around the client in every
 * fourth. Symptoms on every second session (PHQ-9, from 11 to 17 YP-CORE) and every fourth (GAD-7), the depth of the
 * hour on the others, so that none of them lengthens every evening; caregivers every fourth session. `canStart`
 * leaves out what has no wording here.
 */
export function formsFor(
  ageBand: AgeBand,
  session: number,
  canStart: (instrument: string) => boolean,
): readonly ScheduledForm[] {
  if (session === 0) return intake[ageBand].filter((form) => canStart(form.instrument));
  const forms: ScheduledForm[] = [...every[ageBand]];
  if (ageBand === "adult" && session % 2 === 1) forms.push(depression);
  if (ageBand === "adult" && session % 4 === 1) forms.push(anxiety);
  if (ageBand === "adolescent" && session % 2 === 1) forms.push(youngDistress);
  if (ageBand !== "child" && (session === 3 || session === 10)) forms.push(conditions);
  if (ageBand === "adult" && session % 2 === 0) forms.push(depth);
  if (ageBand === "adult" && session % 5 === 0) forms.push(distance);
  if (ageBand === "adult" && session % 10 === 6) forms.push(toTherapist);
  if (ageBand === "adult" && session % 4 === 0) forms.push(network);
  if (ageBand !== "adult" && session % 4 === 1) forms.push(caregiver);
  return forms.filter((form) => canStart(form.instrument));
}

const group: readonly ScheduledForm[] = [
  { instrument: "concord-alliance-session-client-adult", rater: "client" },
  { instrument: "concord-cohesion-member", rater: "member" },
];
const roundRobin: ScheduledForm = { instrument: "concord-round-robin-member", rater: "member" };
const therapist: ScheduledForm = { instrument: "concord-alliance-session-therapist", rater: "therapist" };

/**
 * Which forms belong to a group's evening?
 *
 * The alliance with the therapist and the cohesion of the group after each; every fourth time the round in
 * which members rate each other, and the therapist's own view of each member.
 */
export function groupFormsFor(
  session: number,
  canStart: (instrument: string) => boolean,
): readonly ScheduledForm[] {
  const forms: ScheduledForm[] = [...group];
  if (session % 4 === 0) forms.push(roundRobin, therapist);
  if (session % 4 === 1) forms.push(depression);
  return forms.filter((form) => canStart(form.instrument));
}

/** May this form be given to someone of this age? */
export function fits(instrument: Instrument, ageBand: AgeBand): boolean {
  return instrument.ageBands.includes(ageBand);
}
