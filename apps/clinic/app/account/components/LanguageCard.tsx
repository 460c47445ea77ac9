import { staffLocales } from "@concord/messages";
import { languageName } from "../../ui/frame/language-name.ts";
import { useMessages } from "../../ui/frame/messages.ts";
import { Button, Card, Choice } from "../../ui/index.ts";

/** The language that somebody reads the pages in, or that of their practice. */
export function LanguageCard({ language }: { readonly language: string | null }) {
  const { text } = useMessages();
  return (
    <Card title={text("shell.language.label")}>
      <form method="post" action="/language" className="stack">
        <input type="hidden" name="back" value="/account" />
        <Choice label={text("auth.account.language.label")} name="language" defaultValue={language ?? ""}>
          <option value="">{text("auth.account.language.practice")}</option>
          {staffLocales.map((one) => (
            <option key={one} value={one} lang={one}>
              {languageName(one)}
            </option>
          ))}
        </Choice>
        <div>
          <Button look="quiet">{text("auth.account.language.save")}</Button>
        </div>
      </form>
    </Card>
  );
}
