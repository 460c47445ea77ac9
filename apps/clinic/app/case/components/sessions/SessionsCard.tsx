import type { CaseAppointments, CaseView } from "@concord/practice";
import { Form } from "react-router";
import { useMessages } from "../../../ui/frame/messages.ts";
import { RichText } from "../../../ui/frame/RichText.tsx";
import { Handover } from "../../../ui/handover/Handover.tsx";
import { Badge, Button, Card, Choice, Feedback, Field, FormattedDate } from "../../../ui/index.ts";
import { type Done, doneBy, problemAt } from "../../case-action-context.ts";
import { markup } from "../markup.tsx";
import { AppointmentLines } from "./AppointmentLines.tsx";
import { AskForForms } from "./AskForForms.tsx";
import { SessionForm } from "./SessionForm.tsx";

/** Records a session and gives out its links. What was recorded can be corrected below. */
export function SessionsCard(props: {
  readonly view: CaseView;
  readonly today: string;
  readonly appointments: CaseAppointments | null;
  readonly done: Done | undefined;
}) {
  const { text } = useMessages();
  const { view, today, appointments, done } = props;
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
      {...{ today, recordedToday, appointments }}
    />
  );
  return (
    <Card title={text("case.card.session")}>
      {recorded !== null && <Answered done={recorded} episode={view.episode} />}
      {recorded === null && recordedToday !== null && (
        <p>{text("case.session.recorded-today", { session: recordedToday })}</p>
      )}
      {isSettled ? (
        <details className="details">
          <summary>{text("case.session.record", { session: last + 1 })}</summary>
          {form}
        </details>
      ) : (
        form
      )}
      {appointments !== null && <AppointmentLines of={appointments} episode={view.episode} />}
      <FirstForms view={view} done={doneBy(done, "ask-first")} />
      <section className="stack stack-tight">
        <h3>{text("case.session.again")}</h3>
        {doneBy(done, "ask") !== null && done !== undefined && (
          <Answered done={done} episode={view.episode} />
        )}
        <AskForForms session={last} done={doneBy(done, "ask")} />
      </section>
      <SessionLines view={view} done={doneBy(done, "correct-session")} />
    </Card>
  );
}

/** What came of a form here: a sentence, and links where there are some. A field's problem is shown at the field. */
function Answered({ done, episode }: { readonly done: Done; readonly episode: string }) {
  return (
    <Feedback answer={done} tone={done.tone} sentence={done.sentence}>
      {done.asked !== null && <Handover asked={done.asked} back={`/case/${episode}`} />}
    </Feedback>
  );
}

/** The questionnaires at intake: attachment, perfectionism, readiness. Offered until they have been assigned. */
function FirstForms({ view, done }: { readonly view: CaseView; readonly done: Done | null }) {
  const { text } = useMessages();
  const isAssigned = view.forms.some((form) => form.session === 0);
  if (isAssigned && done === null) return null;
  return (
    <section className="stack stack-tight" id="first-forms">
      <h3>{text("case.session.intake")}</h3>
      {done !== null && <Answered done={done} episode={view.episode} />}
      {!isAssigned && (
        <>
          <p className="small">
            {text(view.ageBand === "adult" ? "case.session.intake.adult" : "case.session.intake.young")}
          </p>
          <Form method="post" preventScrollReset>
            <input type="hidden" name="session" value="0" />
            <Button look="quiet" name="intent" value="ask-first">
              {text("case.session.intake.create")}
            </Button>
          </Form>
        </>
      )}
    </section>
  );
}

function SessionLines({ view, done }: { readonly view: CaseView; readonly done: Done | null }) {
  const { text } = useMessages();
  const sessions = [...view.sessions].sort((a, b) => b.session - a.session);
  const { hidden } = markup;
  return (
    <details className="details" open={done !== null || undefined}>
      <summary>{text("case.session.list")}</summary>
      <div className="stack stack-tight">
        {done !== null && <Feedback answer={done} tone={done.tone} sentence={done.sentence} />}
        <ul className="phase-list session-list">
          {sessions.map(({ session, heldOn, attended }) => (
            <li key={session}>
              <span>
                <strong>
                  {session === 0 ? text("case.session.list.start") : text("case.session.number", { session })}
                </strong>
                {heldOn !== null && (
                  <span className="soft">
                    {" "}
                    <FormattedDate at={heldOn} />
                  </span>
                )}
                {!attended && <Badge>{text("case.session.not-held")}</Badge>}
              </span>
              <details className="details details-small">
                <summary>
                  {session === 0 ? (
                    <RichText id="case.session.list.correct-start" values={{}} tags={{ hidden }} />
                  ) : (
                    <RichText id="case.session.list.correct" values={{ session }} tags={{ hidden }} />
                  )}
                </summary>
                <Form method="post" className="form-row" preventScrollReset>
                  <input type="hidden" name="session" value={session} />
                  <Field
                    label={text("case.session.date")}
                    name="date"
                    type="date"
                    required
                    defaultValue={heldOn ?? ""}
                    problem={problemAt(done, "date")}
                    short
                  />
                  {session > 0 && (
                    <Choice
                      label={text("case.session.list.attendance")}
                      name="attended"
                      defaultValue={attended ? "yes" : "no"}
                      short
                    >
                      <option value="yes">{text("case.session.held")}</option>
                      <option value="no">{text("case.session.not-held")}</option>
                    </Choice>
                  )}
                  <Button look="quiet" name="intent" value="correct-session">
                    {text("case.session.list.save")}
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
