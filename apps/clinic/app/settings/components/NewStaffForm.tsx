import type { Text } from "@concord/messages";
import type { Role } from "@concord/practice";
import { Form } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";
import { Button, Field } from "../../ui/index.ts";
import { RoleChecks } from "./RoleChecks.tsx";

/** What was entered and cannot be saved so; it stays in the form. */
interface InvalidStaff {
  readonly field: string;
  readonly problem: Text;
  readonly given: { readonly name: string; readonly email: string; readonly roles: readonly Role[] };
}

/** Adding someone gives a link to hand over; nothing is sent by itself. */
export function NewStaffForm({ invalid }: { readonly invalid: InvalidStaff | null }) {
  const { text, written } = useMessages();
  const problem = (field: string) => (invalid?.field === field ? invalid.problem : null);
  return (
    <Form method="post" className="stack">
      <Field
        label={text("settings.staff.name")}
        name="name"
        maxLength={120}
        required
        autoComplete="off"
        defaultValue={invalid?.given.name}
        problem={problem("name")}
      />
      <Field
        label={text("settings.staff.email")}
        name="email"
        type="email"
        required
        autoComplete="off"
        defaultValue={invalid?.given.email}
        problem={problem("email")}
      />
      {problem("role") !== null && (
        <p className="field-problem" role="alert">
          {written(problem("role") ?? "")}
        </p>
      )}
      <RoleChecks held={invalid?.given.roles ?? ["therapist"]} />
      <div>
        <Button name="about" value="add">
          {text("settings.staff.add-button")}
        </Button>
      </div>
    </Form>
  );
}
