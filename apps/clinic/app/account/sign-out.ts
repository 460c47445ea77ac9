import { clinicContext } from "@concord/clinic/context";
import { redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { callerOf } from "../request/caller.ts";
import { withCookies } from "../request/with-cookies.ts";
import type { Route } from "./+types/sign-out";

export const handle = { access: { kind: "open" } } satisfies RouteHandle;

/** Ends the session and takes what the browser kept of this site's pages with it. */
export async function action(asked: Route.ActionArgs) {
  const cookies = await asked.context.get(clinicContext).accounts.leave(callerOf(asked));
  const headers = withCookies(cookies);
  headers.set("Clear-Site-Data", '"cache"');
  return redirect("/sign-in", { headers });
}
