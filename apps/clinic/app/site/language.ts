import { clinicContext, languageCookie } from "@concord/clinic/context";
import { staffLocales } from "@concord/messages";
import { chooseLanguage } from "@concord/practice";
import { redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { visitorOf } from "../access/visitor-of.ts";
import { localPath } from "../request/local-path.ts";
import type { Route } from "./+types/language";

export const handle = { access: { kind: "open" } } satisfies RouteHandle;

/**
 * Saves the language of pages: for the account of whoever is signed in, and in a cookie for the pages of this device that
 * are read before signing in. Anything that is no language of pages returns to that of the practice or the browser.
 */
export async function action({ request, context }: Route.ActionArgs) {
  const sent = await request.formData();
  const language = staffLocales.find((one) => one === sent.get("language")) ?? null;
  const visitor = await visitorOf(context);
  if (visitor !== null) {
    const { appContext } = context.get(clinicContext);
    await mapRefusalTo403(chooseLanguage(appContext, visitor.actor, language));
  }
  return redirect(localPath(sent.get("back")), { headers: { "Set-Cookie": languageCookie(language) } });
}
