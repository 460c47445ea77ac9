import { clinicContext } from "@concord/clinic/context";
import type { StaffMessage } from "@concord/messages";
import { changeLanguageModel, readLanguageModel, tryLanguageModel } from "@concord/practice";
import { data, Form } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { admittedActor } from "../access/require-actor.ts";
import { sentText } from "../request/sent.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Button, Card, Check, Field, Notice, Page } from "../ui/index.ts";
import type { Route } from "./+types/language-model";
import { SettingsHead } from "./components/SettingsHead.tsx";

export const handle = { access: { kind: "practice", action: "manage-practice" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  return {
    title: messagesOf(asked.context).text("settings.language-model.meta"),
    model: await mapRefusalTo403(readLanguageModel(appContext, actor)),
    hosts: appContext.models.hosts,
  };
}

export async function action(asked: Route.ActionArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const sent = await asked.request.formData();
  if (sentText(sent, "intent") === "try") {
    const tried = await mapRefusalTo403(tryLanguageModel(appContext, actor));
    if (tried.kind === "failed")
      return data({ tone: "urgent", message: tried.message, given: null } as const, { status: 400 });
    const words = tried.words.replace(/\s+/g, " ").trim().slice(0, 80);
    const message: StaffMessage = { id: "settings.language-model.answer", values: { answer: words } };
    return data({ tone: "good", message, given: null } as const);
  }
  const given = {
    isOn: sentText(sent, "on") !== "",
    address: sentText(sent, "address"),
    model: sentText(sent, "model"),
  };
  const changed = await mapRefusalTo403(changeLanguageModel(appContext, actor, given));
  if (changed.kind === "refused")
    return data({ tone: "urgent", message: changed.message, given } as const, { status: 400 });
  const message: StaffMessage = {
    id: given.isOn ? "settings.language-model.saved.on" : "settings.language-model.saved.off",
    values: {},
  };
  return data({ tone: "good", message, given: null } as const);
}

export default function SettingsLanguageModel({ loaderData, actionData }: Route.ComponentProps) {
  const { model, hosts } = loaderData;
  const shown = actionData?.given ?? model;
  const { text, of, format } = useMessages();
  return (
    <Page width="narrow">
      <SettingsHead current="language-model" title={text("settings.language-model.title")} />
      {actionData !== undefined && (
        <Notice tone={actionData.tone} announced>
          <p>{of(actionData.message)}</p>
        </Notice>
      )}
      <Card title={text("settings.language-model.about")}>
        <p>{text("settings.language-model.about-text")}</p>
        <ul className="limits small">
          <li>{text("settings.language-model.about.input")}</li>
          <li>{text("settings.language-model.about.draft")}</li>
          <li>{text("settings.language-model.about.source")}</li>
        </ul>
        <Form method="post" className="stack">
          <Check
            label={text("settings.language-model.use")}
            name="on"
            value="on"
            defaultChecked={shown.isOn}
          />
          <Field
            label={text("settings.language-model.address")}
            name="address"
            type="url"
            maxLength={500}
            defaultValue={shown.address}
            placeholder="http://127.0.0.1:11434/v1"
            hint={
              hosts.length === 0
                ? text("settings.language-model.address-hint")
                : text("settings.language-model.address-hint.hosts", {
                    hosts: format.list(hosts, "disjunction"),
                  })
            }
          />
          <Field
            label={text("settings.language-model.model")}
            name="model"
            maxLength={200}
            defaultValue={shown.model}
            hint={text("settings.language-model.model-hint")}
          />
          <div className="row">
            <Button name="intent" value="save">
              {text("settings.language-model.save")}
            </Button>
            {model.isOn && (
              <Button name="intent" value="try" look="quiet">
                {text("settings.language-model.test")}
              </Button>
            )}
          </div>
        </Form>
      </Card>
    </Page>
  );
}
