import { admissionContext, type StaffActor, type Visitor } from "@concord/clinic/context";
import type { Message } from "@concord/messages";
import { type Action, allowingRoles, authorise, type Subject } from "@concord/practice";
import { data, type RouterContextProvider, redirect } from "react-router";
import { heldForm, smallFormOf } from "../request/held-form.ts";
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
function pageOf({ pathname, searchParams }: URL): string {
  const page = pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/");
  const search = new URLSearchParams(searchParams);
  for (const name of ["_routes", "index"]) search.delete(name);
  return search.size === 0 ? page : `${page}?${search}`;
}

/** Returns the actor whom the route's own `handle.access` lets act on the practice. Throws where it asks for no such action. */
export function admittedActor({ context }: Asked): StaffActor {
  const admission = context.get(admissionContext);
  if (admission.kind === "admitted" && admission.actor !== null) return admission.actor;
  throw new RangeError('admittedActor requires a route with access of kind "practice"');
}

/**
 * The signed-in actor, if they may do this to that; otherwise the request ends here with the reason.
 * `@concord/practice` decides; this only carries the question and the answer.
 */
export async function requireActor(asked: Asked, action: Action, subject: Subject): Promise<StaffActor> {
  const found = actorFor(await requireVisitor(asked), action, subject);
  if (found.kind === "allowed") return found.actor;
  throw data(found.reason, { status: 403 });
}

/**
 * Returns somebody as the actor of an action, with a role that allows it, or why they may not. Throws the way to their
 * account where only the second factor is missing.
 */
export function actorFor(
  { actor, roles, twoStep }: Visitor,
  action: Action,
  subject: Subject,
):
  | { readonly kind: "allowed"; readonly actor: StaffActor }
  | { readonly kind: "refused"; readonly reason: Message } {
  const verdict = authorise(actor, action, subject);
  const [role] = allowingRoles(actor, action, subject);
  if (verdict.kind === "allowed") return { kind: "allowed", actor: { ...actor, role: role ?? actor.role } };
  const withAll = allowingRoles({ ...actor, roles }, action, subject);
  if (twoStep.kind === "required" && withAll.length > 0) throw redirect("/account");
  return verdict;
}
