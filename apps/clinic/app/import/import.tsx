import { clinicContext } from "@concord/clinic/context";
import { problemLine } from "@concord/interchange";
import type { StaffMessage } from "@concord/messages";
import { importFile, listStaff, rolesOf } from "@concord/practice";
import { data, Form, Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { admittedActor } from "../access/require-actor.ts";
import { sentText } from "../request/sent.ts";
import { mebibytes } from "../request/size.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { inPageWords } from "../ui/in-page-words.ts";
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
import type { Route } from "./+types/import";
import { columnFields, fieldLabels, type MappingField, valueFields } from "./mapping-fields.ts";
import { columnMessages, leftOutMessages } from "./reading-messages.ts";
import { sentMapping } from "./sent-mapping.ts";

export const handle = {
  access: { kind: "practice", action: "import-ratings" },
  maxBody: mebibytes(8),
} satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const administers = rolesOf(actor).includes("administrator");
  const all = administers ? await mapRefusalTo403(listStaff(appContext, actor)) : [];
  return {
    title: messagesOf(asked.context).text("import.meta"),
    administers,
    treats: rolesOf(actor).includes("therapist"),
    therapists: all
      .filter((one) => one.active && one.roles.includes("therapist"))
      .map(({ staff, name }) => ({ staff, name })),
  };
}

/** Patterns of the names of several columns, as they are typed. */
const widePatterns = { items: "wai{1..12}", sessions: "bdi_s{session}" };

/** Lines of one list that are shown; all are counted. */
const shown = 100;

export async function action(asked: Route.ActionArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const messages = messagesOf(asked.context);
  const sent = await asked.request.formData();
  const names = [...columnFields, ...valueFields].map(({ name }) => name);
  const others = ["date-order", "therapist-here", "age", "sound-rows"];
  const entered = Object.fromEntries([...names, ...others].map((name) => [name, sentText(sent, name)]));
  const file = sent.get("file");
  const refused = (field: string, problem: StaffMessage) =>
    data({ entered, problem: { field, problem }, read: null }, { status: 400 });
  if (!(file instanceof File) || file.size === 0)
    return refused("file", { id: "import.file.missing", values: {} });
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
      ? result.problems.map(({ case: name, session, message: problem }) =>
          session === null
            ? messages.text("import.refused.case", { case: name, problem })
            : messages.text("import.refused.session", { case: name, session, problem }),
        )
      : [];
  const labels = fieldLabels(messages);
  const lines = problems.map((problem) => inPageWords(problemLine(problem), labels));
  const answer = {
    entered,
    problem: null,
    read: {
      name: file.name,
      given: report.rows.given,
      used: report.rows.used,
      leftOut: leftOutMessages(report, messages).map(messages.of),
      columns: columnMessages(report).map(messages.of),
      remarks: report.remarks.map((remark) => inPageWords(remark, labels)),
      refusals: refusals.slice(0, shown),
      moreRefusals: Math.max(0, refusals.length - shown),
      lines: lines.slice(0, shown),
      more: problemCount - Math.min(lines.length, shown),
      result: result.kind === "refused" ? { kind: result.kind } : result,
    },
  };
  return data(answer, { status: result.kind === "imported" ? 200 : 400 });
}

/** Ratings of many sessions or cases from a table, read by the same rules as the command line. */
export default function ImportRatings({ loaderData, actionData }: Route.ComponentProps) {
  const { administers, treats, therapists } = loaderData;
  const entered = actionData?.entered ?? {};
  const { text } = useMessages();
  const problemOf = (name: string) =>
    actionData?.problem?.field === name ? actionData.problem.problem : null;
  const inputs = (fields: readonly MappingField[]) =>
    fields.map(({ name, hint, kind }) => {
      const own = {
        name,
        label: text(`import.field.${name}`),
        ...(hint !== undefined && {
          hint: hint === "import.field.wide-hint" ? text(hint, widePatterns) : text(hint),
        }),
        problem: problemOf(name),
        defaultValue: entered[name],
      };
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
        above={
          treats ? (
            <Link to="/caseload">{text("import.above.caseload")}</Link>
          ) : (
            <Link to="/settings">{text("import.above.practice")}</Link>
          )
        }
        title={text("import.title")}
      >
        {text("import.lead")}
      </PageHeader>
      {actionData?.read != null && <Reading read={actionData.read} />}
      <Form method="post" encType="multipart/form-data" className="stack stack-wide">
        <Card title={text("import.file.title")}>
          <FileField
            label={text("import.file.label")}
            name="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            maxBytes={handle.maxBody}
            hint={text("import.file.hint")}
            problem={problemOf("file")}
          />
          {administers && (
            <Choice
              label={text("import.therapist")}
              name="therapist-here"
              defaultValue={entered["therapist-here"]}
              hint={text("import.therapist-hint")}
            >
              <option value="">{text("import.therapist.from-file")}</option>
              {therapists.map(({ staff, name }) => (
                <option key={staff} value={staff}>
                  {name}
                </option>
              ))}
            </Choice>
          )}
          <Choice label={text("import.age")} name="age" defaultValue={entered.age ?? "adult"}>
            {(["adult", "adolescent", "child"] as const).map((band) => (
              <option key={band} value={band}>
                {text(`import.age.${band}`)}
              </option>
            ))}
          </Choice>
        </Card>
        <Card title={text("import.reading.title")}>
          <details className="details" open={isOpen(columnFields)}>
            <summary>{text("import.reading.columns")}</summary>
            <div className="stack">{inputs(columnFields)}</div>
          </details>
          <details className="details" open={isOpen(valueFields) || (entered["date-order"] ?? "") !== ""}>
            <summary>{text("import.reading.values")}</summary>
            <div className="stack">
              <Choice
                label={text("import.field.date-order")}
                name="date-order"
                defaultValue={entered["date-order"]}
                hint={text("import.field.date-order-hint")}
              >
                <option value="">{text("import.date-order.detect")}</option>
                <option value="day-first">{text("import.date-order.day-first")}</option>
                <option value="month-first">{text("import.date-order.month-first")}</option>
              </Choice>
              {inputs(valueFields)}
            </div>
          </details>
          <Check
            name="sound-rows"
            value="yes"
            defaultChecked={entered["sound-rows"] === "yes"}
            label={text("import.sound-rows")}
          />
        </Card>
        <div>
          <Button>{text("import.send")}</Button>
        </div>
      </Form>
    </Page>
  );
}

type Read = NonNullable<NonNullable<Route.ComponentProps["actionData"]>["read"]>;

function Reading({ read }: { readonly read: Read }) {
  const { result, given, used } = read;
  const { text } = useMessages();
  return (
    <Notice
      tone={result.kind === "imported" ? (used < given ? "note" : "good") : "urgent"}
      title={text(result.kind === "imported" ? "import.result.imported" : "import.result.nothing", {
        used,
        rows: given,
      })}
      announced
    >
      {result.kind === "imported" && (
        <p>
          {text("import.result.counts", { ...result, file: read.name })}
          {result.alreadyHere > 0 && <> {text("import.result.already", { count: result.alreadyHere })}</>}
          {result.riskTasks > 0 && <> {text("import.result.risk", { count: result.riskTasks })}</>}
        </p>
      )}
      {result.kind === "incomplete" && <p>{text("import.result.incomplete")}</p>}
      <Lines title={text("import.result.left-out")} lines={read.leftOut} />
      <Lines title={text("import.result.problems")} lines={read.refusals} more={read.moreRefusals} />
      <Lines title={text("import.result.problems")} lines={read.lines} more={read.more} isEnglish />
      <Lines title={text("import.result.notes")} lines={read.remarks} isEnglish />
      {read.columns.length > 0 && (
        <details className="details">
          <summary>{text("import.result.columns")}</summary>
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

/** Lines under a heading; nothing where there are none. What the reader of files says is English in every language. */
function Lines({
  title,
  lines,
  more = 0,
  isEnglish = false,
}: {
  readonly title: string;
  readonly lines: readonly string[];
  readonly more?: number;
  readonly isEnglish?: boolean;
}) {
  const { text } = useMessages();
  if (lines.length === 0) return null;
  return (
    <>
      <p>
        <strong>{title}</strong>
      </p>
      <ul className="limits" {...(isEnglish && { lang: "en", dir: "ltr" })}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {more > 0 && <p>{text("import.result.more", { count: more })}</p>}
    </>
  );
}
