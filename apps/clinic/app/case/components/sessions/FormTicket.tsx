import { raterKey, raterWords } from "@concord/charts";
import type { Rater } from "@concord/instruments";
import { Icon } from "../../../ui/clinical/Icon.tsx";
import type { Squares } from "../../../ui/code-squares.ts";
import { QrCode } from "../../../ui/QrCode.tsx";

export interface Ticket {
  readonly request: string;
  readonly title: string;
  /** Titles of the forms that the same link goes on to. */
  readonly further: readonly string[];
  readonly rater: Rater;
  readonly session: number;
  readonly link: string;
  /** The link as a QR code; null where no phone could open it. */
  readonly squares: Squares | null;
}

/** A link that was just made, to hand over: to scan, to copy, to send. Shown once; only its hash is kept. */
export function FormTicket({ ticket }: { readonly ticket: Ticket }) {
  const who = raterWords[ticket.rater].toLowerCase();
  return (
    <li className="ticket">
      {ticket.squares !== null && (
        <div className="ticket-code">
          <QrCode squares={ticket.squares} label={`Code that opens ${ticket.title}`} />
        </div>
      )}
      <div className="stack stack-tight">
        <h3>{ticket.title}</h3>
        <p className="row small">
          <Icon svg={raterKey(ticket.rater)} /> For the {who}, session {ticket.session}
        </p>
        {ticket.further.length > 0 && <p className="soft small">Then: {ticket.further.join(" · ")}</p>}
        <label className="field">
          <span className="field-label">Link for the {who}</span>
          <input className="input" type="text" readOnly value={ticket.link} />
        </label>
        {ticket.squares === null && (
          <p>
            <a href={ticket.link} target="_blank" rel="noreferrer">
              Open it on this computer
            </a>
          </p>
        )}
      </div>
    </li>
  );
}
