export type * from "./actor.ts";
export { authorise } from "./authorise.ts";
export type * from "./views.ts";
