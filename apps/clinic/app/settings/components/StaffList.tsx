import type { StaffLine } from "@concord/practice";
import { Form } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";
import { Badge, Button, Card, Choice, Confirm, Field } from "../../ui/index.ts";
import { RoleChecks } from "./RoleChecks.tsx";

/** Everyone, one disclosure each. */
export function StaffList(props: { readonly everyone: readonly StaffLine[]; readonly self: string }) {
  const { text } = useMessages();
  return (
    <Card>
      <ul className="plain-list staff-list">
        {props.everyone.map((line) => (
          <li key={line.staff}>
            <details className="details">
              <summary>
                <span className="staff-name">
                  {line.name}{" "}
                  {line.staff === props.self && <span className="soft">{text("settings.staff.you")}</span>}
                </span>
                <span className="row">
                  {line.active && !line.hasAccount && (
                    <Badge tone="credible">{text("settings.staff.not-joined")}</Badge>
                  )}
                  {line.active ? (
                    line.roles.map((role) => <Badge key={role}>{text(`shell.role.${role}`)}</Badge>)
                  ) : (
                    <Badge tone="credible">{text("settings.staff.left")}</Badge>
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
  const { text } = useMessages();
  const { line, isSelf } = props;
  const { name } = line;
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
        <Field
          label={text("settings.staff.name")}
          name="name"
          maxLength={120}
          autoComplete="off"
          defaultValue={line.name}
        />
        <Button look="quiet" name="about" value="name">
          {text("settings.staff.save-name")}
        </Button>
      </Form>
      <Form method="post" className="stack">
        {self}
        <RoleChecks held={line.roles} />
        <div>
          <Button look="quiet" name="about" value="roles">
            {text("settings.staff.save-roles")}
          </Button>
        </div>
      </Form>
      {((!line.hasAccount && line.active) || (!isSelf && !line.active)) && (
        <Form method="post" className="row">
          {self}
          {!line.hasAccount && line.active && (
            <Button look="quiet" name="about" value="invite">
              {text("settings.staff.invite")}
            </Button>
          )}
          {!isSelf && !line.active && (
            <Button look="quiet" name="about" value="return">
              {text("settings.staff.return")}
            </Button>
          )}
        </Form>
      )}
      {mayHandOver && therapists.length > 0 && (
        <Confirm label={text("settings.staff.transfer")}>
          <p className="small">{text("settings.staff.transfer-text", { name })}</p>
          <Form method="post" className="form-row">
            {self}
            <Choice label={text("settings.staff.transfer-to")} name="to" short>
              {therapists.map(({ staff, name }) => (
                <option key={staff} value={staff}>
                  {name}
                </option>
              ))}
            </Choice>
            <Button look="grave" name="about" value="hand-over">
              {text("settings.staff.transfer-button")}
            </Button>
          </Form>
        </Confirm>
      )}
      {!isSelf && line.active && (
        <Confirm label={text("settings.staff.end")} grave>
          <p className="small">{text("settings.staff.end-text", { name })}</p>
          <Form method="post">
            {self}
            <Button look="grave" name="about" value="leave">
              {text("settings.staff.end")}
            </Button>
          </Form>
        </Confirm>
      )}
    </div>
  );
}
