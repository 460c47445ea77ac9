import { clinicContext, languageCookie, plainText } from "@concord/clinic/context";
import { staffLocales } from "@concord/messages";
import { chooseLanguage } from "@concord/practice";
import { redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { visitorOf } from "../access/visitor-of.ts";
import { localPath } from "../request/local-path.ts";
import { sentText } from "../request/sent.ts";
import type { Route } from "./+types/language";

export const handle = { access: { kind: "open" } } satisfies RouteHandle;

/**
 * Saves the language of pages: for the account of whoever is signed in, and in a cookie for the pages of this device that
 * are read before signing in. Nothing chosen returns to that of the practice or the browser; what no page offers changes
 * nothing.
 */
export async function action({ request, context }: Route.ActionArgs) {
  const sent = await request.formData();
  const chosen = sentText(sent, "language");
  const language = staffLocales.find((one) => one === chosen) ?? null;
  if (language === null && chosen !== "")
    throw new Response(plainText(messagesOf(context), "server.answer.unreadable"), {
      status: 400,
      headers: { "Content-Type": "text/plain; charset=utf-8" },
    });
  const visitor = await visitorOf(context);
  if (visitor !== null) {
    const { appContext } = context.get(clinicContext);
    await mapRefusalTo403(chooseLanguage(appContext, visitor.actor, language));
  }
  return redirect(localPath(sent.get("back")), { headers: { "Set-Cookie": languageCookie(language) } });
}
