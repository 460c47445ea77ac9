import { Link } from "react-router";
import { useMessages } from "../frame/messages.ts";
import { RichText } from "../frame/RichText.tsx";
import { Notice } from "../Notice.tsx";
import { FormTicket } from "./FormTicket.tsx";
import type { Handed } from "./handed.ts";

/** The links that were just created. They are shown once; only their hashes are stored. */
export function Handover({ asked, back }: { readonly asked: Handed; readonly back: string }) {
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
                <Link to={`/answer/${form.request}?back=${back}`} reloadDocument>
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
                <RichText
                  id="case.links.this-computer.text"
                  values={{}}
                  tags={{ code: (inside) => <code>{inside}</code> }}
                />
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
