import type { StaffLine } from "@concord/practice";
import { Form } from "react-router";
import { Badge, Button, Card } from "../../parts/index.ts";
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
              <StaffMember line={line} isSelf={line.staff === props.self} />
            </details>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function StaffMember({ line, isSelf }: { readonly line: StaffLine; readonly isSelf: boolean }) {
  return (
    <Form method="post" className="stack">
      <input type="hidden" name="staff" value={line.staff} />
      <p className="soft small">{line.email}</p>
      <RoleChecks held={line.roles} />
      <div className="row">
        <Button look="quiet" name="about" value="roles">
          Save roles
        </Button>
        {!line.hasAccount && line.active && (
          <Button look="quiet" name="about" value="invite">
            New invitation
          </Button>
        )}
        {!isSelf && (
          <Button
            look={line.active ? "grave" : "quiet"}
            name="about"
            value={line.active ? "leave" : "return"}
          >
            {line.active ? "No longer works here" : "Works here again"}
          </Button>
        )}
      </div>
    </Form>
  );
}
