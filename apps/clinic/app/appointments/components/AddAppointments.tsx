import type { AppointmentWeek } from "@concord/practice";
import { Form } from "react-router";
import { type RejectedForm, useFormFields } from "../../ui/form/rejected-form.ts";
import { useMessages } from "../../ui/frame/messages.ts";
import { Button, Card, Choice, Field } from "../../ui/index.ts";

/** The form for one appointment or a series. */
export function AddAppointments(props: {
  readonly week: AppointmentWeek;
  /** Whom the page was opened for: `episode:…` or `group:…`. */
  readonly chosen: string | null;
  readonly answer: RejectedForm | undefined;
}) {
  const { text } = useMessages();
  const { week, chosen, answer } = props;
  const field = useFormFields<"with" | "day" | "time" | "minutes" | "every" | "times" | "until">(answer, {
    with: chosen ?? "",
    day: week.today,
    minutes: "50",
    every: chosen?.startsWith("group:") === true ? "1" : "once",
  });
  return (
    <Card id="add" title={text("appointments.add.title")}>
      <Form method="post" className="stack" preventScrollReset>
        <Choice label={text("appointments.add.with")} {...field("with")} required>
          <option value="">{text("appointments.add.with.choose")}</option>
          {week.cases.length > 0 && (
            <optgroup label={text("appointments.add.with.cases")}>
              {week.cases.map(({ episode, label }) => (
                <option key={episode} value={`episode:${episode}`}>
                  {label}
                </option>
              ))}
            </optgroup>
          )}
          {week.groups.length > 0 && (
            <optgroup label={text("appointments.add.with.groups")}>
              {week.groups.map(({ group, label }) => (
                <option key={group} value={`group:${group}`}>
                  {label}
                </option>
              ))}
            </optgroup>
          )}
        </Choice>
        <div className="form-row">
          <Field label={text("appointments.add.day")} {...field("day")} type="date" required short />
          <Field label={text("appointments.add.time")} {...field("time")} type="time" required short />
          <Field
            label={text("appointments.add.minutes")}
            {...field("minutes")}
            type="number"
            min={5}
            max={480}
            required
            short
          />
        </div>
        <div className="form-row">
          <Choice label={text("appointments.add.every")} {...field("every")} short>
            <option value="once">{text("appointments.add.every.once")}</option>
            <option value="1">{text("appointments.add.every.week")}</option>
            <option value="2">{text("appointments.add.every.two")}</option>
            <option value="4">{text("appointments.add.every.four")}</option>
          </Choice>
          <Field
            label={text("appointments.add.times")}
            {...field("times")}
            type="number"
            min={1}
            max={104}
            hint={text("appointments.add.times.hint")}
            short
          />
          <Field
            label={text("appointments.add.until")}
            {...field("until")}
            type="date"
            hint={text("appointments.add.until.hint")}
            short
          />
        </div>
        <p className="soft small">
          {week.timeZone === "UTC"
            ? text("appointments.add.zone.unset")
            : text("appointments.add.zone", { zone: week.timeZone })}
        </p>
        <div>
          <Button name="intent" value="add">
            {text("appointments.add.save")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
