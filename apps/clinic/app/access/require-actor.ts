import type { StaffActor, Visitor } from "@concord/clinic/context";
import { type Action, allowingRoles, authorise, type Subject } from "@concord/practice";
import { data, type RouterContextProvider, redirect } from "react-router";
import { heldForm, smallFormOf } from "./held-form.ts";
import { visitorOf } from "./visitor-of.ts";

/** A request on its way, with what the server gave it. */
export interface Asked {
  readonly request: Request;
  readonly context: Readonly<RouterContextProvider>;
}

/**
 * Returns who is signed in. Throws the way to the sign-in page and back where nobody is; what was sent with a form goes
 * along, so that a session that ended takes nothing that was entered with it.
 */
export async function requireVisitor({ request, context }: Asked): Promise<Visitor> {
  const visitor = await visitorOf(context);
  if (visitor !== null) return visitor;
  const to = pageOf(new URL(request.url));
  const sent = await smallFormOf(request);
  const held = sent === null ? null : heldForm(to, sent);
  if (held !== null) throw data({ held }, { status: 401 });
  throw redirect(to === "/" ? "/sign-in" : `/sign-in?${new URLSearchParams({ to })}`);
}

/** Returns the address of the page a request is about: the router asks for a page’s data at an address of its own. */
export function pageOf({ pathname, searchParams }: URL): string {
  const page = pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/");
  const search = new URLSearchParams(searchParams);
  for (const name of ["_routes", "index"]) search.delete(name);
  return search.size === 0 ? page : `${page}?${search}`;
}

/**
 * The signed-in actor, if they may do this to that; otherwise the request ends here with the reason.
 * `@concord/practice` decides; this only carries the question and the answer.
 */
export async function requireActor(asked: Asked, action: Action, subject: Subject): Promise<StaffActor> {
  const { actor, roles, twoStep } = await requireVisitor(asked);
  const verdict = authorise(actor, action, subject);
  const [role] = allowingRoles(actor, action, subject);
  if (verdict.kind === "allowed") return { ...actor, role: role ?? actor.role };
  const withAll = allowingRoles({ ...actor, roles }, action, subject);
  if (twoStep.kind === "required" && withAll.length > 0) throw redirect("/account");
  throw data(verdict.reason, { status: 403 });
}
