import type { TwoStepState } from "@concord/clinic/context";
import { Form } from "react-router";
import type { Squares } from "../../ui/code-squares.ts";
import { Badge, Button, Card, Field, FormattedDate, Notice, QrCode } from "../../ui/index.ts";

interface Begun {
  readonly uri: string;
  readonly squares: Squares;
  readonly backupCodes: readonly string[];
}

/** Two-step sign-in: off, being set up, or on. */
export function TwoFactorSetup(props: {
  readonly on: boolean;
  readonly state: TwoStepState;
  /** Their role wants it: it is not turned off. */
  readonly required: boolean;
  readonly begun: Begun | null;
  readonly problem: string | null;
}) {
  const badge = props.on ? <Badge tone="good">On</Badge> : <Badge>Off</Badge>;
  return (
    <Card title="Two-step sign-in" aside={badge}>
      {props.begun === null ? (
        <Switch on={props.on} state={props.state} required={props.required} problem={props.problem} />
      ) : (
        <Confirm begun={props.begun} />
      )}
    </Card>
  );
}

function Switch(props: {
  readonly on: boolean;
  readonly state: TwoStepState;
  readonly required: boolean;
  readonly problem: string | null;
}) {
  const { on, state, required, problem } = props;
  if (on && required)
    return (
      <p className="soft">
        Signing in asks for a code from your authenticator app after the password. Your role wants this; if
        you lose your phone, use a spare code, or ask whoever runs this machine to end it.
      </p>
    );
  return (
    <Form method="post" className="stack" reloadDocument>
      {state.kind === "required" && (
        <Notice tone="urgent" title="Set this up first">
          <p>Administrators and researchers need it: the pages of that role open once it is on.</p>
        </Notice>
      )}
      {state.kind === "due" && (
        <Notice>
          <p>
            Administrators and researchers need it by <FormattedDate at={state.by} />. After that the pages of
            that role open only once it is on.
          </p>
        </Notice>
      )}
      <p className="soft">
        {on
          ? "Signing in asks for a code from your authenticator app after the password."
          : "A code from an app on your phone, after the password. Recommended for everyone who sees client data."}
      </p>
      <Field
        label="Your password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        problem={problem}
      />
      <div>
        <Button look={on ? "grave" : "quiet"} name="about" value={on ? "end" : "begin"}>
          {on ? "Turn off" : "Set up"}
        </Button>
      </div>
    </Form>
  );
}

function Confirm({ begun }: { readonly begun: Begun }) {
  return (
    <div className="stack">
      <p>1. Scan this with your authenticator app.</p>
      <QrCode squares={begun.squares} label="Code for your authenticator app" />
      <details className="details">
        <summary>I cannot scan it</summary>
        <p className="small">
          Enter this key by hand: <code>{new URL(begun.uri).searchParams.get("secret")}</code>
        </p>
      </details>
      <p>2. Keep these spare codes somewhere safe. Each works once if the phone is lost.</p>
      <ul className="spare-codes">
        {begun.backupCodes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Form method="post" className="stack" reloadDocument>
        <Field
          label="3. Type the code your app shows"
          name="code"
          autoComplete="one-time-code"
          inputMode="numeric"
          required
          short
        />
        <div>
          <Button name="about" value="confirm">
            Turn on
          </Button>
        </div>
      </Form>
    </div>
  );
}
