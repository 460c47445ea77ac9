import type { DatedScore } from "../course.ts";

/** How ready one of the two is for this therapy, on the 0–100 metric, in the first form that they answered. */
export interface Readiness {
  readonly instrument: string;
  readonly session: number;
  readonly percent: number;
}

/** Readiness of client and therapist at intake, side by side. */
export interface ReadinessReading {
  /** Null where the form is missing, or is not open to who reads. */
  readonly client: Readiness | null;
  readonly therapist: Readiness | null;
  /** Who is ready: from the middle of the scale on. Null until both have answered. */
  readonly square: "both" | "client" | "therapist" | "neither" | null;
}

/** The middle of the scale. A choice of Concord’s: no study says from where on readiness suffices. */
const readyFrom = 50;

/**
 * Returns how ready client and therapist are for this therapy, from the first form of each; null where neither answered.
 *
 * An alliance takes two who accept it (Bordin 1979, doi 10.1037/h0085885), so both are asked at intake.
 */
export function readReadiness(scores: readonly DatedScore[]): ReadinessReading | null {
  const client = firstOf(scores, "client");
  const therapist = firstOf(scores, "therapist");
  if (client === null && therapist === null) return null;
  return { client, therapist, square: squareOf(client, therapist) };
}

function squareOf(client: Readiness | null, therapist: Readiness | null): ReadinessReading["square"] {
  if (client === null || therapist === null) return null;
  if (client.percent >= readyFrom) return therapist.percent >= readyFrom ? "both" : "client";
  return therapist.percent >= readyFrom ? "therapist" : "neither";
}

function firstOf(scores: readonly DatedScore[], rater: DatedScore["rater"]): Readiness | null {
  const own = scores
    .filter((score) => score.construct === "readiness" && score.rater === rater && score.better !== "neither")
    .toSorted((a, b) => a.session - b.session);
  const first = own.find((score) => score.scale === "readiness" || score.scale === "total") ?? own[0];
  if (first === undefined) return null;
  const share = (100 * (first.value - first.minimum)) / (first.maximum - first.minimum);
  return {
    instrument: first.instrument,
    session: first.session,
    percent: first.better === "higher" ? share : 100 - share,
  };
}
