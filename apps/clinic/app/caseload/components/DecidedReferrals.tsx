import type { DecidedReferral } from "@concord/practice";
import type { ReactNode } from "react";
import { Form } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";
import { RichText } from "../../ui/frame/RichText.tsx";
import { Button, Confirm } from "../../ui/index.ts";

/** Who was on the waiting list and what was decided; administrators can remove what is written about them. */
export function DecidedReferrals(props: {
  readonly decided: readonly DecidedReferral[];
  readonly mayRemove: boolean;
}) {
  const { decided, mayRemove } = props;
  const { text } = useMessages();
  const hidden = (inside: ReactNode) => <span className="visually-hidden">{inside}</span>;
  return (
    <details className="details">
      <summary>{text("caseload.waiting.decided", { count: decided.length })}</summary>
      <ul className="group-list">
        {decided.map(({ referral, client, state, decidedOn, days, because, by }) => (
          <li key={referral}>
            <div>
              <strong>{client}</strong>
              <p className="small soft">
                {text("caseload.waiting.decided.state", { state, date: decidedOn, name: by, days })}
              </p>
              {because !== null && <p className="small">{because}</p>}
            </div>
            {mayRemove && (
              <Confirm
                link
                label={<RichText id="caseload.waiting.remove" values={{ client }} tags={{ hidden }} />}
              >
                <p className="small">{text("caseload.waiting.remove.text")}</p>
                <Form method="post">
                  <input type="hidden" name="intent" value="remove" />
                  <input type="hidden" name="referral" value={referral} />
                  <Button look="quiet">{text("caseload.waiting.remove.confirm")}</Button>
                </Form>
              </Confirm>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
