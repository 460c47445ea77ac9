import type { HeldForm } from "../../request/held-form.ts";
import { Button } from "../controls/Button.tsx";
import { Field } from "../controls/Field.tsx";

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
  return (
    <form method="post" action="/sign-in" className="stack">
      <Carried to={props.to} held={props.held ?? null} />
      <Field
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={props.email}
      />
      <Field label="Password" name="password" type="password" autoComplete="current-password" required />
      <Button disabled={props.disabled} wide>
        Sign in
      </Button>
    </form>
  );
}

/** The code of an authenticator app, or a spare one. */
export function CodeForm(props: { readonly to: string; readonly held?: HeldForm | null | undefined }) {
  return (
    <form method="post" action="/sign-in/code" className="stack">
      <Carried to={props.to} held={props.held ?? null} />
      <Field
        label="Code"
        name="code"
        hint="Six digits from your authenticator app, or one of the spare codes you kept."
        autoComplete="one-time-code"
        inputMode="text"
        spellCheck={false}
        required
      />
      <Button wide>Go on</Button>
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
