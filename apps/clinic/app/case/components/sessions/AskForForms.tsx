import { Form, Link } from "react-router";
import { useMessages } from "../../../ui/frame/messages.ts";
import { RichText } from "../../../ui/frame/RichText.tsx";
import { Button, Field, Notice } from "../../../ui/index.ts";
import { type Done, type Handed, problemAt } from "../../case-action-context.ts";
import { markup } from "../markup.tsx";
import { FormTicket } from "./FormTicket.tsx";

/** The links that were just created. They are shown once; only their hashes are stored. */
export function Handover({ asked, episode }: { readonly asked: Handed; readonly episode: string }) {
  const { text } = useMessages();
  if (asked.tickets.length === 0 && asked.own.length === 0) {
    return (
      <div className="stack">
        <p>{text("case.links.none")}</p>
        <LeftOut reasons={asked.leftOut} />
      </div>
    );
  }
  return (
    <div className="stack">
      {asked.own.map((form) => (
        <p key={form.request}>
          <RichText
            id="case.links.own"
            values={{ title: form.title }}
            tags={{
              link: (inside) => (
                <Link to={`/answer/${form.request}?back=/case/${episode}`} reloadDocument>
                  {inside}
                </Link>
              ),
            }}
          />
        </p>
      ))}
      {asked.tickets.length > 0 && (
        <>
          <p>{text("case.links.about")}</p>
          {asked.onlyHere && (
            <Notice tone="credible" title={text("case.links.this-computer")}>
              <p>
                <RichText id="case.links.this-computer.text" values={{}} tags={{ code: markup.code }} />
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
      <LeftOut reasons={asked.leftOut} />
    </div>
  );
}

/** Questionnaires that belong to the session and were not assigned, each with the reason. */
function LeftOut({ reasons }: { readonly reasons: Handed["leftOut"] }) {
  const { text, written } = useMessages();
  if (reasons.length === 0) return null;
  return (
    <div className="soft small">
      <p>{text("case.links.left-out", { count: reasons.length })}</p>
      <ul>
        {reasons.map(written).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  );
}

/** Assigns the questionnaires of a recorded session again: what is outstanding or answered stays as it is. */
export function AskForForms({ session, done }: { readonly session: number; readonly done: Done | null }) {
  const { text } = useMessages();
  return (
    <Form method="post" className="form-row" preventScrollReset>
      <input type="hidden" name="intent" value="ask" />
      <Field
        label={text("case.session.again.number")}
        name="session"
        type="number"
        required
        min={0}
        max={9999}
        defaultValue={session}
        hint={text("case.session.again.hint")}
        problem={problemAt(done, "session")}
        short
      />
      <Button look="quiet">{text("case.session.again.create")}</Button>
    </Form>
  );
}
