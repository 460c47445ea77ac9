import { useFetcher, useLocation } from "react-router";
import { useMessages } from "./messages.ts";
import { nextTheme, type Theme } from "./theme.ts";

/** One button, three states; a form underneath, so that it works without script. */
export function ThemeToggle({ theme }: { readonly theme: Theme }) {
  const { text } = useMessages();
  const label = text(`shell.theme.${theme}`);
  const fetcher = useFetcher();
  const { pathname, search } = useLocation();
  return (
    <fetcher.Form method="post" action="/theme">
      <input type="hidden" name="back" value={pathname + search} />
      <button
        type="submit"
        name="theme"
        value={nextTheme(theme)}
        className="icon-button"
        title={label}
        aria-label={label}
      >
        <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
          <circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" strokeWidth="1.6" />
          {theme === "system" && <path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor" />}
          {theme === "dark" && <circle cx="10" cy="10" r="7" fill="currentColor" />}
        </svg>
      </button>
    </fetcher.Form>
  );
}
