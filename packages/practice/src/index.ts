export type * from "./actor.ts";
export type * from "./views.ts";
