import { clinicContext } from "@concord/clinic/context";
import type { StaffMessage, Text } from "@concord/messages";
import {
  type BackupSettings,
  type BackupsView,
  changeBackups,
  readBackups,
  startBackup,
  startBackupTest,
} from "@concord/practice";
import { data, Form, redirect, useNavigation } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403, tried } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { admittedActor } from "../access/require-actor.ts";
import { sentText } from "../request/sent.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Button, Card, Check, Field, Notice, Page } from "../ui/index.ts";
import type { Route } from "./+types/backup";
import { BackupList } from "./components/BackupList.tsx";
import { SettingsHead } from "./components/SettingsHead.tsx";
import { useQuietLook } from "./use-quiet-look.ts";

export const handle = { access: { kind: "practice", action: "manage-practice" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const backups = await mapRefusalTo403(readBackups(appContext, actor));
  const done = new URL(asked.request.url).searchParams.get("done");
  return {
    title: messagesOf(asked.context).text("settings.backup.meta"),
    backups,
    done: doneMessage(done, backups),
  };
}

/** What was done before the page was shown again; a backup that failed meanwhile is not called made. */
function doneMessage(done: string | null, { failure, files, isRunning }: BackupsView): StaffMessage | null {
  if (isRunning) return null;
  if (done === "saved") return { id: "settings.backup.saved", values: {} };
  if (done === "made") return failure === null ? { id: "settings.backup.made", values: {} } : null;
  if (done !== "tested") return null;
  const passed = files.some(({ drill }, index) => index === 0 && drill?.result === "passed");
  return { id: passed ? "settings.backup.tested" : "settings.backup.not-tested", values: {} };
}

/** Small ones are done before the page comes back; for others it looks again until they are. */
const patience = 3_000;

export async function action(asked: Route.ActionArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const sent = await asked.request.formData();
  const intent = sentText(sent, "intent");
  if (intent === "save") {
    const given = {
      daily: sentText(sent, "daily") !== "",
      at: sentText(sent, "at"),
      keep: Number(sentText(sent, "keep") || "NaN"),
      testDays: Number(sentText(sent, "testDays") || "NaN"),
    };
    const changed = await tried(changeBackups(appContext, actor, given));
    if (changed.kind === "invalid") {
      const typed = { ...given, keep: sentText(sent, "keep"), testDays: sentText(sent, "testDays") };
      return data({ ...typed, field: changed.field, problem: changed.problem }, { status: 400 });
    }
    throw redirect("/settings/backup?done=saved");
  }
  const begun =
    intent === "test"
      ? await mapRefusalTo403(startBackupTest(appContext, actor))
      : await mapRefusalTo403(startBackup(appContext, actor));
  const finished: Promise<unknown> = begun.finished;
  // How it ends is written down for the page; this answer does not wait for long.
  finished.catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
  await Promise.race([
    finished.catch(() => {}),
    new Promise((resolve) => setTimeout(resolve, patience).unref()),
  ]);
  throw redirect(`/settings/backup?done=${intent === "test" ? "tested" : "made"}`);
}

export default function SettingsBackup({ loaderData, actionData }: Route.ComponentProps) {
  const { backups, done } = loaderData;
  const { folder, failure, isRunning, isUnreadable, files } = backups;
  const { text, of, written, format } = useMessages();
  const { state } = useNavigation();
  useQuietLook(isRunning);
  return (
    <Page width="narrow">
      <SettingsHead current="backup" title={text("settings.backup.title")} />
      {done !== null && actionData === undefined && (
        <Notice tone={done.id === "settings.backup.not-tested" ? "urgent" : "good"} announced>
          <p>{of(done)}</p>
        </Notice>
      )}
      {actionData !== undefined && (
        <Notice tone="urgent" title={text("settings.backup.not-saved")} announced>
          <p>{written(actionData.problem)}</p>
        </Notice>
      )}
      {failure !== null && (
        <Notice tone="urgent" title={text("settings.backup.failed")} announced>
          <p>{text("settings.backup.failure", { code: failure.code })}</p>
          <p className="small">
            {text("settings.backup.failed-times", { times: failure.times, at: format.dateTime(failure.at) })}
          </p>
        </Notice>
      )}
      {isUnreadable && folder !== null && (
        <Notice tone="urgent">
          <p>{text("settings.backup.unreadable", { folder })}</p>
        </Notice>
      )}
      {folder === null ? (
        <Card title={text("settings.backup.no-folder")}>
          <p>{text("settings.backup.no-folder-text")}</p>
        </Card>
      ) : (
        <>
          <Card title={text("settings.backup.now")}>
            <p>{text("settings.backup.now-text")}</p>
            {backups.practices > 1 && (
              <p>{text("settings.backup.practices", { count: backups.practices })}</p>
            )}
            <p className="small soft">{text("settings.backup.folder", { folder })}</p>
            <p className="small">{text("settings.backup.elsewhere")}</p>
            {isRunning ? (
              <p role="status">{text("settings.backup.busy")}</p>
            ) : (
              <Form method="post">
                <Button name="intent" value="make" disabled={state !== "idle"}>
                  {text("settings.backup.now")}
                </Button>
              </Form>
            )}
          </Card>
          <BackupList files={files} isRunning={isRunning} />
          <Schedule backups={backups} refused={actionData ?? null} />
        </>
      )}
    </Page>
  );
}

interface Refused {
  readonly daily: boolean;
  readonly at: string;
  readonly keep: string;
  readonly testDays: string;
  readonly field: string | null;
  readonly problem: Text;
}

function Schedule(props: { readonly backups: BackupsView; readonly refused: Refused | null }) {
  const { text, format } = useMessages();
  const { refused } = props;
  const { next, settings } = props.backups;
  const shown: BackupSettings | Refused = refused ?? settings;
  const problem = (field: string) => (refused?.field === field ? refused.problem : null);
  return (
    <Card title={text("settings.backup.schedule")}>
      {next !== null && <p>{text("settings.backup.next", { at: format.dateTime(next) })}</p>}
      <Form method="post" className="stack">
        <Check label={text("settings.backup.daily")} name="daily" value="on" defaultChecked={shown.daily} />
        <Field
          label={text("settings.backup.at")}
          hint={text("settings.backup.at-hint")}
          name="at"
          type="time"
          required
          short
          defaultValue={shown.at}
          problem={problem("at")}
        />
        <Field
          label={text("settings.backup.keep")}
          hint={text("settings.backup.keep-hint")}
          name="keep"
          type="number"
          min={1}
          max={365}
          required
          short
          defaultValue={shown.keep}
          problem={problem("keep")}
        />
        <Field
          label={text("settings.backup.test-days")}
          hint={text("settings.backup.test-days-hint")}
          name="testDays"
          type="number"
          min={0}
          max={90}
          required
          short
          defaultValue={shown.testDays}
          problem={problem("testDays")}
        />
        <div>
          <Button name="intent" value="save">
            {text("settings.backup.save")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
