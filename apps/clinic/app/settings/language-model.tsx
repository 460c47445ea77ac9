import { clinicContext } from "@concord/clinic/context";
import { changeLanguageModel, readLanguageModel, tryLanguageModel } from "@concord/practice";
import { data, Form } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { admittedActor } from "../access/require-actor.ts";
import { sentText } from "../request/sent.ts";
import { Button, Card, Check, Field, Notice, Page } from "../ui/index.ts";
import type { Route } from "./+types/language-model";
import { SettingsHead } from "./components/SettingsHead.tsx";

export const handle = { access: { kind: "practice", action: "manage-practice" } } satisfies RouteHandle;

export const meta: Route.MetaFunction = () => [{ title: "Language model · Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  return {
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
      return data({ tone: "urgent", sentence: tried.sentence, given: null } as const, { status: 400 });
    const words = tried.words.replace(/\s+/g, " ").trim().slice(0, 80);
    return data({ tone: "good", sentence: `It answers: ${words}`, given: null } as const);
  }
  const given = {
    isOn: sentText(sent, "on") !== "",
    address: sentText(sent, "address"),
    model: sentText(sent, "model"),
  };
  const changed = await mapRefusalTo403(changeLanguageModel(appContext, actor, given));
  if (changed.kind === "refused")
    return data({ tone: "urgent", sentence: changed.sentence, given } as const, { status: 400 });
  const sentence = given.isOn ? "Saved. The model may be asked from now on." : "Saved. No model is asked.";
  return data({ tone: "good", sentence, given: null } as const);
}

export default function SettingsLanguageModel({ loaderData, actionData }: Route.ComponentProps) {
  const { model, hosts } = loaderData;
  const shown = actionData?.given ?? model;
  return (
    <Page width="narrow">
      <SettingsHead current="language-model" title="Language model" />
      {actionData !== undefined && (
        <Notice tone={actionData.tone} announced>
          <p>{actionData.sentence}</p>
        </Notice>
      )}
      <Card title="A language model of your own">
        <p>
          If one runs on this machine, it can draft the sentence that says what a passage claims. Nothing else
          needs it, and it is off until you turn it on.
        </p>
        <ul className="limits small">
          <li>
            It is sent the words of one accepted passage and the name of the concept: nothing of any client.
          </li>
          <li>What it writes is marked as a draft until a scholar keeps it or changes it.</li>
          <li>It is no source: a draft that quotes words the passage does not have is turned away.</li>
        </ul>
        <Form method="post" className="stack">
          <Check label="The model may be asked" name="on" value="on" defaultChecked={shown.isOn} />
          <Field
            label="Address"
            name="address"
            type="url"
            maxLength={500}
            defaultValue={shown.address}
            placeholder="http://127.0.0.1:11434/v1"
            hint={`An OpenAI-compatible server (llama.cpp, Ollama, vLLM) on this machine${
              hosts.length === 0 ? "" : `, or on ${hosts.join(", ")}`
            }.`}
          />
          <Field
            label="Name of the model"
            name="model"
            maxLength={200}
            defaultValue={shown.model}
            hint="As its server calls it."
          />
          <div className="row">
            <Button name="intent" value="save">
              Save
            </Button>
            {model.isOn && (
              <Button name="intent" value="try" look="quiet">
                See whether it answers
              </Button>
            )}
          </div>
        </Form>
      </Card>
    </Page>
  );
}
