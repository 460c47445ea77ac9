import { clinicContext } from "@concord/clinic/context";
import { forgetWording, importWording, listWordings, readSettings } from "@concord/practice";
import { data, Form } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { admittedActor } from "../access/require-actor.ts";
import { sentText } from "../request/sent.ts";
import { mebibytes } from "../request/size.ts";
import { Button, Card, FileField, Notice, Page } from "../ui/index.ts";
import type { Route } from "./+types/wordings";
import { SettingsHead } from "./components/SettingsHead.tsx";
import { WordingList } from "./components/WordingList.tsx";

export const handle = {
  access: { kind: "practice", action: "manage-practice" },
  maxBody: mebibytes(8),
} satisfies RouteHandle;

export const meta: Route.MetaFunction = () => [{ title: "Wordings · Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const { language } = await mapRefusalTo403(readSettings(appContext, actor));
  return { lines: await mapRefusalTo403(listWordings(appContext, actor, language)) };
}

export async function action(asked: Route.ActionArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const sent = await asked.request.formData();
  if (sentText(sent, "about") === "forget") {
    await mapRefusalTo403(
      forgetWording(appContext, actor, sentText(sent, "instrument"), sentText(sent, "language")),
    );
    return data({ kept: null, problems: [] });
  }
  const json = await sentJson(sent.get("pack"));
  if (json === undefined)
    return data(
      { kept: null, problems: ["This file is not JSON. A wording pack is a JSON file."] },
      { status: 400 },
    );
  const outcome = await mapRefusalTo403(importWording(appContext, actor, json));
  if (outcome.kind === "kept") return data({ kept: outcome.instrument, problems: [] });
  return data({ kept: null, problems: outcome.problems }, { status: 400 });
}

async function sentJson(file: FormDataEntryValue | null): Promise<unknown> {
  if (!(file instanceof File)) return undefined;
  try {
    return JSON.parse(await file.text());
  } catch {
    return undefined;
  }
}

export default function Wordings({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <Page width="narrow">
      <SettingsHead current="wordings" title="Wordings" />
      {actionData?.kept != null && (
        <Notice tone="good" announced>
          <p>The words are loaded. The form can be given from now on.</p>
        </Notice>
      )}
      {actionData !== undefined && actionData.problems.length > 0 && (
        <Notice tone="urgent" title="This pack was not taken" announced>
          <ul>
            {actionData.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Card title="Load a wording pack">
        <p className="soft">
          Many published questionnaires may not be shipped with their words. If your practice holds the right
          to use one, load its words here: Concord’s own JSON, or a FHIR Questionnaire. By loading it you say
          that you hold that right.
        </p>
        <Form method="post" encType="multipart/form-data" className="stack">
          <FileField label="The file" name="pack" accept=".json,application/json" maxBytes={handle.maxBody} />
          <div>
            <Button name="about" value="load">
              Load
            </Button>
          </div>
        </Form>
      </Card>
      <WordingList lines={loaderData.lines} />
    </Page>
  );
}
