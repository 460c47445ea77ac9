import { useMessages } from "../../../ui/frame/messages.ts";
import type { PrivacyData } from "../../privacy-page.server.ts";

/** The text of consent to one matter, in the language in which the client answers and in the others. */
export function ConsentText({ texts }: { readonly texts: PrivacyData["texts"]["measuring"] }) {
  const { text } = useMessages();
  return (
    <details className="details">
      <summary>{text("privacy.text.summary")}</summary>
      <p className="small soft">{text("privacy.text.version", { version: texts.version })}</p>
      {texts.byLanguage.map(({ language, name, paragraphs }, index) => (
        <details key={language} className="details" open={index === 0}>
          <summary>{name}</summary>
          {paragraphs.map((paragraph) => (
            <p key={paragraph} lang={language}>
              {paragraph}
            </p>
          ))}
        </details>
      ))}
    </details>
  );
}
