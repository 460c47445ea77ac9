import type { CaseView } from "@concord/practice";
import { Form } from "react-router";
import { Badge, Button, Card, Choice, Feedback, Field, FormattedDate } from "../../../ui/index.ts";
import { type Done, doneBy, problemAt } from "../../case-action-context.ts";
import { AskForForms, Handover } from "./AskForForms.tsx";
import { SessionForm } from "./SessionForm.tsx";

/** After the session: record it, hand the links over. What was recorded can be corrected below. */
export function SessionsCard(props: {
  readonly view: CaseView;
  readonly today: string;
  readonly done: Done | undefined;
}) {
  const { view, today, done } = props;
  const last = Math.max(0, ...view.sessions.map(({ session }) => session));
  const recorded = doneBy(done, "session");
  const isRefused = recorded !== null && recorded.tone !== "good";
  const recordedToday = view.sessions.find((one) => one.session > 0 && one.heldOn === today)?.session ?? null;
  const isSettled = (recorded !== null && !isRefused) || (recordedToday !== null && !isRefused);
  const form = (
    <SessionForm
      key={last}
      session={last + 1}
      openedOn={view.openedOn}
      nextSession={view.nextSession}
      done={recorded}
      {...{ today, recordedToday }}
    />
  );
  return (
    <Card title="After the session">
      {recorded !== null && <Answered done={recorded} episode={view.episode} />}
      {recorded === null && recordedToday !== null && <p>Session {recordedToday} is recorded for today.</p>}
      {isSettled ? (
        <details className="details">
          <summary>Record session {last + 1}</summary>
          {form}
        </details>
      ) : (
        form
      )}
      <FirstForms view={view} done={doneBy(done, "ask-first")} />
      <section className="stack stack-tight">
        <h3>Questionnaires of a session, again</h3>
        {doneBy(done, "ask") !== null && done !== undefined && (
          <Answered done={done} episode={view.episode} />
        )}
        <AskForForms session={last} done={doneBy(done, "ask")} />
      </section>
      <SessionLines view={view} done={doneBy(done, "correct-session")} />
    </Card>
  );
}

/** What came of a form here: a sentence, and links where there are some. A field's problem stands at the field. */
function Answered({ done, episode }: { readonly done: Done; readonly episode: string }) {
  return (
    <Feedback answer={done} tone={done.tone} sentence={done.sentence}>
      {done.asked !== null && <Handover asked={done.asked} episode={episode} />}
    </Feedback>
  );
}

/** The questionnaires at intake: attachment, perfectionism, readiness. Offered until they have been requested. */
function FirstForms({ view, done }: { readonly view: CaseView; readonly done: Done | null }) {
  const hasBeenAsked = view.forms.some((form) => form.session === 0);
  if (hasBeenAsked && done === null) return null;
  return (
    <section className="stack stack-tight" id="first-forms">
      <h3>Before the first session</h3>
      {done !== null && <Answered done={done} episode={view.episode} />}
      {!hasBeenAsked && (
        <>
          <p className="small">
            {view.ageBand === "adult"
              ? "Readiness, attachment and perfectionism are asked once, at the beginning. They have not been requested yet."
              : "Readiness is asked once, at the beginning. It has not been requested yet."}
          </p>
          <Form method="post" preventScrollReset>
            <input type="hidden" name="session" value="0" />
            <Button look="quiet" name="intent" value="ask-first">
              Create links for the first questionnaires
            </Button>
          </Form>
        </>
      )}
    </section>
  );
}

function SessionLines({ view, done }: { readonly view: CaseView; readonly done: Done | null }) {
  const sessions = [...view.sessions].sort((a, b) => b.session - a.session);
  return (
    <details className="details" open={done !== null || undefined}>
      <summary>Sessions recorded</summary>
      <div className="stack stack-tight">
        {done !== null && <Feedback answer={done} tone={done.tone} sentence={done.sentence} />}
        <ul className="phase-list session-list">
          {sessions.map(({ session, heldOn, attended }) => (
            <li key={session}>
              <span>
                <strong>{session === 0 ? "Case begins" : `Session ${session}`}</strong>
                {heldOn !== null && (
                  <span className="soft">
                    {" "}
                    <FormattedDate at={heldOn} />
                  </span>
                )}
                {!attended && <Badge>did not take place</Badge>}
              </span>
              <details className="details details-small">
                <summary>
                  Correct
                  <span className="visually-hidden">
                    {session === 0 ? " the day the case begins" : ` session ${session}`}
                  </span>
                </summary>
                <Form method="post" className="form-row" preventScrollReset>
                  <input type="hidden" name="session" value={session} />
                  <Field
                    label="Date"
                    name="date"
                    type="date"
                    required
                    defaultValue={heldOn ?? ""}
                    problem={problemAt(done, "date")}
                    short
                  />
                  {session > 0 && (
                    <Choice label="Attendance" name="attended" defaultValue={attended ? "yes" : "no"} short>
                      <option value="yes">took place</option>
                      <option value="no">did not take place</option>
                    </Choice>
                  )}
                  <Button look="quiet" name="intent" value="correct-session">
                    Save correction
                  </Button>
                </Form>
              </details>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
