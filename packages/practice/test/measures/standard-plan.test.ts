import assert from "node:assert/strict";
import { test } from "node:test";
import type { AgeBand } from "@concord/instruments";
import type { CareSetting } from "../../src/measures/plan.ts";
import { plannedSittings } from "../../src/measures/planned-forms.ts";
import { defaultPlan } from "../../src/measures/templates.ts";

/** Written by hand from the schedule that was fixed before plans, with PHQ-9 or YP-CORE at intake. */
const adult: readonly (readonly string[])[] = [
  ["phq-9", "attachment-client", "perfectionism-client", "readiness-client", "readiness-therapist"],
  ["phq-9", "gad-7", ...every()],
  ["session-depth-client", ...every()],
  ["phq-9", "conditions-client", ...every()],
  ["session-depth-client", "social-network-client", ...every()],
  ["phq-9", "gad-7", "distance-client", ...every()],
  ["session-depth-client", "attachment-to-therapist-client", ...every()],
  ["phq-9", ...every()],
  ["session-depth-client", "social-network-client", ...every()],
  ["phq-9", "gad-7", ...every()],
  ["session-depth-client", "conditions-client", "distance-client", ...every()],
  ["phq-9", ...every()],
  ["session-depth-client", "social-network-client", ...every()],
];

function every(): readonly string[] {
  return [
    "alliance-session-client-adult",
    "rupture-client",
    "alliance-session-therapist",
    "rupture-therapist",
  ];
}

const ofAdolescent = [
  "alliance-session-client-adolescent",
  "rupture-client",
  "alliance-session-therapist",
  "rupture-therapist",
];
const adolescent: readonly (readonly string[])[] = [
  ["yp-core", "readiness-client", "readiness-therapist"],
  ["yp-core", "alliance-session-caregiver", ...ofAdolescent],
  ofAdolescent,
  ["yp-core", "conditions-client", ...ofAdolescent],
  ofAdolescent,
  ["yp-core", "alliance-session-caregiver", ...ofAdolescent],
];

const ofChild = ["alliance-session-client-child", "alliance-session-therapist"];
const child: readonly (readonly string[])[] = [
  ["readiness-therapist"],
  ["alliance-session-caregiver", ...ofChild],
  ofChild,
  ofChild,
  ofChild,
  ["alliance-session-caregiver", ...ofChild],
];

const ofGroup = ["alliance-session-client-adult", "cohesion-member"];
const group: readonly (readonly string[])[] = [
  ["phq-9", "attachment-client", "perfectionism-client", "readiness-client", "readiness-therapist"],
  ["phq-9", ...ofGroup],
  ofGroup,
  ofGroup,
  ["round-robin-member", "alliance-session-therapist", ...ofGroup],
  ["phq-9", ...ofGroup],
];

const cases: readonly [AgeBand, CareSetting, readonly (readonly string[])[]][] = [
  ["adult", "individual", adult],
  ["adolescent", "individual", adolescent],
  ["child", "individual", child],
  ["adult", "group", group],
];

for (const [ageBand, setting, expected] of cases) {
  test(`standard plan, ${ageBand}, ${setting}: what was given before there were plans`, () => {
    const planned = [...sittings(ageBand, setting, expected.length)].map(({ forms }) =>
      forms.map(({ instrument }) => instrument.replace("concord-", "")).toSorted(),
    );
    assert.deepEqual(
      planned,
      expected.map((forms) => forms.toSorted()),
    );
  });
}

test("standard plan: nothing is postponed in 120 sessions if everything is answered", () => {
  for (const [ageBand, setting] of cases) {
    for (const { postponed } of sittings(ageBand, setting, 121)) assert.deepEqual(postponed, []);
  }
});

function sittings(ageBand: AgeBand, setting: CareSetting, count: number) {
  return plannedSittings(
    defaultPlan,
    {
      ageBand,
      setting,
      sessions: Array.from({ length: count }, (_, session) => ({ session, heldOn: null })),
      given: "as-planned",
      phaseOf: () => null,
      endingFrom: null,
    },
    () => null,
  );
}
