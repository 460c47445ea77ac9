import { roleCookie } from "@concord/clinic/context";
import { redirect } from "react-router";
import { requireVisitor } from "../access/require-actor.ts";
import { homeOf } from "../shell/roles.ts";
import type { Route } from "./+types/acting-as";

/** Someone with several roles goes on as another of theirs. */
export async function action(asked: Route.ActionArgs) {
  const visitor = await requireVisitor(asked);
  const wanted = (await asked.request.formData()).get("role");
  const role = visitor.roles.find((held) => held === wanted) ?? visitor.actor.role;
  return redirect(homeOf[role], { headers: { "Set-Cookie": roleCookie(role) } });
}
