import { redirect } from "react-router";
import { localPath } from "../local-path.ts";
import { themeCookie } from "../shell/theme.ts";
import type { Route } from "./+types/theme";

/** Light, dark, or as the device says: a cookie, so that the server draws the page right the first time. */
export async function action({ request }: Route.ActionArgs) {
  const sent = await request.formData();
  const theme = sent.get("theme");
  return redirect(localPath(sent.get("back")), {
    headers: { "Set-Cookie": themeCookie(theme === "light" || theme === "dark" ? theme : "system") },
  });
}
