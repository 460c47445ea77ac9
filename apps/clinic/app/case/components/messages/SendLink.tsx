import type { CaseContacts } from "@concord/practice";
import { Form } from "react-router";
import { useMessages } from "../../../ui/frame/messages.ts";
import { Button, Choice } from "../../../ui/index.ts";

/**
 * Sends the link of a sitting by e-mail or SMS to somebody who agreed to messages, and shows what was sent before. It is
 * sent to the page of contacts, which returns to the address in `back`.
 */
export function SendLink({
  episode,
  sitting,
  contacts,
  back,
}: {
  readonly episode: string;
  readonly sitting: Pick<CaseContacts["sittings"][number], "sitting" | "sentBefore" | "messages">;
  readonly contacts: CaseContacts["contacts"];
  readonly back: string;
}) {
  const { text } = useMessages();
  const ready = contacts.filter(
    ({ consentedAt, channel, email, phone }) =>
      consentedAt !== null && (channel === "email" ? email !== null : channel === "sms" && phone !== null),
  );
  return (
    <div className="stack stack-tight">
      {ready.length === 0 ? (
        <p className="soft small">{text("messages.send.no-contact")}</p>
      ) : (
        <Form method="post" action={`/case/${episode}/contacts`} className="row" reloadDocument>
          <input type="hidden" name="sitting" value={sitting.sitting} />
          <input type="hidden" name="sentBefore" value={sitting.sentBefore} />
          <input type="hidden" name="back" value={back} />
          {ready.length === 1 ? (
            <input type="hidden" name="contact" value={ready[0]?.contact} />
          ) : (
            <Choice label={text("messages.send.to")} name="contact">
              {ready.map((one) => (
                <option key={one.contact} value={one.contact}>
                  {one.name ?? text(`messages.person.${one.person}`)}
                </option>
              ))}
            </Choice>
          )}
          <Button look="quiet" name="intent" value="send">
            {ready.length === 1
              ? text("messages.send.button-by", { channel: ready[0]?.channel === "sms" ? "sms" : "email" })
              : text("messages.send.button")}
          </Button>
        </Form>
      )}
      {sitting.messages.length > 0 && (
        <ul className="plain small soft">
          {sitting.messages.map(({ message, state, channel, at }) => (
            <li key={message}>
              {text("messages.send.line", { channel, at })} {text(`messages.state.${stateOf(state)}`)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const states = ["waiting", "sending", "sent", "failed", "cancelled"] as const;
const stateOf = (state: string) => states.find((one) => one === state) ?? "waiting";
