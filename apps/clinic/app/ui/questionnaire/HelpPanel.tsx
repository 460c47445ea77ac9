import { directionOf } from "@concord/messages";
import type { HelpText } from "@concord/practice";

/**
 * Whom to turn to now. Shown at once by the style sheet, and again when sent. `language` is that of the text, which the
 * practice may have written in another one than the form's.
 */
export function HelpPanel(props: {
  readonly help: HelpText & { readonly language?: string };
  readonly always?: boolean;
}) {
  const { help, always } = props;
  return (
    <section
      className={always ? "help help-always" : "help"}
      role={always ? undefined : "alert"}
      aria-label={help.heading}
      lang={help.language}
      dir={help.language === undefined ? undefined : directionOf(help.language)}
    >
      <p className="help-heading">{help.heading}</p>
      <p>{help.sentence}</p>
      {help.contacts.length > 0 && (
        <ul className="plain-list">
          {help.contacts.map(({ name, number }) => (
            <li key={name + number}>
              <a href={`tel:${number.replace(/[^\d+*#]/g, "")}`}>
                <span>{name}</span> <strong>{number}</strong>
              </a>
            </li>
          ))}
        </ul>
      )}
      <p className="help-monitored">{help.monitored}</p>
    </section>
  );
}
