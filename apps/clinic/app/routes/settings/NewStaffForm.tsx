import { Form } from "react-router";
import type { Invalid } from "../../access/heed.ts";
import { Button, Field } from "../../parts/index.ts";
import { RoleChecks } from "./RoleChecks.tsx";

/** Adding someone gives a link to hand over; nothing is sent by itself. */
export function NewStaffForm({ invalid }: { readonly invalid: Invalid | null }) {
  return (
    <Form method="post" className="stack">
      <Field label="Name" name="name" maxLength={120} required autoComplete="off" />
      <Field
        label="E-mail"
        name="email"
        type="email"
        required
        autoComplete="off"
        problem={invalid?.problem ?? null}
      />
      <RoleChecks held={["therapist"]} />
      <div>
        <Button name="about" value="add">
          Add and make an invitation
        </Button>
      </div>
    </Form>
  );
}
