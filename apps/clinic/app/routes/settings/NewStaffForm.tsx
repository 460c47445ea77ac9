import { Form } from "react-router";
import { Button, Field } from "../../parts/index.ts";
import { RoleChecks } from "./RoleChecks.tsx";

/** Adding someone gives a link to hand over; nothing is sent by itself. */
export function NewStaffForm() {
  return (
    <Form method="post" className="stack">
      <Field label="Name" name="name" maxLength={120} required autoComplete="off" />
      <Field label="E-mail" name="email" type="email" required autoComplete="off" />
      <RoleChecks held={["therapist"]} />
      <div>
        <Button name="about" value="add">
          Add and make an invitation
        </Button>
      </div>
    </Form>
  );
}
