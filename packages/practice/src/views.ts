/** What the verbs give back: what a page shows, and no more than its reader may see. */

export type * from "./views/brief.ts";
export type * from "./views/case.ts";
export type * from "./views/caseload.ts";
export type * from "./views/form.ts";
export type * from "./views/group.ts";
export type * from "./views/office.ts";
export type * from "./views/relationship.ts";
export type * from "./views/repair.ts";
export type * from "./views/safety.ts";
