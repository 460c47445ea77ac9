import type { CaseView } from "@concord/practice";
import { Form } from "react-router";
import { Button, Card, Choice } from "../index.ts";
import { PhaseForm } from "./PhaseForm.tsx";

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
      <section className="stack stack-tight">
        <h3>Supervision</h3>
        <p className="small">
          {view.supervisionConsent
            ? `Open to ${view.supervisors.join(", ")}, as the client has agreed: ratings, never your notes.`
            : "Nobody but you sees this case. With the client’s agreement a supervisor may see ratings, never your notes."}
        </p>
        <Consent given={view.supervisionConsent} supervisors={supervisors} />
      </section>
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
