import { clinicContext } from "@concord/clinic/context";
import { redirect } from "react-router";
import { callerOf } from "../access/caller.ts";
import { withCookies } from "../access/with-cookies.ts";
import type { Route } from "./+types/sign-out";

/** Ends the session and takes what the browser kept of this site's pages with it. */
export async function action(asked: Route.ActionArgs) {
  const cookies = await asked.context.get(clinicContext).accounts.leave(callerOf(asked));
  const headers = withCookies(cookies);
  headers.set("Clear-Site-Data", '"cache"');
  return redirect("/sign-in", { headers });
}
