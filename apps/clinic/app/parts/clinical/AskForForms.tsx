import { Form, Link } from "react-router";
import { Button, Field } from "../index.ts";
import { FormTicket, type Ticket } from "./FormTicket.tsx";

/** What came of asking: links to hand over, and the therapist's own forms. */
export interface Asked {
  readonly tickets: readonly Ticket[];
  readonly own: readonly { readonly request: string; readonly title: string }[];
}

/** The links that were just made. They are shown once; only their hashes are kept. */
export function Handover({ asked, episode }: { readonly asked: Asked; readonly episode: string }) {
  if (asked.tickets.length === 0 && asked.own.length === 0) {
    return <p role="status">Everything that belongs to this session is out or answered already.</p>;
  }
  return (
    <div className="stack" role="status">
      {asked.own.map((form) => (
        <p key={form.request}>
          Yours, half a minute:{" "}
          <Link to={`/answer/${form.request}?back=/case/${episode}`} reloadDocument>
            {form.title}
          </Link>
        </p>
      ))}
      {asked.tickets.length > 0 && (
        <>
          <p>
            Let the phone’s camera read the code, or send the link: one for each person, for all their forms
            of this session. Whoever holds it can answer them, so hand it to that person only. It is shown
            here once.
          </p>
          <ul className="tickets">
            {asked.tickets.map((ticket) => (
              <FormTicket key={ticket.request} ticket={ticket} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/**
 * Asks again for the forms of a session that is written down already: what is out or answered stays as it
 * is.
 */
export function AskForForms({ session }: { readonly session: number }) {
  return (
    <Form method="post" className="form-row">
      <input type="hidden" name="intent" value="ask" />
      <Field
        label="Forms of session"
        name="session"
        type="number"
        required
        min={0}
        max={9999}
        defaultValue={session}
        hint="0: before the first."
        short
      />
      <Button look="quiet">Make their links</Button>
    </Form>
  );
}
