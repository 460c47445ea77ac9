import type { CaseView } from "@concord/practice";
import { Form, Link } from "react-router";
import { Button, Card, Choice, Field } from "../index.ts";
import { PhaseForm } from "./PhaseForm.tsx";
import { ResearchConsent } from "./ResearchConsent.tsx";

/** What is set by hand: phases, who is let in for supervision, and the end of the episode. */
export function CaseSettings(props: {
  readonly view: CaseView;
  readonly supervisors: readonly { readonly staff: string; readonly name: string }[];
}) {
  const { view, supervisors } = props;
  return (
    <Card title="About this case">
      <section className="stack stack-tight">
        <h3>Phases</h3>
        <PhaseForm phases={view.course.phases} session={Math.max(1, view.course.sessions)} />
      </section>
      {view.closedOn === null && <Days view={view} />}
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
        <Form method="post">
          <input type="hidden" name="intent" value={view.closedOn === null ? "close" : "reopen"} />
          <Button look="quiet">{view.closedOn === null ? "Close this episode" : "Open it again"}</Button>
        </Form>
      </section>
    </Card>
  );
}

/** The next session, without writing one down, and the end that was agreed. */
function Days({ view }: { readonly view: CaseView }) {
  return (
    <>
      <section className="stack stack-tight">
        <h3>Next session</h3>
        <Form method="post" className="form-row" key={view.nextSession}>
          <Field label="On this day" name="next" type="date" defaultValue={view.nextSession ?? ""} short />
          <Button look="quiet" name="intent" value="next">
            Keep the day
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
        <Form method="post" className="form-row" key={`from ${view.endingFrom}`}>
          <Field
            label="Agreed in session"
            name="from"
            type="number"
            min={1}
            max={9999}
            defaultValue={view.endingFrom ?? ""}
            short
          />
          <Button look="quiet" name="intent" value="ending">
            Keep the ending
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
    <Form method="post" className="form-row">
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
        Keep their yes
      </Button>
      {props.given && (
        <Button look="plain" name="intent" value="withdraw-consent">
          Take it back
        </Button>
      )}
    </Form>
  );
}
