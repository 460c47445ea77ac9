import { Form, Link } from "react-router";
import { Button, Field, Notice } from "../../../ui/index.ts";
import { type Done, type Handed, problemAt } from "../../case-action-context.ts";
import { FormTicket } from "./FormTicket.tsx";

/** The links that were just made. They are shown once; only their hashes are kept. */
export function Handover({ asked, episode }: { readonly asked: Handed; readonly episode: string }) {
  if (asked.tickets.length === 0 && asked.own.length === 0) {
    return (
      <div className="stack">
        <p>
          Every questionnaire of this session has been requested or answered already. “New link” beside a
          waiting questionnaire makes its link again.
        </p>
        <LeftOut sentences={asked.leftOut} />
      </div>
    );
  }
  return (
    <div className="stack">
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
            One link for each person, for all their questionnaires of this session. Scan the code or send the
            link. Anyone who has it can answer, so give it to that person only. It is shown here once. It can
            be opened again until it expires.
          </p>
          {asked.onlyHere && (
            <Notice tone="credible" title="These links open on this computer only">
              <p>
                A phone or another computer cannot open them, because Concord is started for this computer
                alone. Whoever runs it can start it for the network:{" "}
                <code>concord serve --host 0.0.0.0 --url http://ADDRESS:PORT</code>, with the address of this
                computer, or behind a web server with https. Until then, open the link here.
              </p>
            </Notice>
          )}
          <ul className="tickets">
            {asked.tickets.map((ticket) => (
              <FormTicket key={ticket.request} ticket={ticket} />
            ))}
          </ul>
        </>
      )}
      <LeftOut sentences={asked.leftOut} />
    </div>
  );
}

/** Questionnaires that belong to the session and were not requested, each with the reason. */
function LeftOut({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <div className="soft small">
      <p>
        {sentences.length === 1 ? "1 questionnaire" : `${sentences.length} questionnaires`} not requested:
      </p>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

/**
 * Asks again for the forms of a session that is written down already: what is out or answered stays as it
 * is.
 */
export function AskForForms({ session, done }: { readonly session: number; readonly done: Done | null }) {
  return (
    <Form method="post" className="form-row" preventScrollReset>
      <input type="hidden" name="intent" value="ask" />
      <Field
        label="Session"
        name="session"
        type="number"
        required
        min={0}
        max={9999}
        defaultValue={session}
        hint="0: before the first session."
        problem={problemAt(done, "session")}
        short
      />
      <Button look="quiet">Create links</Button>
    </Form>
  );
}
