import { useState } from "react";
import { useMessages } from "../../ui/frame/messages.ts";
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

/** Buttons, fields and notices. Nothing here is sent anywhere. */
export function Controls() {
  const { text } = useMessages();
  const [pressed, setPressed] = useState("");
  const press = (button: string) => () => setPressed(text("gallery.buttons.pressed", { button }));
  return (
    <>
      <Card title={text("gallery.buttons.title")}>
        <div className="row">
          <Button type="button" onClick={press(text("gallery.buttons.main"))}>
            {text("gallery.buttons.main")}
          </Button>
          <Button type="button" look="quiet" onClick={press(text("gallery.buttons.quiet"))}>
            {text("gallery.buttons.quiet")}
          </Button>
          <ButtonLink look="plain" to="/gallery">
            {text("gallery.buttons.plain")}
          </ButtonLink>
          <Button type="button" look="grave" onClick={press(text("gallery.buttons.grave"))}>
            {text("gallery.buttons.grave")}
          </Button>
          <Button type="button" disabled>
            {text("gallery.buttons.disabled")}
          </Button>
        </div>
        <p className="soft small" role="status">
          {pressed}
        </p>
        <SegmentedControl
          label={text("gallery.views.label")}
          current="one"
          options={[
            { id: "one", to: "/gallery", label: text("gallery.views.one") },
            { id: "two", to: "/gallery?way=two", label: text("gallery.views.two") },
          ]}
        />
      </Card>
      <Card title={text("gallery.fields.title")}>
        <div className="columns">
          <Field label={text("gallery.fields.line")} name="line" hint={text("gallery.fields.hint")} />
          <Field
            label={text("gallery.fields.with-problem")}
            name="problem"
            problem={text("gallery.fields.problem")}
            defaultValue="12,5"
          />
          <Choice label={text("gallery.fields.choice")} name="list">
            <option>{text("gallery.fields.first")}</option>
            <option>{text("gallery.fields.second")}</option>
          </Choice>
          <LongField label={text("gallery.fields.lines")} name="lines" rows={3} />
        </div>
        <Check label={text("gallery.fields.check")} name="check" defaultChecked />
      </Card>
      <Card title={text("gallery.notices.title")}>
        <Notice title={text("gallery.notices.information")}>
          <p>{text("gallery.notices.information-text")}</p>
        </Notice>
        <Notice tone="good">
          <p>{text("gallery.notices.saved")}</p>
        </Notice>
        <Notice tone="credible" title={text("gallery.notices.notable")}>
          <p>{text("gallery.notices.notable-text")}</p>
        </Notice>
        <Notice tone="urgent" title={text("gallery.notices.urgent")}>
          <p>{text("gallery.notices.urgent-text")}</p>
        </Notice>
        <EmptyState title={text("gallery.empty.title")}>{text("gallery.empty.text")}</EmptyState>
      </Card>
    </>
  );
}
