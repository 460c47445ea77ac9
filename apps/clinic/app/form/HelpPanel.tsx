import type { HelpText } from "@concord/practice";

/** Whom to turn to now, in the practice's own words. Shown at once by the style sheet, and again when sent. */
export function HelpPanel({ help, always }: { readonly help: HelpText; readonly always?: boolean }) {
  return (
    <section
      className={always ? "help help-always" : "help"}
      role={always ? undefined : "alert"}
      aria-label={help.heading}
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
