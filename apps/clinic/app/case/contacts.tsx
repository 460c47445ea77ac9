import { clinicContext } from "@concord/clinic/context";
import {
  addContact,
  type CaseContacts,
  changeContact,
  readCaseContacts,
  removeContact,
  sendSitting,
} from "@concord/practice";
import { data, Form, Link, redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403, tried } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { localPath } from "../request/local-path.ts";
import { sentText } from "../request/sent.ts";
import { rejectForm } from "../ui/form/decode.server.ts";
import { useFormFields } from "../ui/form/rejected-form.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Button, Card, Check, Choice, Confirm, Field, Notice, Page, PageHeader } from "../ui/index.ts";
import type { Route } from "./+types/contacts";
import { SendLink } from "./components/messages/SendLink.tsx";

export const handle = { access: { kind: "subject", action: "request-form" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const view = await mapRefusalTo403(readCaseContacts(appContext, actor, asked.params.episode));
  const saved = new URL(asked.request.url).searchParams.get("saved");
  return { ...view, saved, title: messagesOf(asked.context).text("messages.contact.meta") };
}

export async function action(asked: Route.ActionArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const sent = await asked.request.formData();
  const { episode } = asked.params;
  const word = (name: string) => sentText(sent, name);
  const [intent, contact] = [word("intent"), word("contact")];
  const given = {
    episode,
    person: word("person"),
    name: word("name"),
    email: word("email"),
    phone: word("phone"),
    channel: word("channel"),
    language: "",
    consents: word("consents") !== "",
  };
  const done = await tried<unknown>(
    intent === "send"
      ? sendSitting(appContext, actor, {
          sitting: word("sitting"),
          contact,
          sentBefore: Number(word("sentBefore")),
        })
      : intent === "remove"
        ? removeContact(appContext, actor, { episode, contact })
        : contact === ""
          ? addContact(appContext, actor, given)
          : changeContact(appContext, actor, contact, given),
  );
  if (done.kind === "invalid")
    return data({ ...rejectForm(sent, { [done.field ?? ""]: done.problem }), contact }, { status: 400 });
  throw redirect(
    intent === "send" && word("back") !== ""
      ? localPath(word("back"))
      : `/case/${episode}/contacts?saved=${intent}`,
  );
}

export default function Contacts({ loaderData, actionData }: Route.ComponentProps) {
  const { text, written } = useMessages();
  const { episode, client, contacts, sittings, saved } = loaderData;
  return (
    <Page width="narrow">
      <PageHeader
        above={<Link to={`/case/${episode}`}>{client}</Link>}
        title={text("messages.contact.title")}
      >
        {text("messages.contact.about")}
      </PageHeader>
      {actionData === undefined && saved !== null && (
        <Notice tone="good" announced>
          <p>{text(saved === "send" ? "messages.send.done" : "messages.contact.saved")}</p>
        </Notice>
      )}
      {actionData !== undefined && (
        <Notice tone="urgent" title={text("messages.settings.not-saved")} announced>
          {Object.values(actionData.problems).map((problem) => (
            <p key={JSON.stringify(problem)}>{written(problem)}</p>
          ))}
        </Notice>
      )}
      {sittings.length > 0 && (
        <Card title={text("messages.send.title")}>
          {sittings.map((sitting) => (
            <section key={sitting.sitting} className="stack stack-tight">
              <h3>
                {text("messages.send.sitting", {
                  session: sitting.session,
                  rater: sitting.rater,
                  until: sitting.expiresAt,
                })}
              </h3>
              <SendLink
                episode={episode}
                sitting={sitting}
                contacts={contacts}
                back={`/case/${episode}/contacts?saved=send`}
              />
            </section>
          ))}
        </Card>
      )}
      {contacts.map((contact) => (
        <Card key={contact.contact} title={contact.name ?? text(`messages.person.${contact.person}`)}>
          {contact.failingSince !== null && (
            <Notice tone="urgent">
              <p>{text("messages.contact.failing", { since: contact.failingSince })}</p>
            </Notice>
          )}
          <ContactForm
            contact={contact}
            answer={actionData?.contact === contact.contact ? actionData : undefined}
          />
          <Form method="post" className="row" reloadDocument>
            <input type="hidden" name="contact" value={contact.contact} />
            <Confirm label={text("messages.contact.remove")}>
              <p>{text("messages.contact.remove-question")}</p>
              <Button name="intent" value="remove" look="grave">
                {text("messages.contact.remove-yes")}
              </Button>
            </Confirm>
          </Form>
        </Card>
      ))}
      <Card title={text("messages.contact.add-title")}>
        <ContactForm contact={null} answer={actionData?.contact === "" ? actionData : undefined} />
      </Card>
    </Page>
  );
}

function ContactForm({
  contact,
  answer,
}: {
  readonly contact: CaseContacts["contacts"][number] | null;
  readonly answer: Route.ComponentProps["actionData"];
}) {
  const { text } = useMessages();
  const field = useFormFields<"person" | "name" | "email" | "phone" | "channel">(answer, {
    person: contact?.person ?? "client",
    name: contact?.name ?? "",
    email: contact?.email ?? "",
    phone: contact?.phone ?? "",
    channel: contact?.channel ?? "email",
  });
  const consents = answer === undefined ? contact?.consentedAt != null : answer.given.consents !== undefined;
  return (
    <Form method="post" className="stack" reloadDocument>
      <input type="hidden" name="contact" value={contact?.contact ?? ""} />
      {contact === null && (
        <Choice label={text("messages.contact.person")} {...field("person")}>
          {(["client", "caregiver", "observer"] as const).map((one) => (
            <option key={one} value={one}>
              {text(`messages.person.${one}`)}
            </option>
          ))}
        </Choice>
      )}
      <Field
        label={text("messages.contact.name")}
        {...field("name")}
        maxLength={120}
        hint={text("messages.contact.name-hint")}
      />
      <Field label={text("messages.contact.email")} {...field("email")} type="email" maxLength={254} />
      <Field
        label={text("messages.contact.phone")}
        {...field("phone")}
        type="tel"
        maxLength={30}
        placeholder="+39 333 1234567"
      />
      <Choice label={text("messages.contact.channel")} {...field("channel")}>
        {(["email", "sms", "none"] as const).map((one) => (
          <option key={one} value={one}>
            {text(`messages.contact.channel.${one}`)}
          </option>
        ))}
      </Choice>
      <Check
        label={
          contact?.consentedAt == null
            ? text("messages.contact.consents")
            : text("messages.contact.consented", { at: contact.consentedAt })
        }
        name="consents"
        value="yes"
        defaultChecked={consents}
      />
      <p className="soft small">{text("messages.contact.consents-hint")}</p>
      <div>
        <Button name="intent" value="save">
          {text(contact === null ? "messages.contact.add" : "messages.contact.save")}
        </Button>
      </div>
    </Form>
  );
}
