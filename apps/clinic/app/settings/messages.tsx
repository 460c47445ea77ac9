import { clinicContext } from "@concord/clinic/context";
import type { StaffMessage, Text } from "@concord/messages";
import {
  changeMail,
  changeMessageTimes,
  changeSms,
  InvalidInput,
  type MessageSettings,
  readMessageSettings,
  readMessageTroubles,
  tryMail,
  trySms,
} from "@concord/practice";
import { data, Form, Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403, tried } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { admittedActor } from "../access/require-actor.ts";
import { sentSecret, sentText } from "../request/sent.ts";
import { rejectForm } from "../ui/form/decode.server.ts";
import { useFormFields } from "../ui/form/rejected-form.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Button, Card, Check, Choice, Field, LongField, Notice, Page } from "../ui/index.ts";
import type { Route } from "./+types/messages";
import { MessageTroubles } from "./components/MessageTroubles.tsx";
import { SettingsHead } from "./components/SettingsHead.tsx";

export const handle = { access: { kind: "practice", action: "manage-practice" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  return {
    title: messagesOf(asked.context).text("messages.settings.meta"),
    settings: await mapRefusalTo403(readMessageSettings(appContext, actor)),
    troubles: await mapRefusalTo403(readMessageTroubles(appContext, actor)),
  };
}

type Part = "mail" | "sms" | "times";

export async function action(asked: Route.ActionArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const sent = await asked.request.formData();
  const intent = sentText(sent, "intent");
  if (intent === "try-mail" || intent === "try-sms") {
    const { delivery, to } = await mapRefusalTo403(
      intent === "try-mail" ? tryMail(appContext, actor) : trySms(appContext, actor, sentText(sent, "to")),
    );
    const part: Part = intent === "try-mail" ? "mail" : "sms";
    if (delivery.kind === "sent") return tell(part, { id: "messages.settings.tried", values: { to } });
    return data(
      { kind: "told" as const, part, tone: "urgent" as const, message: delivery.problem },
      { status: 400 },
    );
  }
  const part: Part = intent === "sms" ? "sms" : intent === "times" ? "times" : "mail";
  const changed = await tried(changePart(part, sent));
  if (changed.kind === "invalid")
    return data(
      {
        ...rejectForm(sent, { [changed.field ?? ""]: changed.problem }, { secret: ["password", "secret"] }),
        part,
      },
      { status: 400 },
    );
  return tell(part, { id: "messages.settings.saved", values: {} });

  async function changePart(of: Part, form: FormData): Promise<void> {
    const word = (name: string) => sentText(form, name);
    const number = (name: string) => (word(name) === "" ? Number.NaN : Number(word(name)));
    if (of === "mail")
      return changeMail(appContext, actor, {
        isOn: word("on") !== "",
        host: word("host"),
        port: number("port"),
        security: chosen(word("security"), ["tls", "starttls", "none"], "security"),
        user: word("user"),
        password: sentSecret(form, "password"),
        from: word("from"),
        replyTo: word("replyTo"),
      });
    if (of === "sms")
      return changeSms(appContext, actor, {
        isOn: word("on") !== "",
        address: word("address"),
        format: chosen(word("format"), ["form", "json"], "format"),
        body: word("body"),
        headers: word("headers"),
        secret: sentSecret(form, "secret"),
      });
    return changeMessageTimes(appContext, actor, {
      quiet: { from: word("quietFrom"), to: word("quietTo") },
      before: word("before")
        .split(/[\s,;]+/)
        .filter((one) => one !== "")
        .map(Number),
      sendBefore: number("sendBefore"),
      sendAfter: word("sendAfter") === "yes",
      after: number("after"),
      address: word("address"),
      onCallAfter: number("onCallAfter"),
      supervisorsAfter: number("supervisorsAfter"),
    });
  }
}

/** Returns one of the choices. Throws `InvalidInput` for anything else. */
function chosen<Choice extends string>(sent: string, choices: readonly Choice[], field: string): Choice {
  const found = choices.find((one) => one === sent);
  if (found === undefined) throw new InvalidInput({ id: "form.problem.choice", values: {} }, field);
  return found;
}

const tell = (part: Part, message: StaffMessage) =>
  data({ kind: "told" as const, part, tone: "good" as const, message });

export default function SettingsMessages({ loaderData, actionData }: Route.ComponentProps) {
  const { settings, troubles } = loaderData;
  const { text, of } = useMessages();
  const about = (part: Part) => (actionData?.part === part ? actionData : undefined);
  return (
    <Page width="narrow">
      <SettingsHead current="messages" title={text("messages.settings.title")} />
      <MessageTroubles troubles={troubles} />
      {actionData?.kind === "told" && (
        <Notice tone={actionData.tone} announced>
          <p>{of(actionData.message)}</p>
        </Notice>
      )}
      {actionData?.kind === "rejected" && (
        <Notice tone="urgent" title={text("messages.settings.not-saved")} announced>
          {Object.values(actionData.problems).map((problem) => (
            <Problem key={JSON.stringify(problem)} problem={problem} />
          ))}
        </Notice>
      )}
      {!settings.isReachable && (
        <Notice title={text("messages.settings.unreachable")}>
          <p>{text("messages.settings.unreachable-text", { address: settings.linkAddress })}</p>
        </Notice>
      )}
      <p>
        {text("messages.settings.about")}{" "}
        <Link to="/settings/messages/sent">{text("messages.sent.title")}</Link>
      </p>
      <MailCard mail={settings.mail} answer={about("mail")} />
      <SmsCard sms={settings.sms} answer={about("sms")} />
      <TimesCard times={settings.times} answer={about("times")} />
    </Page>
  );
}

function Problem({ problem }: { readonly problem: Text }) {
  const { written } = useMessages();
  return <p>{written(problem)}</p>;
}

type Answer = Route.ComponentProps["actionData"];

/** Whether a box is to be ticked: as it was sent with what could not be saved, else as it is saved. */
const ticked = (answer: Answer, saved: boolean) =>
  answer?.kind === "rejected" ? answer.given.on !== undefined : saved;

function MailCard({ mail, answer }: { readonly mail: MessageSettings["mail"]; readonly answer: Answer }) {
  const { text } = useMessages();
  const field = useFormFields<"host" | "port" | "security" | "user" | "password" | "from" | "replyTo">(
    answer,
    {
      host: mail.host,
      port: String(mail.port),
      security: mail.security,
      user: mail.user,
      from: mail.from,
      replyTo: mail.replyTo,
    },
  );
  return (
    <Card title={text("messages.mail.title")}>
      <Form method="post" className="stack" reloadDocument>
        <Check
          label={text("messages.mail.on")}
          name="on"
          value="on"
          defaultChecked={ticked(answer, mail.isOn)}
        />
        <Field
          label={text("messages.mail.host")}
          {...field("host")}
          placeholder="smtp.example.org"
          maxLength={253}
        />
        <div className="pair">
          <Field label={text("messages.mail.port")} {...field("port")} type="number" min={1} max={65535} />
          <Choice label={text("messages.mail.security")} {...field("security")}>
            {(["starttls", "tls", "none"] as const).map((one) => (
              <option key={one} value={one}>
                {text(`messages.mail.security.${one}`)}
              </option>
            ))}
          </Choice>
        </div>
        <Field label={text("messages.mail.user")} {...field("user")} autoComplete="off" maxLength={200} />
        <Field
          label={text("messages.mail.password")}
          {...field("password")}
          type="password"
          autoComplete="new-password"
          maxLength={500}
          hint={text(mail.hasPassword ? "messages.settings.secret-saved" : "messages.settings.secret-none")}
        />
        <Field
          label={text("messages.mail.from")}
          {...field("from")}
          hint={text("messages.mail.from-hint")}
          maxLength={320}
        />
        <Field label={text("messages.mail.reply-to")} {...field("replyTo")} type="email" maxLength={254} />
        <div className="row">
          <Button name="intent" value="mail">
            {text("messages.mail.save")}
          </Button>
        </div>
      </Form>
      {mail.isOn && (
        <Form method="post" className="stack stack-tight" reloadDocument>
          <p className="soft small">{text("messages.mail.try-text")}</p>
          <div>
            <Button look="quiet" name="intent" value="try-mail">
              {text("messages.mail.try")}
            </Button>
          </div>
        </Form>
      )}
    </Card>
  );
}

/** Templates to begin with: what providers of the two common kinds are sent. */
const examples = [
  {
    id: "json",
    lines: ['{"to": "{to}", "text": "{text}"}', "Authorization: Bearer {secret}"],
  },
  { id: "form", lines: ["To={to}&From=%2B15550100&Body={text}", "Authorization: Basic {basic}"] },
] as const;

function SmsCard({ sms, answer }: { readonly sms: MessageSettings["sms"]; readonly answer: Answer }) {
  const { text } = useMessages();
  const field = useFormFields<"address" | "format" | "body" | "headers" | "secret">(answer, {
    address: sms.address,
    format: sms.format,
    body: sms.body,
    headers: sms.headers,
  });
  return (
    <Card title={text("messages.sms.title")}>
      <p className="soft">{text("messages.sms.about")}</p>
      <Form method="post" className="stack" reloadDocument>
        <Check
          label={text("messages.sms.on")}
          name="on"
          value="on"
          defaultChecked={ticked(answer, sms.isOn)}
        />
        <Field label={text("messages.sms.address")} {...field("address")} type="url" maxLength={500} />
        <Choice label={text("messages.sms.format")} {...field("format")}>
          {(["json", "form"] as const).map((one) => (
            <option key={one} value={one}>
              {text(`messages.sms.format.${one}`)}
            </option>
          ))}
        </Choice>
        <LongField
          label={text("messages.sms.body")}
          {...field("body")}
          rows={3}
          maxLength={5000}
          hint={text("messages.sms.body-hint", { to: "{to}", text: "{text}", id: "{id}" })}
        />
        <LongField
          label={text("messages.sms.headers")}
          {...field("headers")}
          rows={2}
          maxLength={2000}
          hint={text("messages.sms.headers-hint", { secret: "{secret}", basic: "{basic}" })}
        />
        <Field
          label={text("messages.sms.secret")}
          {...field("secret")}
          type="password"
          autoComplete="new-password"
          maxLength={500}
          hint={text(sms.hasSecret ? "messages.settings.secret-saved" : "messages.settings.secret-none")}
        />
        <details>
          <summary>{text("messages.sms.examples")}</summary>
          {examples.map(({ id, lines }) => (
            <div key={id}>
              <p>{text(`messages.sms.example.${id}`)}</p>
              <pre>
                <code>{lines.join("\n")}</code>
              </pre>
            </div>
          ))}
        </details>
        <div>
          <Button name="intent" value="sms">
            {text("messages.sms.save")}
          </Button>
        </div>
      </Form>
      {sms.isOn && (
        <Form method="post" className="stack stack-tight" reloadDocument>
          <Field
            label={text("messages.sms.try-to")}
            name="to"
            type="tel"
            required
            hint={text("messages.sms.try-hint")}
          />
          <div>
            <Button look="quiet" name="intent" value="try-sms">
              {text("messages.sms.try")}
            </Button>
          </div>
        </Form>
      )}
    </Card>
  );
}

function TimesCard({ times, answer }: { readonly times: MessageSettings["times"]; readonly answer: Answer }) {
  const { text } = useMessages();
  const field = useFormFields<
    | "quietFrom"
    | "quietTo"
    | "sendBefore"
    | "before"
    | "after"
    | "address"
    | "onCallAfter"
    | "supervisorsAfter"
  >(answer, {
    quietFrom: times.quiet.from,
    quietTo: times.quiet.to,
    sendBefore: String(times.sendBefore),
    before: times.before.join(", "),
    after: String(times.after),
    address: times.address,
    onCallAfter: String(times.onCallAfter),
    supervisorsAfter: String(times.supervisorsAfter),
  });
  return (
    <Card title={text("messages.times.title")}>
      <Form method="post" className="stack" reloadDocument>
        <Field
          label={text("messages.times.address")}
          {...field("address")}
          type="url"
          maxLength={300}
          placeholder="https://concord.example.org"
          hint={text("messages.times.address-hint")}
        />
        <div className="pair">
          <Field label={text("messages.times.quiet-from")} {...field("quietFrom")} type="time" required />
          <Field label={text("messages.times.quiet-to")} {...field("quietTo")} type="time" required />
        </div>
        <h3>{text("messages.times.appointments")}</h3>
        <p className="soft small">{text("messages.times.appointments-text")}</p>
        <Field
          label={text("messages.times.send-before")}
          {...field("sendBefore")}
          hint={text("messages.times.send-before-hint")}
          type="number"
          min={0}
          max={336}
          short
          required
        />
        <Field
          label={text("messages.times.before")}
          {...field("before")}
          hint={text("messages.times.before-hint")}
          maxLength={30}
          short
        />
        <Check
          label={text("messages.times.send-after")}
          name="sendAfter"
          value="yes"
          defaultChecked={
            answer?.kind === "rejected" ? answer.given.sendAfter !== undefined : times.sendAfter
          }
        />
        <Field
          label={text("messages.times.after")}
          {...field("after")}
          hint={text("messages.times.after-hint")}
          type="number"
          min={0}
          max={336}
          short
          required
        />
        <h3>{text("messages.times.safety")}</h3>
        <p className="soft small">{text("messages.times.safety-text")}</p>
        <div className="pair">
          <Field
            label={text("messages.times.on-call")}
            {...field("onCallAfter")}
            type="number"
            min={0}
            max={2880}
            required
          />
          <Field
            label={text("messages.times.supervisors")}
            {...field("supervisorsAfter")}
            type="number"
            min={0}
            max={2880}
            required
          />
        </div>
        <div>
          <Button name="intent" value="times">
            {text("messages.times.save")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
