import type { AgeBand } from "@concord/instruments";
import { type CareSetting, type MeasurePlan, never, type PlanRow, type Timing } from "./plan.ts";

/** The plans that a practice can begin with. */
export const templateNames = ["standard", "brief", "pcoms", "core", "youth", "study"] as const;
export type TemplateName = (typeof templateNames)[number];

const atIntake: Timing = { ...never, intake: true };
const everySession: Timing = { ...never, sessions: { every: 1, from: 1 } };

/** Returns a timing: each `every`th session, beginning with `from`. */
const each = (every: number, from: number): Timing => ({ ...never, sessions: { every, from } });

const adults: readonly AgeBand[] = ["adult"];
const young: readonly AgeBand[] = ["adolescent", "child"];
const fromEleven: readonly AgeBand[] = ["adult", "adolescent"];
const everyone: readonly AgeBand[] = ["adult", "adolescent", "child"];

interface Given {
  readonly priority?: PlanRow["priority"];
  readonly whenMissed?: PlanRow["whenMissed"];
  readonly setting?: CareSetting;
}

function row(
  instrument: string,
  bands: readonly AgeBand[],
  when: Timing,
  { priority = 2, whenMissed = "leave-out", setting = "individual" }: Given = {},
): PlanRow {
  return { instrument, setting, ageBands: [...bands], when, priority, whenMissed };
}

const first = { priority: 1 } as const;
const symptoms = { priority: 1, whenMissed: "next-session" } as const;
const last = { priority: 3 } as const;
const inGroup = { setting: "group" } as const;

/** Rating of the session by client and therapist, at every age. */
const sessionRatings: readonly PlanRow[] = [
  row("concord-alliance-session-client-adult", adults, everySession, first),
  row("concord-alliance-session-client-adolescent", ["adolescent"], everySession, first),
  row("concord-alliance-session-client-child", ["child"], everySession, first),
  row("concord-alliance-session-therapist", everyone, everySession, first),
];

/** Ratings of the session and of tension in it. */
const withRuptures: readonly PlanRow[] = [
  ...sessionRatings.slice(0, 3),
  row("concord-rupture-client", fromEleven, everySession, first),
  ...sessionRatings.slice(3),
  row("concord-rupture-therapist", fromEleven, everySession, first),
];

const intakeOfGroup: readonly PlanRow[] = [
  row("concord-readiness-client", fromEleven, atIntake, inGroup),
  row("concord-readiness-therapist", everyone, atIntake, inGroup),
  row("concord-attachment-client", adults, atIntake, inGroup),
  row("concord-perfectionism-client", adults, atIntake, inGroup),
];

/** Ratings of a group's meetings; members rate each other and the therapist rates them at every fourth. */
const groupMeetings: readonly PlanRow[] = [
  row("concord-alliance-session-client-adult", adults, everySession, { ...first, ...inGroup }),
  row("concord-cohesion-member", fromEleven, everySession, { ...first, ...inGroup }),
  row("concord-round-robin-member", fromEleven, each(4, 4), inGroup),
  row("concord-alliance-session-therapist", everyone, each(4, 4), inGroup),
];

const standard: MeasurePlan = {
  version: 1,
  template: "standard",
  minutes: 6,
  rows: [
    ...withRuptures,
    row("concord-readiness-client", fromEleven, atIntake),
    row("concord-readiness-therapist", everyone, atIntake),
    row("concord-attachment-client", adults, atIntake),
    row("concord-perfectionism-client", adults, atIntake),
    row("phq-9", adults, { ...each(2, 1), intake: true }, symptoms),
    row("gad-7", adults, each(4, 1), symptoms),
    row("yp-core", ["adolescent"], { ...each(2, 1), intake: true }, symptoms),
    row("concord-session-depth-client", adults, each(2, 2), last),
    row("concord-conditions-client", fromEleven, { ...never, at: [3, 10] }),
    row("concord-distance-client", adults, each(5, 5)),
    row("concord-attachment-to-therapist-client", adults, each(10, 6)),
    row("concord-social-network-client", adults, each(4, 4), last),
    row("concord-alliance-session-caregiver", young, each(4, 1)),
    ...intakeOfGroup,
    ...groupMeetings,
    row("phq-9", adults, { ...each(4, 1), intake: true }, { ...symptoms, ...inGroup }),
    row("yp-core", ["adolescent"], { ...each(4, 1), intake: true }, { ...symptoms, ...inGroup }),
  ],
};

const brief: MeasurePlan = {
  version: 1,
  template: "brief",
  minutes: 3,
  rows: [
    ...sessionRatings,
    row("phq-9", adults, { ...each(4, 4), intake: true, ending: true }, symptoms),
    row("yp-core", ["adolescent"], { ...each(4, 4), intake: true, ending: true }, symptoms),
    row("concord-alliance-session-caregiver", young, each(4, 4)),
    ...groupMeetings.slice(0, 2),
    row("phq-9", adults, { ...each(4, 4), intake: true, ending: true }, { ...symptoms, ...inGroup }),
  ],
};

const outcomeEachTime: Timing = { ...everySession, intake: true };

const pcoms: MeasurePlan = {
  version: 1,
  template: "pcoms",
  minutes: 5,
  rows: [
    row("ors-client", fromEleven, outcomeEachTime, symptoms),
    row("cors-client", ["child"], outcomeEachTime, symptoms),
    row("cors-caregiver", ["child"], { ...each(4, 1), intake: true }, symptoms),
    row("srs-client", adults, everySession, first),
    row("concord-alliance-session-client-adolescent", ["adolescent"], everySession, first),
    row("csrs-client", ["child"], everySession, first),
    row("ors-client", fromEleven, outcomeEachTime, { ...symptoms, ...inGroup }),
    row("gsrs-member", adults, everySession, { ...first, ...inGroup }),
  ],
};

const core: MeasurePlan = {
  version: 1,
  template: "core",
  minutes: 8,
  rows: [
    row("core-om", adults, { ...never, intake: true, ending: true }, symptoms),
    row("core-10", adults, everySession, symptoms),
    row("yp-core", ["adolescent"], { ...outcomeEachTime, ending: true }, symptoms),
    ...sessionRatings,
    row("core-om", adults, { ...never, intake: true, ending: true }, { ...symptoms, ...inGroup }),
    row("core-10", adults, everySession, { ...symptoms, ...inGroup }),
    ...groupMeetings.slice(0, 2),
  ],
};

const youth: MeasurePlan = {
  version: 1,
  template: "youth",
  minutes: 5,
  rows: [
    ...sessionRatings,
    row("concord-rupture-client", ["adolescent"], each(2, 2)),
    row("concord-rupture-therapist", ["adolescent"], each(2, 2)),
    row("concord-readiness-client", fromEleven, atIntake),
    row("concord-readiness-therapist", everyone, atIntake),
    row("phq-9", adults, { ...each(4, 1), intake: true, ending: true }, symptoms),
    row("yp-core", ["adolescent"], { ...each(2, 1), intake: true, ending: true }, symptoms),
    row("cors-client", ["child"], { ...each(2, 1), intake: true, ending: true }, symptoms),
    row("cors-caregiver", ["child"], { ...each(4, 1), intake: true, ending: true }, symptoms),
    row("concord-alliance-session-caregiver", young, { ...each(2, 1), ending: true }),
    row("concord-conditions-client", ["adolescent"], { ...never, at: [3, 10] }, last),
    ...groupMeetings.slice(0, 2),
  ],
};

const allianceStudy: MeasurePlan = {
  version: 1,
  template: "study",
  minutes: 8,
  rows: [
    ...withRuptures,
    row("concord-alliance-session-observer", fromEleven, each(4, 3), last),
    row("concord-alliance-full-client", adults, { ...never, at: [3, 8, 16], ending: true }),
    row("concord-alliance-full-therapist", adults, { ...never, at: [3, 8, 16], ending: true }),
    row("concord-session-depth-client", fromEleven, everySession, last),
    row("concord-session-depth-therapist", fromEleven, everySession, last),
    row("concord-attachment-client", fromEleven, atIntake),
    row("concord-attachment-to-therapist-client", adults, {
      ...never,
      phases: ["working-through", "termination"],
    }),
    row("concord-alliance-session-caregiver", young, each(4, 1)),
    row("phq-9", adults, { ...each(2, 1), intake: true, ending: true }, symptoms),
    row("gad-7", adults, { ...each(4, 1), ending: true }, symptoms),
    row("yp-core", ["adolescent"], { ...each(2, 1), intake: true, ending: true }, symptoms),
    ...groupMeetings,
    row(
      "phq-9",
      adults,
      { ...each(2, 1), intake: true, ending: true },
      {
        ...symptoms,
        ...inGroup,
      },
    ),
  ],
};

const templates: Readonly<Record<TemplateName, MeasurePlan>> = {
  standard,
  brief,
  pcoms,
  core,
  youth,
  study: allianceStudy,
};

/** Returns a plan to begin with. */
export function templatePlan(name: TemplateName): MeasurePlan {
  return templates[name];
}

/** In force until a practice chooses one. */
export const defaultPlan: MeasurePlan = standard;
