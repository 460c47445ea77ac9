import type { GroupView } from "@concord/practice";
import { Form, Link } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";
import { RichText } from "../../ui/frame/RichText.tsx";
import {
  Badge,
  Button,
  Card,
  Check,
  Choice,
  Confirm,
  Feedback,
  Field,
  FormattedDate,
} from "../../ui/index.ts";
import type { GroupDone } from "../group-action.server.ts";

/** Who is in the group, who was, and who joins. */
export function MembersCard(props: {
  readonly view: GroupView;
  readonly ownCases: readonly { readonly episode: string; readonly client: string }[];
  readonly done: GroupDone | null;
}) {
  const { view, ownCases, done } = props;
  const { text, written } = useMessages();
  const hidden = (inside: React.ReactNode) => <span className="visually-hidden">{inside}</span>;
  return (
    <Card title={text("group.members.title")}>
      {done !== null && <Feedback answer={done} tone={done.tone} sentence={done.sentence} />}
      {view.members.length === 0 && <p className="soft">{text("group.members.none")}</p>}
      <ul className="group-list">
        {view.members.map(({ episode, client, joinedOn, endedOn }) => (
          <li key={episode}>
            <span>
              <Link to={`/case/${episode}`}>{client}</Link>{" "}
              <span className="soft small">
                <RichText
                  id="group.members.since"
                  values={{ date: joinedOn }}
                  tags={{ time: () => <FormattedDate at={joinedOn} /> }}
                />
              </span>
              {endedOn !== null && (
                <>
                  {" "}
                  <Badge>{text("group.members.ended")}</Badge>
                </>
              )}
            </span>
            <Confirm link label={<RichText id="group.members.leave" values={{ client }} tags={{ hidden }} />}>
              <p className="small">{text("group.members.leave.text")}</p>
              <Form method="post" preventScrollReset>
                <input type="hidden" name="intent" value="leave" />
                <input type="hidden" name="episode" value={episode} />
                <Button look="quiet">{text("group.members.leave.confirm")}</Button>
              </Form>
            </Confirm>
          </li>
        ))}
      </ul>
      {view.former.length > 0 && (
        <details className="details">
          <summary>{text("group.members.former", { count: view.former.length })}</summary>
          <ul className="group-list">
            {view.former.map(({ episode, client, leftOn }) => (
              <li key={episode}>
                <Link to={`/case/${episode}`}>{client}</Link>
                <span className="soft small">
                  <RichText
                    id="group.members.until"
                    values={{ date: leftOn }}
                    tags={{ time: () => <FormattedDate at={leftOn} /> }}
                  />
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {view.closedOn === null && (
        <details className="details" open={view.members.length === 0 || done?.intent === "join" || undefined}>
          <summary>{text("group.join.title")}</summary>
          <div className="stack">
            {ownCases.length > 0 && (
              <Form method="post" className="stack stack-tight" preventScrollReset>
                <input type="hidden" name="intent" value="join" />
                <Choice label={text("group.join.own")} name="who" required>
                  {ownCases.map(({ episode, client }) => (
                    <option key={episode} value={episode}>
                      {client}
                    </option>
                  ))}
                </Choice>
                <Check name="separate" value="yes" label={text("group.join.separate")} />
                <div>
                  <Button look="quiet">{text("group.join.own.save")}</Button>
                </div>
              </Form>
            )}
            <Form method="post" className="stack stack-tight" preventScrollReset key={view.members.length}>
              <input type="hidden" name="intent" value="join" />
              <input type="hidden" name="who" value="new" />
              <div className="form-row">
                <Field
                  label={text("group.join.new")}
                  name="client"
                  required
                  maxLength={200}
                  autoComplete="off"
                  hint={text("caseload.new.client.hint")}
                  problem={done?.field === "client" ? written(done.sentence) : null}
                />
                <Choice label={text("caseload.new.age.label")} name="ageBand" defaultValue="adult" short>
                  {(["adult", "adolescent", "child"] as const).map((band) => (
                    <option key={band} value={band}>
                      {text(`caseload.new.age.${band}`)}
                    </option>
                  ))}
                </Choice>
              </div>
              <div>
                <Button look="quiet">{text("group.join.new.save")}</Button>
              </div>
            </Form>
          </div>
        </details>
      )}
    </Card>
  );
}
