import { clinicContext } from "@concord/clinic/context";
import { problemLine, studyColumns, writtenCodes } from "@concord/interchange";
import { importStudies } from "@concord/practice";
import { data, Form, Link, redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { admittedActor } from "../access/require-actor.ts";
import { sentText } from "../request/sent.ts";
import { mebibytes } from "../request/size.ts";
import { Button, Card, Field, FileField, Notice, Page, PageHeader } from "../ui/index.ts";
import { inPageWords } from "../ui/mapping-fields.ts";
import type { Route } from "./+types/import";
import { Program } from "./components/Program.tsx";

export const handle = {
  access: { kind: "practice", action: "write-evidence" },
  maxBody: mebibytes(32),
} satisfies RouteHandle;

export const meta: Route.MetaFunction = () => [{ title: "Read in studies · Concord" }];

/** Without a loader the server could refuse nobody. */
export function loader() {
  return { columns: studyColumns };
}

const shown = 50;

const example = `authors,year,title,topic,rater,instrument,outcome,r,n
"Maker, A; Other, B",2001,A title,alliance-outcome,client,WAI,symptoms,.24,60
"Maker, A; Other, B",2001,A title,alliance-outcome,therapist,WAI,symptoms,.11,60`;

export async function action(asked: Route.ActionArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const sent = await asked.request.formData();
  const file = sent.get("file");
  if (!(file instanceof File) || file.size === 0)
    return data({ problems: ["Please choose a file."], more: 0 }, { status: 400 });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const missing = sentText(sent, "missing");
  const skip = sentText(sent, "skip");
  if (!/^\d*$/.test(skip))
    return data(
      { problems: ["Lines above the heading: please give a whole number."], more: 0 },
      { status: 400 },
    );
  const rules = {
    ...(missing === "" ? {} : { missing: writtenCodes(missing) }),
    ...(skip === "" ? {} : { skip: Number(skip) }),
  };
  const done = await mapRefusalTo403(importStudies(appContext, actor, { bytes, name: file.name }, rules));
  const notes = done.notes.map(inPageWords);
  if (done.kind === "written") {
    const changes = done.changes.map(({ line, column, sentence }) => `line ${line}, ${column}: ${sentence}`);
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
  return (
    <Page width="narrow">
      <PageHeader above={<Link to="/evidence/studies">Studies</Link>} title="Read in a file of studies">
        A table comes in whole or not at all. Of a bibliography, entries that cannot be read are left out and
        listed.
      </PageHeader>
      {actionData !== undefined && "read" in actionData && (
        <Notice
          tone={actionData.problems.length > 0 ? "urgent" : "good"}
          title={`${actionData.read.taken.toLocaleString("en")} of ${actionData.read.found.toLocaleString("en")} entries were read in`}
          announced
        >
          <Lines title="Left out" lines={actionData.problems} more={actionData.more} />
          <Lines title="Changed" lines={actionData.changes} more={actionData.moreChanges} />
          <Lines title="Remarks" lines={actionData.notes} more={0} />
          <p>
            <Link to={`/evidence/change/${actionData.read.change}`}>Show what was added</Link>
          </p>
        </Notice>
      )}
      {actionData !== undefined && !("read" in actionData) && (
        <Notice tone="urgent" title="Nothing was read in" announced>
          <ul className="limits">
            {actionData.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
          {actionData.more > 0 && <p>And {actionData.more.toLocaleString("en")} further lines.</p>}
        </Notice>
      )}
      <Card title="The file">
        <Form method="post" encType="multipart/form-data" className="stack">
          <FileField
            label="A table (CSV) or a bibliography (BibTeX, RIS, nbib, CSL-JSON, EndNote, or the CSV of Rayyan or a database)"
            name="file"
            accept=".csv,.tsv,.txt,.ris,.bib,.nbib,.enw,.json,.xml,text/csv,text/plain"
            maxBytes={handle.maxBody}
          />
          <details className="details">
            <summary>How a table is written</summary>
            <div className="stack">
              <Field
                label="Further codes for no answer"
                name="missing"
                autoComplete="off"
                hint="By comma, such as 999, -99. Empty fields, NA and the like are known."
              />
              <Field
                label="Lines above the heading"
                name="skip"
                inputMode="numeric"
                short
                hint="Found by itself where left empty."
              />
            </div>
          </details>
          <div>
            <Button>Read it in</Button>
          </div>
        </Form>
      </Card>
      <Card title="What a table holds">
        <p>
          One line for each figure. Lines with the same <code>study</code> (or the same authors and year)
          belong together. <code>year</code> and one of <code>study</code>, <code>authors</code> and{" "}
          <code>citation</code> are needed; a correlation needs <code>r</code> and <code>n</code>. Columns
          that are not in the list are kept as what may moderate.
        </p>
        <Program text={example} />
        <details className="details">
          <summary>All columns</summary>
          <p className="columns-known">
            {loaderData.columns.map((column) => (
              <code key={column}>{column}</code>
            ))}
          </p>
        </details>
        <p className="soft small">
          Bibliographies give references: such studies count as found, and report nothing until somebody
          enters their figures.
        </p>
      </Card>
    </Page>
  );
}

/** Lines about entries under a heading; nothing where there are none. */
function Lines({ title, lines, more }: { title: string; lines: readonly string[]; more: number }) {
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
      {more > 0 && <p>And {more.toLocaleString("en")} further lines.</p>}
    </>
  );
}
