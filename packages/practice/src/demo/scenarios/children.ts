import type { Scenario } from "../scenario.ts";
import { broken, ceiling, growing, mended, stable } from "../shape.ts";

/** Six to ten, each with a caregiver. */
export const children: readonly Scenario[] = [
  { client: "Emil T.", ageBand: "child", therapist: 2, shape: stable(80), sessions: 10 },
  {
    client: "Leila M.",
    ageBand: "child",
    therapist: 2,
    shape: growing(54, 14),
    sessions: 12,
    supervision: true,
  },
  { client: "Jonah W.", ageBand: "child", therapist: 2, shape: mended(78, 6, 42), sessions: 11 },
  { client: "Ada F.", ageBand: "child", therapist: 1, shape: ceiling, sessions: 7 },
  { client: "Matteo C.", ageBand: "child", therapist: 1, shape: broken(76, 7, 40), sessions: 8 },
  { client: "Nora H.", ageBand: "child", therapist: 0, shape: stable(70), sessions: 4, waiting: true },
];
