import { clinicContext } from "@concord/clinic/context";
import { problemLine } from "@concord/interchange";
import { importFile, listStaff, rolesOf } from "@concord/practice";
import { data, Form, Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { admittedActor } from "../access/require-actor.ts";
import { sentText } from "../request/sent.ts";
import { mebibytes } from "../request/size.ts";
import { ageWords } from "../ui/clinical/ages.ts";
import {
  Button,
  Card,
  Check,
  Choice,
  Field,
  FileField,
  LongField,
  Notice,
  Page,
  PageHeader,
} from "../ui/index.ts";
import {
  columnFields,
  dateOrderLabel,
  inPageWords,
  type MappingField,
  valueFields,
} from "../ui/mapping-fields.ts";
import type { Route } from "./+types/import";
import { columnWords, leftOutWords } from "./reading-words.ts";
import { sentMapping } from "./sent-mapping.ts";

export const handle = {
  access: { kind: "practice", action: "import-ratings" },
  maxBody: mebibytes(8),
} satisfies RouteHandle;

export const meta: Route.MetaFunction = () => [{ title: "Import ratings · Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const administers = rolesOf(actor).includes("administrator");
  const all = administers ? await mapRefusalTo403(listStaff(appContext, actor)) : [];
  return {
    administers,
    treats: rolesOf(actor).includes("therapist"),
    therapists: all
      .filter((one) => one.active && one.roles.includes("therapist"))
      .map(({ staff, name }) => ({ staff, name })),
  };
}

/** Lines of one list that are shown; all are counted. */
const shown = 100;

export async function action(asked: Route.ActionArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const sent = await asked.request.formData();
  const names = [...columnFields, ...valueFields].map(({ name }) => name);
  const others = ["date-order", "therapist-here", "age", "sound-rows"];
  const entered = Object.fromEntries([...names, ...others].map((name) => [name, sentText(sent, name)]));
  const file = sent.get("file");
  const refused = (field: string, problem: string) =>
    data({ entered, problem: { field, problem }, read: null }, { status: 400 });
  if (!(file instanceof File) || file.size === 0) return refused("file", "Please choose a file.");
  const read = sentMapping(entered);
  if (read.kind === "problem") return refused(read.field, read.problem);
  const { age } = entered;
  const therapist = entered["therapist-here"];
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { report, problems, problemCount, result } = await mapRefusalTo403(
    importFile(appContext, actor, bytes, read.mapping, {
      soundRows: entered["sound-rows"] !== "",
      ...(therapist ? { therapist } : {}),
      ...(age === "child" || age === "adolescent" || age === "adult" ? { ageBand: age } : {}),
    }),
  );
  const refusals =
    result.kind === "refused"
      ? result.problems.map(
          ({ case: name, session, sentence }) =>
            `Case ${name}${session === null ? "" : `, session ${session}`}: ${sentence}`,
        )
      : [];
  const lines = [...refusals, ...problems.map((problem) => inPageWords(problemLine(problem)))];
  const answer = {
    entered,
    problem: null,
    read: {
      name: file.name,
      given: report.rows.given,
      used: report.rows.used,
      leftOut: leftOutWords(report),
      columns: columnWords(report),
      remarks: report.remarks.map((remark) => inPageWords(remark)),
      lines: lines.slice(0, shown),
      more: refusals.length + problemCount - Math.min(lines.length, shown),
      result: result.kind === "refused" ? { kind: result.kind } : result,
    },
  };
  return data(answer, { status: result.kind === "imported" ? 200 : 400 });
}

/** Ratings of many sessions or cases from a table, read by the same rules as the command line. */
export default function ImportRatings({ loaderData, actionData }: Route.ComponentProps) {
  const { administers, treats, therapists } = loaderData;
  const entered = actionData?.entered ?? {};
  const problemOf = (name: string) =>
    actionData?.problem?.field === name ? actionData.problem.problem : null;
  const inputs = (fields: readonly MappingField[]) =>
    fields.map(({ name, label, hint, kind }) => {
      const own = { name, label, hint, problem: problemOf(name), defaultValue: entered[name] };
      if (kind === "lines") return <LongField key={name} {...own} rows={3} />;
      return (
        <Field
          key={name}
          {...own}
          autoComplete="off"
          {...(kind === "number" && { inputMode: "decimal", short: true })}
        />
      );
    });
  const isOpen = (fields: readonly MappingField[]) =>
    fields.some(({ name }) => (entered[name] ?? "") !== "" || problemOf(name) !== null);
  return (
    <Page width="narrow">
      <PageHeader
        above={treats ? <Link to="/caseload">Caseload</Link> : <Link to="/settings">Practice</Link>}
        title="Import ratings"
      >
        Scores or answers from a table, with a heading and a row for each rating, session or client. All of
        the file comes in, or nothing.
      </PageHeader>
      {actionData?.read != null && <Reading read={actionData.read} />}
      <Form method="post" encType="multipart/form-data" className="stack stack-wide">
        <Card title="The file">
          <FileField
            label="A table (CSV)"
            name="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            maxBytes={handle.maxBody}
            hint="What a heading says plainly (case, session, date, rater, scale, value) is recognised"
            problem={problemOf("file")}
          />
          {administers && (
            <Choice
              label="Whose cases they are"
              name="therapist-here"
              defaultValue={entered["therapist-here"]}
              hint="Where the file names nobody who works here."
            >
              <option value="">As the file says</option>
              {therapists.map(({ staff, name }) => (
                <option key={staff} value={staff}>
                  {name}
                </option>
              ))}
            </Choice>
          )}
          <Choice label="Age of clients who are new" name="age" defaultValue={entered.age ?? "adult"}>
            {(["adult", "adolescent", "child"] as const).map((band) => (
              <option key={band} value={band}>
                {ageWords[band]}
              </option>
            ))}
          </Choice>
        </Card>
        <Card title="How to read it">
          <details className="details" open={isOpen(columnFields)}>
            <summary>Columns</summary>
            <div className="stack">{inputs(columnFields)}</div>
          </details>
          <details className="details" open={isOpen(valueFields) || (entered["date-order"] ?? "") !== ""}>
            <summary>How values are written</summary>
            <div className="stack">
              <Choice
                label={dateOrderLabel}
                name="date-order"
                defaultValue={entered["date-order"]}
                hint="In dates such as 03/04/2024."
              >
                <option value="">As the column shows</option>
                <option value="day-first">Day first</option>
                <option value="month-first">Month first</option>
              </Choice>
              {inputs(valueFields)}
            </div>
          </details>
          <Check
            name="sound-rows"
            value="yes"
            defaultChecked={entered["sound-rows"] === "yes"}
            label="Import the other rows where some must be left out"
          />
        </Card>
        <div>
          <Button>Import</Button>
        </div>
      </Form>
    </Page>
  );
}

type Read = NonNullable<NonNullable<Route.ComponentProps["actionData"]>["read"]>;

function Reading({ read }: { readonly read: Read }) {
  const { result, given, used } = read;
  const rows = `${used.toLocaleString("en")} of ${given.toLocaleString("en")} rows ${result.kind === "imported" ? "used" : "can be used"}`;
  return (
    <Notice
      tone={result.kind === "imported" ? (used < given ? "note" : "good") : "urgent"}
      title={`${result.kind === "imported" ? "Imported" : "Nothing was imported"}: ${rows}`}
      announced
    >
      {result.kind === "imported" && (
        <p>
          {counted(result.forms, "form", "forms")} of {counted(result.cases, "case", "cases")} (
          {result.newCases} new) from {read.name}.
          {result.alreadyHere > 0 &&
            ` ${counted(result.alreadyHere, "form was", "forms were")} here already with the same values.`}
          {result.riskTasks > 0 &&
            ` ${counted(result.riskTasks, "risk answer", "risk answers")}: see the tasks.`}
        </p>
      )}
      {result.kind === "incomplete" && (
        <p>Some rows would be left out. Correct the file, or choose to import the other rows.</p>
      )}
      <Lines title="Left out" lines={read.leftOut} />
      <Lines title="Problems" lines={read.lines} more={read.more} />
      <Lines title="Remarks" lines={read.remarks} />
      {read.columns.length > 0 && (
        <details className="details">
          <summary>Columns that were read</summary>
          <ul className="limits">
            {read.columns.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </Notice>
  );
}

function Lines({ title, lines, more = 0 }: { title: string; lines: readonly string[]; more?: number }) {
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
      {more > 0 && <p>And {more.toLocaleString("en")} more.</p>}
    </>
  );
}

const counted = (count: number, one: string, many: string) =>
  `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
