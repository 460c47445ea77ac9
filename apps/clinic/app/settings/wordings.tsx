import { clinicContext } from "@concord/clinic/context";
import type { Text } from "@concord/messages";
import { forgetWording, importWording, listWordings, readSettings } from "@concord/practice";
import { data, Form } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { admittedActor } from "../access/require-actor.ts";
import { sentText } from "../request/sent.ts";
import { mebibytes } from "../request/size.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Button, Card, FileField, Notice, Page } from "../ui/index.ts";
import type { Route } from "./+types/wordings";
import { SettingsHead } from "./components/SettingsHead.tsx";
import { WordingList } from "./components/WordingList.tsx";

export const handle = {
  access: { kind: "practice", action: "manage-practice" },
  maxBody: mebibytes(8),
} satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const { language } = await mapRefusalTo403(readSettings(appContext, actor));
  return {
    title: messagesOf(asked.context).text("settings.wordings.meta"),
    lines: await mapRefusalTo403(listWordings(appContext, actor, language)),
  };
}

export async function action(asked: Route.ActionArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const sent = await asked.request.formData();
  if (sentText(sent, "about") === "forget") {
    await mapRefusalTo403(
      forgetWording(appContext, actor, sentText(sent, "instrument"), sentText(sent, "language")),
    );
    return answered(null);
  }
  const json = await sentJson(sent.get("pack"));
  if (json === undefined) return answered(null, [{ id: "settings.wordings.not-json", values: {} }]);
  const outcome = await mapRefusalTo403(importWording(appContext, actor, json));
  return outcome.kind === "kept" ? answered(outcome.instrument) : answered(null, outcome.problems);
}

const answered = (kept: string | null, problems: readonly Text[] = []) =>
  data({ kept, problems }, { status: problems.length === 0 ? 200 : 400 });

async function sentJson(file: FormDataEntryValue | null): Promise<unknown> {
  if (!(file instanceof File)) return undefined;
  try {
    return JSON.parse(await file.text());
  } catch {
    return undefined;
  }
}

export default function Wordings({ loaderData, actionData }: Route.ComponentProps) {
  const { text, written } = useMessages();
  return (
    <Page width="narrow">
      <SettingsHead current="wordings" title={text("settings.wordings.title")} />
      {actionData?.kept != null && (
        <Notice tone="good" announced>
          <p>{text("settings.wordings.imported")}</p>
        </Notice>
      )}
      {actionData !== undefined && actionData.problems.length > 0 && (
        <Notice tone="urgent" title={text("settings.wordings.not-imported")} announced>
          <ul>
            {actionData.problems.map(written).map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Card title={text("settings.wordings.import")}>
        <p className="soft">{text("settings.wordings.import-text")}</p>
        <Form method="post" encType="multipart/form-data" className="stack">
          <FileField
            label={text("settings.wordings.file")}
            name="pack"
            accept=".json,application/json"
            maxBytes={handle.maxBody}
          />
          <div>
            <Button name="about" value="load">
              {text("settings.wordings.import-button")}
            </Button>
          </div>
        </Form>
      </Card>
      <WordingList lines={loaderData.lines} />
    </Page>
  );
}
