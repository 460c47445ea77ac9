import { clinicContext } from "@concord/clinic/context";
import { redirect } from "react-router";
import { visitorOf } from "../access/visitor-of.ts";
import { homeOf } from "../shell/roles.ts";
import type { Route } from "./+types/home";

/** Nothing stands here: it leads to where the day begins. */
export async function loader({ context }: Route.LoaderArgs) {
  const visitor = await visitorOf(context);
  if (visitor !== null)
    throw redirect(visitor.actor.roles?.length === 0 ? "/account" : homeOf[visitor.actor.role]);
  throw redirect((await context.get(clinicContext).isEmpty()) ? "/set-up" : "/sign-in");
}
