import { clinicContext } from "@concord/clinic/context";
import { problemLine, studyColumns, writtenCodes } from "@concord/interchange";
import { importStudies } from "@concord/practice";
import { data, Form, Link, redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { admittedActor } from "../access/require-actor.ts";
import { sentText } from "../request/sent.ts";
import { mebibytes } from "../request/size.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { RichText } from "../ui/frame/RichText.tsx";
import { inPageWords } from "../ui/in-page-words.ts";
import { Button, Card, Field, FileField, Notice, Page, PageHeader } from "../ui/index.ts";
import type { Route } from "./+types/import";
import { Program } from "./components/Program.tsx";

export const handle = {
  access: { kind: "practice", action: "write-evidence" },
  maxBody: mebibytes(32),
} satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.pageTitle ?? "Concord" }];

/** Without a loader the server could refuse nobody. */
export function loader({ context }: Route.LoaderArgs) {
  return { columns: studyColumns, pageTitle: messagesOf(context).text("evidence.page-title.import") };
}

const shown = 50;

const example = `authors,year,title,topic,rater,instrument,outcome,r,n
"Maker, A; Other, B",2001,A title,alliance-outcome,client,WAI,symptoms,.24,60
"Maker, A; Other, B",2001,A title,alliance-outcome,therapist,WAI,symptoms,.11,60`;

export async function action(asked: Route.ActionArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const { text } = messagesOf(asked.context);
  const sent = await asked.request.formData();
  const file = sent.get("file");
  if (!(file instanceof File) || file.size === 0)
    return data({ problems: [text("evidence.import.choose")], more: 0 }, { status: 400 });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const missing = sentText(sent, "missing");
  const skip = sentText(sent, "skip");
  if (!/^\d*$/.test(skip))
    return data({ problems: [text("evidence.import.skip-number")], more: 0 }, { status: 400 });
  const rules = {
    ...(missing === "" ? {} : { missing: writtenCodes(missing) }),
    ...(skip === "" ? {} : { skip: Number(skip) }),
  };
  const done = await mapRefusalTo403(importStudies(appContext, actor, { bytes, name: file.name }, rules));
  const fields = new Map([
    ["missing", text("evidence.import.missing")],
    ["skip", text("evidence.import.skip")],
  ]);
  const notes = done.notes.map((note) => inPageWords(note, fields));
  if (done.kind === "written") {
    const changes = done.changes.map(({ line, column, sentence }) =>
      text("evidence.import.changed-field", { row: line, column, change: sentence }),
    );
    if (done.left.length + changes.length + notes.length === 0)
      return redirect(`/evidence/change/${done.change}`);
    return {
      read: { found: done.found, taken: done.studies, change: done.change },
      problems: done.left.map(problemLine).slice(0, shown),
      more: Math.max(0, done.left.length - shown),
      changes: changes.slice(0, shown),
      moreChanges: Math.max(0, changes.length - shown),
      notes,
    };
  }
  const lines = done.problems.map(problemLine).map((line) => line.replace(/ Left out\.$/, ""));
  return data({ problems: lines.slice(0, shown), more: Math.max(0, lines.length - shown) }, { status: 400 });
}

/** Studies from a table, from a reference manager, or from a database’s export. */
export default function ImportStudies({ loaderData, actionData }: Route.ComponentProps) {
  const { text } = useMessages();
  return (
    <Page width="narrow">
      <PageHeader
        above={<Link to="/evidence/studies">{text("evidence.head.studies")}</Link>}
        title={text("evidence.import.title")}
      >
        {text("evidence.import.lead")}
      </PageHeader>
      {actionData !== undefined && "read" in actionData && (
        <Notice
          tone={actionData.problems.length > 0 ? "urgent" : "good"}
          title={text("evidence.import.done", {
            taken: actionData.read.taken,
            found: actionData.read.found,
          })}
          announced
        >
          <Lines
            title={text("evidence.import.excluded")}
            lines={actionData.problems}
            more={actionData.more}
          />
          <Lines
            title={text("evidence.import.changed")}
            lines={actionData.changes}
            more={actionData.moreChanges}
          />
          <Lines title={text("evidence.import.notes")} lines={actionData.notes} more={0} />
          <p>
            <Link to={`/evidence/change/${actionData.read.change}`}>{text("evidence.import.view")}</Link>
          </p>
        </Notice>
      )}
      {actionData !== undefined && !("read" in actionData) && (
        <Notice tone="urgent" title={text("evidence.import.nothing")} announced>
          <ul className="limits">
            {actionData.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
          {actionData.more > 0 && <p>{text("evidence.import.more", { count: actionData.more })}</p>}
        </Notice>
      )}
      <Card title={text("evidence.import.file")}>
        <Form method="post" encType="multipart/form-data" className="stack">
          <FileField
            label={text("evidence.import.file-label")}
            name="file"
            accept=".csv,.tsv,.txt,.ris,.bib,.nbib,.enw,.json,.xml,text/csv,text/plain"
            maxBytes={handle.maxBody}
          />
          <details className="details">
            <summary>{text("evidence.import.options")}</summary>
            <div className="stack">
              <Field
                label={text("evidence.import.missing")}
                name="missing"
                autoComplete="off"
                hint={text("evidence.import.missing-hint")}
              />
              <Field
                label={text("evidence.import.skip")}
                name="skip"
                inputMode="numeric"
                short
                hint={text("evidence.import.skip-hint")}
              />
            </div>
          </details>
          <div>
            <Button>{text("evidence.import.send")}</Button>
          </div>
        </Form>
      </Card>
      <Card title={text("evidence.import.columns")}>
        <p>
          <RichText
            id="evidence.import.columns-about"
            values={{}}
            tags={{ code: (inside) => <code>{inside}</code> }}
          />
        </p>
        <Program text={example} />
        <details className="details">
          <summary>{text("evidence.import.columns-all")}</summary>
          <p className="columns-known">
            {loaderData.columns.map((column) => (
              <code key={column}>{column}</code>
            ))}
          </p>
        </details>
        <p className="soft small">{text("evidence.import.bibliographies")}</p>
      </Card>
    </Page>
  );
}

/** Lines about entries under a heading; nothing where there are none. */
function Lines({ title, lines, more }: { title: string; lines: readonly string[]; more: number }) {
  const { text } = useMessages();
  if (lines.length === 0) return null;
  return (
    <>
      <p>
        <strong>{title}</strong>
      </p>
      <ul className="limits">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {more > 0 && <p>{text("evidence.import.more", { count: more })}</p>}
    </>
  );
}
