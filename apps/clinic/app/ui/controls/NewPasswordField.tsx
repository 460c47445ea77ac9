import { longestPassword, shortestPassword } from "@concord/clinic/password-length";
import type { Text } from "@concord/messages";
import { useMessages } from "../frame/messages.ts";
import { Field } from "./Field.tsx";

/** A password that somebody chooses, with the rule that the server applies. */
export function NewPasswordField(props: {
  readonly label?: string;
  readonly name?: string;
  /** Whether signing in asks for a code as well: the password may then be a little shorter. */
  readonly secondFactor?: boolean;
  readonly problem?: Text | null | undefined;
}) {
  const { text } = useMessages();
  const { label = text("auth.field.new-password"), name = "password", secondFactor = false, problem } = props;
  const shortest = secondFactor ? shortestPassword.withSecondFactor : shortestPassword.alone;
  return (
    <Field
      label={label}
      name={name}
      type="password"
      autoComplete="new-password"
      minLength={shortest}
      maxLength={longestPassword}
      hint={text("auth.field.new-password-hint", { count: shortest })}
      required
      problem={problem}
    />
  );
}
