import type { HeldForm } from "../../request/held-form.ts";
import { Button } from "../controls/Button.tsx";
import { Field } from "../controls/Field.tsx";
import { useMessages } from "./messages.ts";

/**
 * E-mail and password. `held`: a form that was sent after the session had ended; it goes along and comes back once
 * somebody is signed in. A document of its own is sent, so that it works in every state of the page.
 */
export function SignInForm(props: {
  readonly to: string;
  readonly email?: string | undefined;
  readonly held?: HeldForm | null | undefined;
  readonly disabled?: boolean;
}) {
  const { text } = useMessages();
  return (
    <form method="post" action="/sign-in" className="stack">
      <Carried to={props.to} held={props.held ?? null} />
      <Field
        label={text("auth.field.email")}
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={props.email}
      />
      <Field
        label={text("auth.field.password")}
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      <Button disabled={props.disabled} wide>
        {text("auth.sign-in.button")}
      </Button>
    </form>
  );
}

/** The code of an authenticator app, or a recovery code. */
export function CodeForm(props: { readonly to: string; readonly held?: HeldForm | null | undefined }) {
  const { text } = useMessages();
  return (
    <form method="post" action="/sign-in/code" className="stack">
      <Carried to={props.to} held={props.held ?? null} />
      <Field
        label={text("auth.code.label")}
        name="code"
        hint={text("auth.code.hint")}
        autoComplete="one-time-code"
        inputMode="text"
        spellCheck={false}
        required
      />
      <Button wide>{text("auth.code.button")}</Button>
    </form>
  );
}

/** Where to go afterwards, and what waits to be sent again. */
function Carried({ to, held }: { readonly to: string; readonly held: HeldForm | null }) {
  return (
    <>
      <input type="hidden" name="to" value={to} />
      {held !== null && <input type="hidden" name="held" value={JSON.stringify(held.fields)} />}
    </>
  );
}
