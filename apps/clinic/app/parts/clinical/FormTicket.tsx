import { Glyph } from "./Glyph.tsx";

export interface IssuedForm {
  readonly title: string;
  readonly link: string;
  /** The link as a QR code, drawn on the server. */
  readonly code: string;
}

/** A link that was just made, to hand over: to scan, to copy, or to send. It is shown once; only its trace is kept. */
export function FormTicket({ form }: { readonly form: IssuedForm }) {
  return (
    <div className="ticket">
      <div className="ticket-code">
        <Glyph svg={form.code} />
      </div>
      <div className="stack stack-tight">
        <p className="ticket-title">{form.title}</p>
        <label className="field">
          <span className="field-label">Link</span>
          <input className="input" type="text" readOnly value={form.link} />
        </label>
        <p className="soft small">
          Let the phone’s camera read the code, or send the link. Whoever holds it can answer this one form,
          so hand it to this person only. It is shown here once.
        </p>
      </div>
    </div>
  );
}
