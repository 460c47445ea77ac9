import type { GroupView } from "@concord/practice";
import { Form } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";
import { Button, Card, Check, Choice, Confirm, Feedback, Field } from "../../ui/index.ts";
import type { GroupDone } from "../group-action.server.ts";

/** Name, second leader, and closing. */
export function GroupSettings(props: {
  readonly view: GroupView;
  readonly colleagues: readonly { readonly staff: string; readonly name: string }[];
  /** Whoever looks is the group’s first leader. */
  readonly mayHandOver: boolean;
  readonly done: GroupDone | null;
}) {
  const { view, colleagues, mayHandOver, done } = props;
  const { text, written } = useMessages();
  const problemAt = (field: string) => (done?.field === field ? written(done.sentence) : null);
  return (
    <Card title={text("group.settings.title")}>
      {done !== null && <Feedback answer={done} tone={done.tone} sentence={done.sentence} />}
      <Form method="post" className="stack stack-tight" preventScrollReset>
        <input type="hidden" name="intent" value="change" />
        <div className="form-row">
          <Field
            label={text("group.name")}
            name="name"
            required
            maxLength={100}
            defaultValue={view.name}
            problem={problemAt("name")}
          />
          {colleagues.length > 0 && (
            <Choice
              label={text("group.co-leader")}
              name="coLeader"
              defaultValue={view.coLeader?.staff ?? ""}
              problem={problemAt("coLeader")}
            >
              <option value="">{text("group.co-leader.none")}</option>
              {colleagues.map(({ staff, name }) => (
                <option key={staff} value={staff}>
                  {name}
                </option>
              ))}
            </Choice>
          )}
        </div>
        <p className="soft small">{text("group.co-leader.hint")}</p>
        <div>
          <Button look="quiet">{text("group.settings.save")}</Button>
        </div>
      </Form>
      {mayHandOver && view.closedOn === null && colleagues.length > 0 && (
        <Confirm link label={text("group.transfer")} open={done?.intent === "hand-over"}>
          <p className="small">{text("group.transfer.text")}</p>
          <Form method="post" className="stack stack-tight" preventScrollReset>
            <input type="hidden" name="intent" value="hand-over" />
            <Choice label={text("group.transfer.to")} name="to" problem={problemAt("to")}>
              {colleagues.map(({ staff, name }) => (
                <option key={staff} value={staff}>
                  {name}
                </option>
              ))}
            </Choice>
            <Check name="withCases" value="yes" defaultChecked label={text("group.transfer.cases")} />
            <div>
              <Button look="quiet">{text("group.transfer.confirm")}</Button>
            </div>
          </Form>
        </Confirm>
      )}
      {view.closedOn === null ? (
        <Confirm link label={text("group.close")}>
          <p className="small">{text("group.close.text")}</p>
          <Form method="post" preventScrollReset>
            <input type="hidden" name="intent" value="close" />
            <Button look="quiet">{text("group.close.confirm")}</Button>
          </Form>
        </Confirm>
      ) : (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="intent" value="reopen" />
          <Button look="quiet">{text("group.reopen")}</Button>
        </Form>
      )}
    </Card>
  );
}
