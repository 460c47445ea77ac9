export type { AgeBand, Construct, Rater } from "@concord/instruments";
export type * from "./ask.ts";
export type * from "./course.ts";
