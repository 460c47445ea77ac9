import { clinicContext } from "@concord/clinic/context";
import { redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { visitorOf } from "../access/visitor-of.ts";
import { homeOf } from "../ui/frame/roles.ts";
import type { Route } from "./+types/home";

export const handle = { access: { kind: "open" } } satisfies RouteHandle;

/** Nothing stands here: it leads to where the day begins. */
export async function loader({ context }: Route.LoaderArgs) {
  const visitor = await visitorOf(context);
  if (visitor !== null)
    throw redirect(visitor.actor.roles?.length === 0 ? "/account" : homeOf[visitor.actor.role]);
  throw redirect((await context.get(clinicContext).isEmpty()) ? "/set-up" : "/sign-in");
}
