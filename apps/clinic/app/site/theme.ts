import { redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { localPath } from "../request/local-path.ts";
import { themeCookie } from "../ui/frame/theme.ts";
import type { Route } from "./+types/theme";

export const handle = { access: { kind: "open" } } satisfies RouteHandle;

/** Light, dark, or as the device says: a cookie, so that the server draws the page right the first time. */
export async function action({ request }: Route.ActionArgs) {
  const sent = await request.formData();
  const theme = sent.get("theme");
  return redirect(localPath(sent.get("back")), {
    headers: { "Set-Cookie": themeCookie(theme === "light" || theme === "dark" ? theme : "system") },
  });
}
