import type { SetupView } from "@concord/practice";
import { Form, Link } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";
import { Badge, Button, Card } from "../../ui/index.ts";

/** What is left to do before the first questionnaire can come back: each step with its page and whether it is done. */
export function SetupCard({ setup }: { readonly setup: SetupView }) {
  const { text } = useMessages();
  const { steps, isHidden, address } = setup;
  if (isHidden)
    return (
      <Form method="post">
        <Button name="intent" value="show-setup" look="plain">
          {text("settings.setup.show")}
        </Button>
      </Form>
    );
  const done = steps.filter(({ isDone }) => isDone).length;
  const next = steps.find(({ isDone }) => !isDone);
  return (
    <Card title={text("settings.setup.title")} id="setup">
      <p className="soft">{text("settings.setup.progress", { done, total: steps.length })}</p>
      <ol className="setup-steps">
        {steps.map((step) => (
          <li key={step.name} aria-current={step === next ? "step" : undefined}>
            <span className="setup-step-name">
              <Link to={step.to}>{text(`settings.setup.step.${step.name}`)}</Link>
              <Badge tone={step.isDone ? "good" : "note"}>
                {text(step.isDone ? "settings.setup.done" : "settings.setup.open")}
              </Badge>
            </span>
            {!step.isDone && <span className="small soft">{text(`settings.setup.text.${step.name}`)}</span>}
            {step.name === "address" && <AddressNote address={address} isDone={step.isDone} />}
          </li>
        ))}
      </ol>
      <Form method="post">
        <Button name="intent" value="hide-setup" look="plain">
          {text("settings.setup.hide")}
        </Button>
      </Form>
    </Card>
  );
}

function AddressNote({ address, isDone }: { readonly address: string; readonly isDone: boolean }) {
  const { text } = useMessages();
  if (isDone)
    return address.startsWith("http:") ? (
      <span className="small">{text("settings.setup.address-http", { address })}</span>
    ) : null;
  return (
    <>
      <span className="small">{text("settings.setup.address-now", { address })}</span>
      <span className="small soft">{text("settings.setup.address-how")}</span>
    </>
  );
}
