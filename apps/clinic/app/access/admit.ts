import { bodyOverContext, troubleContext, withFailures } from "@concord/clinic/context";
import { data, type MiddlewareFunction } from "react-router";
import { sizeLabel } from "../parts/size.ts";
import { heldForm, smallFormOf } from "./held-form.ts";
import { requireActor, requireVisitor } from "./require-actor.ts";
import { accessRules } from "./rules.ts";

/**
 * Stands before every loader and action: no route runs without a line in the table of rules. What concerns
 * one case is asked again by the route, once it knows whose case it is.
 */
export const admit: MiddlewareFunction<Response> = async ({ request, context, pattern }, next) => {
  const rule = accessRules[`/${pattern.replace(/^\//, "")}`];
  if (rule === undefined) throw data(null, { status: 404 });
  const over = context.get(bodyOverContext);
  if (over !== null) throw data(overLimit(over), { status: 413 });
  // Should it fail, what was entered goes back to the person who sent it.
  const sent = await smallFormOf(request);
  const { pathname, search } = new URL(request.url);
  if (sent !== null) context.get(troubleContext).held = heldForm(pathname + search, sent);
  await withFailures(context, async () => {
    if (rule.kind === "practice") await requireActor({ request, context }, rule.action, { kind: "practice" });
    if (rule.kind === "staff" || rule.kind === "subject") await requireVisitor({ request, context });
  });
  return next();
};

function overLimit(limit: number): string {
  return `At most ${sizeLabel(limit)} can be sent here, and what you sent is larger. Nothing was saved. Go back, and choose a smaller file or shorten the text.`;
}
