import { useState } from "react";
import {
  Button,
  ButtonLink,
  Card,
  Check,
  Choice,
  EmptyState,
  Field,
  LongField,
  Notice,
  SegmentedControl,
} from "../../ui/index.ts";

/** What can be pressed, typed and chosen. Nothing here is sent anywhere. */
export function Controls() {
  const [said, say] = useState("");
  return (
    <>
      <Card title="Buttons">
        <div className="row">
          <Button type="button" onClick={() => say("The main button was pressed.")}>
            The next step
          </Button>
          <Button type="button" look="quiet" onClick={() => say("The quiet button was pressed.")}>
            Something else
          </Button>
          <ButtonLink look="plain" to="/gallery">
            A way out
          </ButtonLink>
          <Button type="button" look="grave" onClick={() => say("The grave button was pressed.")}>
            Cannot be undone
          </Button>
          <Button type="button" disabled>
            Not now
          </Button>
        </div>
        <p className="soft small" role="status">
          {said}
        </p>
        <SegmentedControl
          label="Ways to look"
          current="one"
          options={[
            { id: "one", to: "/gallery", label: "One way" },
            { id: "two", to: "/gallery?way=two", label: "Another" },
          ]}
        />
      </Card>
      <Card title="Fields">
        <div className="columns">
          <Field label="A line of text" name="line" hint="What it is for." />
          <Field
            label="With a problem"
            name="problem"
            problem="Say what is wrong, and what to do."
            defaultValue="12,5"
          />
          <Choice label="One of a list" name="list">
            <option>First</option>
            <option>Second</option>
          </Choice>
          <LongField label="Several lines" name="lines" rows={3} />
        </div>
        <Check label="Yes or no" name="check" defaultChecked />
      </Card>
      <Card title="Notices">
        <Notice title="For your information">
          <p>Something to know, without hurry.</p>
        </Notice>
        <Notice tone="good">
          <p>Saved.</p>
        </Notice>
        <Notice tone="credible" title="Worth a thought">
          <p>More than measurement error alone would produce.</p>
        </Notice>
        <Notice tone="urgent" title="Please look now">
          <p>Kept for answers about danger, and for what cannot go on.</p>
        </Notice>
        <EmptyState title="Nothing here yet">Why there is nothing, and what would change that.</EmptyState>
      </Card>
    </>
  );
}
