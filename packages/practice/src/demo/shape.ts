import type { Chance } from "@concord/numerics";
import { normal } from "./draw.ts";

/** How the alliance of a made-up therapy goes. Courses the literature describes, not averages of anyone. */
export type Shape =
  | { readonly kind: "stable"; readonly level: number }
  | { readonly kind: "growing"; readonly level: number; readonly perLogSession: number }
  | { readonly kind: "rupture"; readonly level: number; readonly at: number; readonly depth: number }
  | {
      readonly kind: "rupture-and-repair";
      readonly level: number;
      readonly at: number;
      readonly depth: number;
    }
  | { readonly kind: "low-start"; readonly level: number }
  | { readonly kind: "ceiling" }
  | { readonly kind: "slow-decline"; readonly level: number; readonly perSession: number };

export const stable = (level: number): Shape => ({ kind: "stable", level });
export const growing = (level: number, perLogSession = 12): Shape => {
  return { kind: "growing", level, perLogSession };
};
export const mended = (level: number, at: number, depth = 34): Shape => {
  return { kind: "rupture-and-repair", level, at, depth };
};
export const broken = (level: number, at: number, depth = 30): Shape => {
  return { kind: "rupture", level, at, depth };
};
export const low = (level: number): Shape => ({ kind: "low-start", level });
export const ceiling: Shape = { kind: "ceiling" };
export const declining = (level: number, perSession = 2.6): Shape => {
  return { kind: "slow-decline", level, perSession };
};

/** One session's alliance as felt, 0–100. */
export interface Felt {
  readonly bond: number;
  readonly tasks: number;
  readonly goals: number;
}

/**
 * What was felt in each session, 1 to `count`.
 *
 * A level by shape, a stable leaning of the person between bond, tasks and goals, and noise with a
 * standard deviation of four points: about what short session forms show within one client. A rupture
 * takes the tasks down further than the bond, and its repair returns over two sessions.
 */
export function feltOver(shape: Shape, count: number, chance: Chance): readonly Felt[] {
  const leaning = { bond: normal(chance, 3, 3), tasks: normal(chance, -1, 3), goals: normal(chance, -2, 3) };
  const noise = shape.kind === "ceiling" ? 0.4 : 4;
  return Array.from({ length: count }, (_, index) => {
    const session = index + 1;
    const level = levelAt(shape, session);
    const fall = fallAt(shape, session);
    const side = (lean: number, share: number) =>
      between(level + (shape.kind === "ceiling" ? 0 : lean) - share * fall + normal(chance, 0, noise));
    return {
      bond: side(leaning.bond, 0.85),
      tasks: side(leaning.tasks, 1.1),
      goals: side(leaning.goals, 1.05),
    };
  });
}

function levelAt(shape: Shape, session: number): number {
  switch (shape.kind) {
    case "growing":
      return Math.min(92, shape.level + shape.perLogSession * Math.log(session));
    case "slow-decline":
      return shape.level - shape.perSession * Math.max(0, session - 2);
    case "low-start":
      return shape.level + 3 * Math.log(session);
    case "ceiling":
      return 99.5;
    case "stable":
    case "rupture":
    case "rupture-and-repair":
      return shape.level + 1.5 * Math.log(session);
  }
}

/** Points below the level, around and after a rupture. */
function fallAt(shape: Shape, session: number): number {
  if (shape.kind !== "rupture" && shape.kind !== "rupture-and-repair") return 0;
  const since = session - shape.at;
  if (since < 0) return 0;
  if (shape.kind === "rupture") return since === 0 ? shape.depth : shape.depth * 0.85;
  return shape.depth * ([1, 0.45, 0.05][since] ?? 0);
}

export function between(percent: number): number {
  return Math.min(100, Math.max(0, percent));
}

/** Was this a session in which something went wrong between the two, or in which it was still open? */
export function ruptureAt(shape: Shape, session: number): "none" | "open" | "mending" {
  if (shape.kind === "rupture") return session >= shape.at ? "open" : "none";
  if (shape.kind !== "rupture-and-repair") return "none";
  if (session === shape.at) return "open";
  return session === shape.at + 1 ? "mending" : "none";
}
