import type { TwoStepState } from "@concord/clinic/context";
import type { Text } from "@concord/messages";
import { Form } from "react-router";
import type { Squares } from "../../ui/code-squares.ts";
import { useMessages } from "../../ui/frame/messages.ts";
import { RichText } from "../../ui/frame/RichText.tsx";
import { Badge, Button, Card, Field, Notice, QrCode } from "../../ui/index.ts";

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
  readonly problem: Text | null;
}) {
  const { text } = useMessages();
  const badge = props.on ? (
    <Badge tone="good">{text("auth.two-step.on")}</Badge>
  ) : (
    <Badge>{text("auth.two-step.off")}</Badge>
  );
  return (
    <Card title={text("auth.two-step.title")} aside={badge}>
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
  readonly problem: Text | null;
}) {
  const { text } = useMessages();
  const { on, state, required, problem } = props;
  if (on && required) return <p className="soft">{text("auth.two-step.text.required")}</p>;
  return (
    <Form method="post" className="stack" reloadDocument>
      {state.kind === "required" && (
        <Notice tone="urgent" title={text("auth.two-step.required.title")}>
          <p>{text("auth.two-step.required.text")}</p>
        </Notice>
      )}
      {state.kind === "due" && (
        <Notice>
          <p>{text("auth.two-step.due", { day: state.by })}</p>
        </Notice>
      )}
      <p className="soft">{text(on ? "auth.two-step.text.on" : "auth.two-step.text.off")}</p>
      <Field
        label={text("auth.two-step.password")}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        problem={problem}
      />
      <div>
        <Button look={on ? "grave" : "quiet"} name="about" value={on ? "end" : "begin"}>
          {text(on ? "auth.two-step.button.off" : "auth.two-step.button.set-up")}
        </Button>
      </div>
    </Form>
  );
}

function Confirm({ begun }: { readonly begun: Begun }) {
  const { text } = useMessages();
  const key = new URL(begun.uri).searchParams.get("secret") ?? "";
  return (
    <div className="stack">
      <p>{text("auth.two-step.scan")}</p>
      <QrCode squares={begun.squares} label={text("auth.two-step.scan-label")} />
      <details className="details">
        <summary>{text("auth.two-step.cannot-scan")}</summary>
        <p className="small">
          <RichText
            id="auth.two-step.key"
            values={{ key }}
            tags={{ code: (inside) => <code>{inside}</code> }}
          />
        </p>
      </details>
      <p>{text("auth.two-step.recovery")}</p>
      <ul className="spare-codes">
        {begun.backupCodes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Form method="post" className="stack" reloadDocument>
        <Field
          label={text("auth.two-step.code")}
          name="code"
          autoComplete="one-time-code"
          inputMode="numeric"
          required
          short
        />
        <div>
          <Button name="about" value="confirm">
            {text("auth.two-step.button.on")}
          </Button>
        </div>
      </Form>
    </div>
  );
}
