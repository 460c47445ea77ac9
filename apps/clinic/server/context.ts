import { createContext } from "react-router";
import type { Clinic } from "./clinic.ts";
import { defaultViewer, type Viewer } from "./viewer.ts";
import type { Visitor } from "./visitor.ts";

export { type Admission, accessContext, admissionContext } from "./admission.ts";
export type { Clinic } from "./clinic.ts";
export { failureOf, tellOnce, withFailures } from "./failure.ts";
export { passwordProblem } from "./password-rules.ts";
export { plainText } from "./plain-answer.ts";
export type { Access } from "./route-table.ts";
export { type Trouble, troubleContext } from "./trouble.ts";
export { isUnreadable } from "./unreadable.ts";
export { languageCookie } from "./viewer.ts";
export type { StaffActor, TwoStepState, Visitor } from "./visitor.ts";
export { practiceCookie } from "./visitor.ts";

/**
 * The keys by which the pages find what the server gives them. Both sides load this module under the
 * name `@concord/clinic/context`, so that the keys are the same objects.
 */
export const clinicContext = createContext<Clinic>();

/** Marks the page's own scripts in its content security policy. */
export const nonceContext = createContext<string>("");

/** Who asks, looked up once a request and only if the page wants to know. */
export const visitorContext = createContext<() => Promise<Visitor | null>>(() => Promise.resolve(null));

/** In which language and time zone whoever asks reads. */
export const viewerContext = createContext<Viewer>(defaultViewer);

/** Where the request came from, for limits only. Never logged. */
export const addressContext = createContext<string>("");

/** The limit in bytes that the request's body is over; null where it may be read. */
export const bodyOverContext = createContext<number | null>(null);
