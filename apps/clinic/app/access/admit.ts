import { roleCookie } from "@concord/clinic/context";
import { type Action, authorise, type Role } from "@concord/practice";
import { data, type MiddlewareFunction, redirect } from "react-router";
import { type Asked, requireActor, requireVisitor } from "./require-actor.ts";
import { accessRules } from "./rules.ts";

/**
 * Stands before every loader and action: no route runs without a line in the table of rules. What concerns
 * one case is asked again by the route, once it knows whose case it is.
 */
export const admit: MiddlewareFunction<Response> = async ({ request, context, pattern }, next) => {
  const rule = accessRules[`/${pattern.replace(/^\//, "")}`];
  if (rule === undefined) throw data(null, { status: 404 });
  if (rule.kind === "practice") {
    await changeHats({ request, context }, rule.action);
    await requireActor({ request, context }, rule.action, { kind: "practice" });
  }
  if (rule.kind === "staff" || rule.kind === "subject") await requireVisitor({ request, context });
  return next();
};

/** Someone who may come in under another of their roles comes in under that one: the page then says so. */
async function changeHats(asked: Asked, action: Action): Promise<void> {
  const { actor, roles } = await requireVisitor(asked);
  const mayCome = (role: Role) =>
    authorise({ ...actor, role }, action, { kind: "practice" }).kind === "allowed";
  if (asked.request.method !== "GET" || mayCome(actor.role)) return;
  const other = roles.find(mayCome);
  if (other === undefined) return;
  const { pathname, search } = new URL(asked.request.url);
  throw redirect(pathname + search, { headers: { "Set-Cookie": roleCookie(other) } });
}
