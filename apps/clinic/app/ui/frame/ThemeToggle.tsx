import { useFetcher, useLocation } from "react-router";
import { nextTheme, type Theme } from "./theme.ts";

const words: Readonly<Record<Theme, string>> = {
  system: "Colours follow your device. Switch to dark.",
  dark: "Dark colours. Switch to light.",
  light: "Light colours. Follow your device again.",
};

/** One button, three states; a form underneath, so that it works without script. */
export function ThemeToggle({ theme }: { readonly theme: Theme }) {
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
        title={words[theme]}
        aria-label={words[theme]}
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
