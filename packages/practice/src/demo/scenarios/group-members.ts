import type { Scenario } from "../scenario.ts";
import { broken, growing, mended, stable } from "../shape.ts";

/** Seven adults in a weekly group with the third therapist; all were in it from the first evening. */
export const groupMembers: readonly Scenario[] = [
  { client: "Alma R.", ageBand: "adult", therapist: 2, shape: growing(55), sessions: 12, symptoms: [14, 8] },
  { client: "Bruno T.", ageBand: "adult", therapist: 2, shape: stable(70), sessions: 12, symptoms: [12, 9] },
  {
    client: "Delphine K.",
    ageBand: "adult",
    therapist: 2,
    shape: mended(72, 7),
    sessions: 12,
    symptoms: [17, 9],
    notes: [[7, "She felt the group close round Bruno. Named it in the round, it eased."]],
  },
  {
    client: "Ewan M.",
    ageBand: "adult",
    therapist: 2,
    shape: broken(68, 10, 32),
    sessions: 12,
    symptoms: [13, 13],
  },
  {
    client: "Fatima Y.",
    ageBand: "adult",
    therapist: 2,
    shape: growing(60),
    sessions: 12,
    symptoms: [15, 7],
  },
  {
    client: "Goran I.",
    ageBand: "adult",
    therapist: 2,
    shape: stable(64),
    sessions: 12,
    symptoms: [11, 8],
    missed: [5],
  },
  { client: "Helen S.", ageBand: "adult", therapist: 2, shape: stable(75), sessions: 12, symptoms: [16, 10] },
];
