import { raterKey } from "@concord/charts";
import type { Rater } from "@concord/instruments";
import { Icon } from "../clinical/Icon.tsx";
import type { Squares } from "../code-squares.ts";
import { useMessages } from "../frame/messages.ts";
import { QrCode } from "../QrCode.tsx";

export interface Ticket {
  readonly request: string;
  readonly title: string;
  /** Titles of the questionnaires that the same link opens next. */
  readonly further: readonly string[];
  readonly rater: Rater;
  readonly session: number;
  readonly link: string;
  /** The link as a QR code; null where no phone could open it. */
  readonly squares: Squares | null;
}

/** A link that was just created: to scan, to copy, to send. Shown once; only its hash is stored. */
export function FormTicket({ ticket }: { readonly ticket: Ticket }) {
  const { text } = useMessages();
  const { title, rater, session, further, link, squares } = ticket;
  return (
    <li className="ticket">
      {squares !== null && (
        <div className="ticket-code">
          <QrCode squares={squares} label={text("case.links.code", { title })} />
        </div>
      )}
      <div className="stack stack-tight">
        <h3>{title}</h3>
        <p className="row small">
          <Icon svg={raterKey(rater)} /> {text("case.links.for", { rater, session })}
        </p>
        {further.length > 0 && (
          <p className="soft small">{text("case.links.further", { titles: further.join(" · ") })}</p>
        )}
        <label className="field">
          <span className="field-label">{text("case.links.link", { rater })}</span>
          <input className="input" type="text" readOnly value={link} />
        </label>
        {squares === null && (
          <p>
            <a href={link} target="_blank" rel="noreferrer">
              {text("case.links.open")}
            </a>
          </p>
        )}
      </div>
    </li>
  );
}
