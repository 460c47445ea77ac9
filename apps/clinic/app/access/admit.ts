import {
  accessContext,
  admissionContext,
  bodyOverContext,
  troubleContext,
  withFailures,
} from "@concord/clinic/context";
import type { Message } from "@concord/messages";
import { data, type MiddlewareFunction } from "react-router";
import { heldForm, smallFormOf } from "../request/held-form.ts";
import { sizeMessage } from "../request/size.ts";
import { actorFor, requireVisitor } from "./require-actor.ts";

/**
 * Stands before every loader and action: none runs unless the page that was asked for says who may come to it, and lets
 * this person in. Whoever is not signed in is sent to sign in, and no loader runs at all; where somebody is refused, the
 * root's loader alone runs, so that the page of the refusal has the navigation (`guardedPages` sees to it). What concerns
 * one case is asked again by the route, once it knows whose case it is.
 */
export const admit: MiddlewareFunction<Response> = async ({ request, context, pattern }, next) => {
  const access = context.get(accessContext)(`/${pattern.replace(/^\//, "")}`);
  if (access === null) throw data(null, { status: 404 });
  const over = context.get(bodyOverContext);
  if (over !== null) {
    context.set(admissionContext, { kind: "refused", status: 413, reason: overLimit(over) });
    return next();
  }
  // Should it fail, what was entered goes back to the person who sent it.
  const sent = await smallFormOf(request);
  const { pathname, search } = new URL(request.url);
  if (sent !== null) context.get(troubleContext).held = heldForm(pathname + search, sent);
  if (access.kind === "open" || access.kind === "token") {
    context.set(admissionContext, { kind: "admitted", actor: null });
    return next();
  }
  const visitor = await withFailures(context, () => requireVisitor({ request, context }));
  if (access.kind === "practice") {
    const found = actorFor(visitor, access.action, { kind: "practice" });
    context.set(
      admissionContext,
      found.kind === "allowed"
        ? { kind: "admitted", actor: found.actor }
        : { kind: "refused", status: 403, reason: found.reason },
    );
  } else context.set(admissionContext, { kind: "admitted", actor: null });
  return next();
};

function overLimit(limit: number): Message {
  return { id: "refusals.request.too-large", values: { size: sizeMessage(limit) } };
}
