import type { GroupView } from "@concord/practice";
import { Form, useNavigation } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";
import { Handover } from "../../ui/handover/Handover.tsx";
import { Button, Check, Field } from "../../ui/index.ts";
import type { GroupDone } from "../group-action.server.ts";

/** Records a meeting: the day and who was there. Each member who was there gets a link. */
export function MeetingForm({
  view,
  today,
  done,
}: {
  readonly view: GroupView;
  readonly today: string;
  readonly done: GroupDone | null;
}) {
  const { text, written } = useMessages();
  const busy = useNavigation().state !== "idle";
  const problemAt = (field: string) => (done?.field === field ? written(done.sentence) : null);
  const absence = problemAt("present");
  return (
    <Form method="post" className="stack" preventScrollReset>
      <input type="hidden" name="intent" value="meeting" />
      <Field
        label={text("group.meeting.day")}
        name="heldOn"
        type="date"
        required
        defaultValue={today}
        problem={problemAt("heldOn")}
        short
      />
      <fieldset className="marks" aria-describedby={absence === null ? undefined : "present-problem"}>
        <legend>{text("group.meeting.present")}</legend>
        {view.members.map(({ episode, client }) => (
          <Check key={episode} name="present" value={episode} label={client} defaultChecked />
        ))}
        {absence !== null && (
          <p className="field-problem" id="present-problem">
            {absence}
          </p>
        )}
      </fieldset>
      {problemAt("heldOn") !== null && (
        <Check name="second" value="yes" label={text("group.meeting.second")} />
      )}
      <div>
        <Button disabled={busy}>{text(busy ? "group.meeting.saving" : "group.meeting.save")}</Button>
      </div>
    </Form>
  );
}

/** The links of a meeting, a part for each member, to hand over one after the other. */
export function MeetingLinks({
  view,
  links,
}: {
  readonly view: GroupView;
  readonly links: GroupDone["links"];
}) {
  const { text } = useMessages();
  const names = new Map(view.members.map(({ episode, client }) => [episode, client]));
  return (
    <ul className="meeting-links">
      {links.map(({ episode, session, asked }) => (
        <li key={episode}>
          <details className="details" open={links.length <= 2}>
            <summary>{text("group.meeting.links", { client: names.get(episode) ?? "", session })}</summary>
            <Handover asked={asked} back={`/group/${view.group}`} />
          </details>
        </li>
      ))}
    </ul>
  );
}
