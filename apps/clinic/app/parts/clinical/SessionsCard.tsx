import type { CaseView } from "@concord/practice";
import { Form } from "react-router";
import { Button, Card, When } from "../index.ts";
import { AskForForms } from "./AskForForms.tsx";
import { SessionForm } from "./SessionForm.tsx";

/** After the hour: write it down, hand the links over. What was written down can be put right below. */
export function SessionsCard(props: { readonly view: CaseView; readonly today: string }) {
  const { view, today } = props;
  const last = Math.max(0, ...view.sessions.map(({ session }) => session));
  return (
    <Card title="After the session">
      <SessionForm key={last} session={last + 1} today={today} nextSession={view.nextSession} />
      <details className="details">
        <summary>Sessions so far, and links once more</summary>
        <div className="stack">
          <AskForForms session={last} />
          <SessionLines view={view} />
        </div>
      </details>
    </Card>
  );
}

function SessionLines({ view }: { readonly view: CaseView }) {
  return (
    <ul className="phase-list">
      {[...view.sessions]
        .sort((a, b) => b.session - a.session)
        .map(({ session, heldOn, attended }) => (
          <li key={session}>
            <span>
              <strong>{session === 0 ? "Intake" : `Session ${session}`}</strong>
              {heldOn !== null && (
                <span className="soft">
                  {" "}
                  <When at={heldOn} />
                </span>
              )}
              {!attended && <span className="badge">did not take place</span>}
            </span>
            {session > 0 && (
              <Form method="post">
                <input type="hidden" name="intent" value="attendance" />
                <input type="hidden" name="session" value={session} />
                <Button look="plain" name="attended" value={attended ? "no" : "yes"}>
                  {attended ? "It did not take place" : "It took place after all"}
                </Button>
              </Form>
            )}
          </li>
        ))}
    </ul>
  );
}
