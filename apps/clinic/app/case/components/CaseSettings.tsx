import type { CaseView } from "@concord/practice";
import { Form, Link } from "react-router";
import { Button, Card, Choice, Confirm, Feedback, Field } from "../../ui/index.ts";
import { type Done, doneBy, problemAt } from "../case-action-context.ts";
import { PhaseForm } from "./PhaseForm.tsx";
import { ResearchConsent } from "./ResearchConsent.tsx";

/** What is set by hand: phases, who is let in for supervision, and the end of the episode. */
export function CaseSettings(props: {
  readonly view: CaseView;
  readonly supervisors: readonly { readonly staff: string; readonly name: string }[];
  readonly therapists: readonly { readonly staff: string; readonly name: string }[];
  readonly done: Done | undefined;
}) {
  const { view, supervisors, therapists } = props;
  const done = doneBy(props.done, ...settingIntents);
  return (
    <Card title="About this case" id="settings">
      {done !== null && <Feedback answer={done} tone={done.tone} sentence={done.sentence} />}
      <section className="stack stack-tight">
        <h3>Client</h3>
        <Form method="post" className="form-row" preventScrollReset key={view.client}>
          <Field
            label="Name, initials or code"
            name="client"
            required
            maxLength={200}
            autoComplete="off"
            defaultValue={view.client}
            problem={problemAt(done, "client")}
          />
          <Button look="quiet" name="intent" value="client">
            Save name
          </Button>
        </Form>
      </section>
      <section className="stack stack-tight">
        <h3>Phases</h3>
        <PhaseForm phases={view.course.phases} session={Math.max(1, view.course.sessions)} done={done} />
      </section>
      {view.closedOn === null && <Days view={view} done={done} />}
      <section className="stack stack-tight">
        <h3>Supervision</h3>
        <p className="small">
          {view.supervisionConsent
            ? `Open to ${view.supervisors.join(", ")}, as the client has agreed: ratings, never your notes.`
            : "Nobody but you sees this case. With the client’s agreement a supervisor may see ratings, never your notes."}
        </p>
        <Consent given={view.supervisionConsent} supervisors={supervisors} />
        {view.supervisionConsent && (
          <p>
            <Link to={`/case/${view.episode}/supervision`}>A page to take along</Link>
          </p>
        )}
      </section>
      <ResearchConsent given={view.researchConsent} />
      <section className="stack stack-tight">
        <h3>Episode of care</h3>
        {view.closedOn === null ? (
          <div className="row">
            <HandOver
              therapists={therapists.filter(({ staff }) => staff !== view.therapist.staff)}
              done={done}
            />
            <Confirm label="Close episode">
              <p className="small">
                The case leaves the list of open cases and its next session is removed. Nothing is deleted; it
                can be reopened. Links that are out can still be answered until they expire.
              </p>
              <Form method="post" preventScrollReset>
                <Button look="grave" name="intent" value="close">
                  Close this episode
                </Button>
              </Form>
            </Confirm>
          </div>
        ) : (
          <Form method="post" preventScrollReset>
            <Button look="quiet" name="intent" value="reopen">
              Reopen episode
            </Button>
          </Form>
        )}
      </section>
    </Card>
  );
}

/** The forms of this card, by their intent. */
export const settingIntents: readonly string[] = [
  ...["client", "phase", "phase-by-rule", "next", "ending", "hand-over", "close", "reopen"],
  ...["consent", "withdraw-consent", "research", "withdraw-research"],
];

/** Another therapist takes the case over. */
function HandOver(props: {
  readonly therapists: readonly { readonly staff: string; readonly name: string }[];
  readonly done: Done | null;
}) {
  if (props.therapists.length === 0) return null;
  return (
    <Confirm label="Hand over">
      <p className="small">
        The case moves to another therapist’s caseload and leaves yours. The client’s consents stay as they
        are. Your notes stay with you and are not handed over.
      </p>
      <Form method="post" className="form-row" preventScrollReset>
        <Choice label="To" name="to" problem={problemAt(props.done, "to")} short>
          {props.therapists.map(({ staff, name }) => (
            <option key={staff} value={staff}>
              {name}
            </option>
          ))}
        </Choice>
        <Button look="grave" name="intent" value="hand-over">
          Hand over this case
        </Button>
      </Form>
    </Confirm>
  );
}

/** The next session, without recording one, and the ending that was agreed. */
function Days({ view, done }: { readonly view: CaseView; readonly done: Done | null }) {
  return (
    <>
      <section className="stack stack-tight">
        <h3>Next session</h3>
        <Form method="post" className="form-row" preventScrollReset key={view.nextSession}>
          <Field
            label="Date of the next session"
            name="next"
            type="date"
            hint="Empty: none is set."
            defaultValue={view.nextSession ?? ""}
            problem={problemAt(done, "next")}
            short
          />
          <Button look="quiet" name="intent" value="next">
            Save date
          </Button>
        </Form>
      </section>
      <section className="stack stack-tight">
        <h3>Agreed ending</h3>
        <p className="small">
          {view.endingFrom === null
            ? "No ending is agreed. Once it is, the phase of ending begins with that session."
            : `The end was agreed in session ${view.endingFrom}. Leave the field empty to take it back.`}
        </p>
        <Form method="post" className="form-row" preventScrollReset key={`from ${view.endingFrom}`}>
          <Field
            label="Agreed in session"
            name="from"
            type="number"
            min={1}
            max={9999}
            defaultValue={view.endingFrom ?? ""}
            problem={done?.intent === "ending" ? problemAt(done, "from") : null}
            short
          />
          <Button look="quiet" name="intent" value="ending">
            Save ending
          </Button>
        </Form>
      </section>
    </>
  );
}

function Consent(props: {
  readonly given: boolean;
  readonly supervisors: readonly { readonly staff: string; readonly name: string }[];
}) {
  if (props.supervisors.length === 0) {
    return <p className="soft small">There is no supervisor in this practice yet.</p>;
  }
  return (
    <Form method="post" className="form-row" preventScrollReset>
      <Choice label="Supervisor" name="supervisor" short>
        {props.supervisors.map(({ staff, name }) => (
          <option key={staff} value={staff}>
            {name}
          </option>
        ))}
      </Choice>
      <Choice label="Who has agreed" name="givenBy" short>
        <option value="client">the client</option>
        <option value="caregiver">the caregiver</option>
      </Choice>
      <Button look="quiet" name="intent" value="consent">
        Record consent
      </Button>
      {props.given && (
        <Button look="plain" name="intent" value="withdraw-consent">
          Withdraw consent
        </Button>
      )}
    </Form>
  );
}
