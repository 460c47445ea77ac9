import { staffLocales } from "@concord/messages";
import { useLocation } from "react-router";
import { languageName } from "./language-name.ts";
import { useMessages } from "./messages.ts";

/** A button for each language of pages, by its own name. A document of its own is sent: the next page loads its catalogue. */
export function LanguageMenu() {
  const { text, locale } = useMessages();
  const { pathname, search } = useLocation();
  return (
    <form method="post" action="/language" className="languages" aria-label={text("shell.language.label")}>
      <input type="hidden" name="back" value={pathname + search} />
      {staffLocales.map((language) => (
        <button
          key={language}
          type="submit"
          name="language"
          value={language}
          lang={language}
          aria-pressed={language === locale}
        >
          {languageName(language)}
        </button>
      ))}
    </form>
  );
}
