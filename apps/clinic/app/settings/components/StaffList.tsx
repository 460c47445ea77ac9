import type { StaffLine } from "@concord/practice";
import { Form } from "react-router";
import { Badge, Button, Card, Choice, Confirm, Field } from "../../ui/index.ts";
import { RoleChecks } from "./RoleChecks.tsx";

/** Everyone, one fold each. */
export function StaffList(props: { readonly everyone: readonly StaffLine[]; readonly self: string }) {
  return (
    <Card>
      <ul className="plain-list staff-list">
        {props.everyone.map((line) => (
          <li key={line.staff}>
            <details className="details">
              <summary>
                <span className="staff-name">
                  {line.name} {line.staff === props.self && <span className="soft">(you)</span>}
                </span>
                <span className="row">
                  {line.active && !line.hasAccount && <Badge tone="credible">not joined yet</Badge>}
                  {line.active ? (
                    line.roles.map((role) => <Badge key={role}>{role}</Badge>)
                  ) : (
                    <Badge tone="credible">left</Badge>
                  )}
                </span>
              </summary>
              <StaffMember line={line} isSelf={line.staff === props.self} everyone={props.everyone} />
            </details>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function StaffMember(props: {
  readonly line: StaffLine;
  readonly isSelf: boolean;
  readonly everyone: readonly StaffLine[];
}) {
  const { line, isSelf } = props;
  const therapists = props.everyone.filter(
    (one) => one.active && one.staff !== line.staff && one.roles.includes("therapist"),
  );
  const self = <input type="hidden" name="staff" value={line.staff} />;
  const mayHandOver = line.roles.includes("therapist") && (!line.active || isSelf || !line.hasAccount);
  return (
    <div className="stack">
      <p className="soft small">{line.email}</p>
      <Form method="post" className="form-row">
        {self}
        <Field label="Name" name="name" maxLength={120} autoComplete="off" defaultValue={line.name} />
        <Button look="quiet" name="about" value="name">
          Save name
        </Button>
      </Form>
      <Form method="post" className="stack">
        {self}
        <RoleChecks held={line.roles} />
        <div>
          <Button look="quiet" name="about" value="roles">
            Save roles
          </Button>
        </div>
      </Form>
      {((!line.hasAccount && line.active) || (!isSelf && !line.active)) && (
        <Form method="post" className="row">
          {self}
          {!line.hasAccount && line.active && (
            <Button look="quiet" name="about" value="invite">
              New invitation
            </Button>
          )}
          {!isSelf && !line.active && (
            <Button look="quiet" name="about" value="return">
              Works here again
            </Button>
          )}
        </Form>
      )}
      {mayHandOver && therapists.length > 0 && (
        <Confirm label="Hand over their cases">
          <p className="small">
            All open cases of {line.name} move to another therapist. Consents stay as they are; private notes
            stay with their author.
          </p>
          <Form method="post" className="form-row">
            {self}
            <Choice label="To" name="to" short>
              {therapists.map(({ staff, name }) => (
                <option key={staff} value={staff}>
                  {name}
                </option>
              ))}
            </Choice>
            <Button look="grave" name="about" value="hand-over">
              Hand over all open cases
            </Button>
          </Form>
        </Confirm>
      )}
      {!isSelf && line.active && (
        <Confirm label="No longer works here" grave>
          <p className="small">
            {line.name} can no longer sign in. Their cases stay; afterwards you can hand them to another
            therapist here. They can be let in again later.
          </p>
          <Form method="post">
            {self}
            <Button look="grave" name="about" value="leave">
              End their access
            </Button>
          </Form>
        </Confirm>
      )}
    </div>
  );
}
