export type Theme = "light" | "dark" | "system";

const cookieName = "concord-theme";

export function themeOf(request: Request): Theme {
  const found = /(?:^|;\s*)concord-theme=(light|dark)(?:;|$)/.exec(request.headers.get("cookie") ?? "");
  return found?.[1] === "light" || found?.[1] === "dark" ? found[1] : "system";
}

/** A year for a choice; `system` forgets it. */
export function themeCookie(theme: Theme): string {
  const attributes = "Path=/; SameSite=Lax; HttpOnly";
  return theme === "system"
    ? `${cookieName}=; Max-Age=0; ${attributes}`
    : `${cookieName}=${theme}; Max-Age=31536000; ${attributes}`;
}

/** Two themes and back to what the device says. */
export function nextTheme(theme: Theme): Theme {
  return theme === "system" ? "dark" : theme === "dark" ? "light" : "system";
}
