import { type DatedScore, trace } from "@concord/course";
import type { Rater } from "@concord/instruments";
import { detectAll } from "@concord/signals";

/** Made-up ratings of one therapy, 1 to 7: a good start, a break in session 8, and the way back. */
const client = [5.2, 5.5, 5.3, 5.8, 5.7, 6, 5.9, 3.4, 4.6, 5.5, 5.9, 6.1];
const therapist = [5, 5.2, 5, 5.3, 5.5, 5.4, 5.6, 4.4, 4.5, 5.2, 5.5, 5.7];

/** The course the gallery shows, drawn and read by the same rules as any other. */
export function sampleCourse() {
  const course = trace({
    case: "sample",
    ageBand: "adult",
    scores: [...scoresOf("client", client), ...scoresOf("therapist", therapist)],
  });
  return { course, signals: detectAll(course) };
}

function scoresOf(rater: Rater, values: readonly number[]): readonly DatedScore[] {
  return values.flatMap((value, index) =>
    ["bond", "tasks", "goals", "total"].map((scale, place) => ({
      session: index + 1,
      rater,
      construct: "alliance" as const,
      instrument: `concord-alliance-session-${rater === "client" ? "client-adult" : "therapist"}`,
      scale,
      // The parts stand a little apart from the total, so that each line can be seen.
      value: Math.min(7, value + [0.3, -0.2, -0.1, 0][place]!),
      minimum: 1,
      maximum: 7,
      better: "higher" as const,
    })),
  );
}
