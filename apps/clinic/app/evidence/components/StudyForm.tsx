import type { DraftProblem, StudyDraft } from "@concord/practice";
import type { ReactNode } from "react";
import { Form } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";
import { Button, Card, Field, LongField, Notice } from "../../ui/index.ts";
import { ages, designs, qualities, stages } from "../page-data/terms.ts";
import { Choices } from "./Choices.tsx";
import { ReportFields } from "./ReportFields.tsx";

/** A study by hand: what was published, whom it is about, and the figures it reports. */
export function StudyForm(props: {
  readonly draft: StudyDraft;
  readonly problems: readonly DraftProblem[];
  readonly correction: boolean;
  /** What was said about the correction so far. */
  readonly why: string;
  readonly beyond: readonly string[];
  readonly send: string;
}) {
  const { text, of } = useMessages();
  const { draft, problems, correction, why, beyond, send } = props;
  const problem = (field: string) => {
    const found = problems.find((one) => one.field === field);
    return found === undefined ? null : of(found.message);
  };
  return (
    <Form method="post" className="stack stack-wide" noValidate>
      {problems.length > 0 && (
        <Notice tone="urgent" title={text("evidence.study-form.not-saved")} announced>
          <ul className="limits">
            {problems.map(({ field, message }) => (
              <li key={field}>{of(message)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Card title={text("evidence.study-form.publication")}>
        <LongField
          label={text("evidence.study-form.authors")}
          hint={text("evidence.study-form.authors-hint")}
          name="authors"
          rows={3}
          defaultValue={draft.authors}
          problem={problem("authors")}
          required
        />
        <Field
          label={text("evidence.study-form.title")}
          name="title"
          defaultValue={draft.title}
          problem={problem("title")}
          required
        />
        <div className="pair">
          <Field
            label={text("evidence.study-form.year")}
            name="year"
            inputMode="numeric"
            defaultValue={draft.year}
            problem={problem("year")}
            required
          />
          <Field
            label={text("evidence.study-form.doi")}
            name="doi"
            defaultValue={draft.doi}
            problem={problem("doi")}
            placeholder="10."
          />
        </div>
      </Card>
      <Card title={text("evidence.study-form.study")}>
        <div className="pair">
          <Choices
            label={text("evidence.study-form.design")}
            name="design"
            value={draft.design}
            values={designs}
            nameOf={(design) => text(`evidence.design.${design}`)}
          />
          <Choices
            label={text("evidence.study-form.age")}
            name="ageBand"
            value={draft.ageBand}
            values={ages}
            nameOf={(age) => text(`evidence.age.${age}`)}
          />
          <Choices
            label={text("evidence.study-form.quality")}
            name="quality"
            value={draft.quality}
            values={qualities}
            nameOf={(quality) => text(`evidence.quality.${quality}`)}
          />
        </div>
        <Field
          label={text("evidence.study-form.population")}
          name="population"
          defaultValue={draft.population}
          problem={problem("population")}
          placeholder={text("evidence.study-form.population-example")}
        />
        <div className="pair">
          <Field
            label={text("evidence.study-form.country")}
            name="country"
            defaultValue={draft.country}
            problem={problem("country")}
          />
          <Field
            label={text("evidence.study-form.setting")}
            name="setting"
            defaultValue={draft.setting}
            problem={problem("setting")}
          />
        </div>
        <div className="pair">
          <Field
            label={text("evidence.study-form.topic")}
            hint={text("evidence.study-form.topic-hint")}
            name="topic"
            defaultValue={draft.topic}
            problem={problem("topic")}
          />
          <Choices
            label={text("evidence.study-form.status")}
            name="stage"
            value={draft.stage}
            values={stages}
            nameOf={(stage) => text("evidence.stage", { stage })}
          />
        </div>
        <Field
          label={text("evidence.study-form.reason")}
          name="reason"
          defaultValue={draft.reason}
          problem={problem("reason")}
        />
      </Card>
      <Reports draft={draft} problem={problem} />
      {beyond.length > 0 && (
        <Notice title={text("evidence.study-form.fixed.title")}>
          <p>{text("evidence.study-form.fixed.text", { results: beyond })}</p>
        </Notice>
      )}
      {correction && (
        <Card title={text("evidence.study-form.correction")}>
          <LongField
            label={text("evidence.study-form.correction-why")}
            name="why"
            rows={2}
            defaultValue={why}
            problem={problem("why")}
            required
          />
        </Card>
      )}
      <div>
        <Button>{send}</Button>
      </div>
    </Form>
  );
}

function Reports(props: {
  readonly draft: StudyDraft;
  readonly problem: (field: string) => string | null;
}): ReactNode {
  const { text } = useMessages();
  const { draft, problem } = props;
  const given = draft.reports.filter(
    ({ id, numbers }) => id !== "" || Object.values(numbers).some((typed) => typed.trim() !== ""),
  );
  const next = given.reduce((most, { row }) => Math.max(most, row + 1), 0);
  const rows = given.length === 0 ? [0] : given.map(({ row }) => row);
  const free = Math.max(1, next);
  const further = [free, free + 1];
  const fields = (row: number, at: number) => (
    <ReportFields
      key={row}
      row={row}
      title={
        at === 0
          ? text("evidence.study-form.result")
          : text("evidence.study-form.result-number", { number: at + 1 })
      }
      report={given.find((report) => report.row === row) ?? null}
      problem={(name) => problem(`report.${row}.${name}`)}
    />
  );
  return (
    <>
      {rows.map(fields)}
      <details className="details">
        <summary>{text("evidence.study-form.more")}</summary>
        <div className="stack">{further.map((row, at) => fields(row, rows.length + at))}</div>
      </details>
    </>
  );
}
