import type { DraftProblem, StudyDraft } from "@concord/practice";
import type { ReactNode } from "react";
import { Form } from "react-router";
import { Button, Card, Field, LongField, Notice } from "../../ui/index.ts";
import { stageWords } from "../page-data/study-row.ts";
import { designWords } from "../page-data/study-words.ts";
import { ageWords, qualityWords } from "../page-data/words.ts";
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
  const { draft, problems, correction, why, beyond, send } = props;
  const problem = (field: string) => problems.find((one) => one.field === field)?.sentence ?? null;
  return (
    <Form method="post" className="stack stack-wide" noValidate>
      {problems.length > 0 && (
        <Notice tone="urgent" title="Not written yet" announced>
          <ul className="limits">
            {problems.map(({ field, sentence }) => (
              <li key={field}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Card title="The publication">
        <LongField
          label="Authors"
          hint="One a line, family name first: Flückiger, Christoph"
          name="authors"
          rows={3}
          defaultValue={draft.authors}
          problem={problem("authors")}
          required
        />
        <Field label="Title" name="title" defaultValue={draft.title} problem={problem("title")} required />
        <div className="pair">
          <Field
            label="Year"
            name="year"
            inputMode="numeric"
            defaultValue={draft.year}
            problem={problem("year")}
            required
          />
          <Field
            label="DOI, if it has one"
            name="doi"
            defaultValue={draft.doi}
            problem={problem("doi")}
            placeholder="10."
          />
        </div>
      </Card>
      <Card title="The study">
        <div className="pair">
          <Choices label="Design" name="design" value={draft.design} words={designWords} />
          <Choices label="Age of the clients" name="ageBand" value={draft.ageBand} words={ageWords} />
          <Choices
            label="Quality, by your own tool"
            name="quality"
            value={draft.quality}
            words={qualityWords}
          />
        </div>
        <Field
          label="Population, in a few words"
          name="population"
          defaultValue={draft.population}
          problem={problem("population")}
          placeholder="adults with depression in out-patient care"
        />
        <div className="pair">
          <Field label="Country" name="country" defaultValue={draft.country} problem={problem("country")} />
          <Field label="Setting" name="setting" defaultValue={draft.setting} problem={problem("setting")} />
        </div>
        <div className="pair">
          <Field
            label="Topic"
            hint="Questions choose studies by it"
            name="topic"
            defaultValue={draft.topic}
            problem={problem("topic")}
          />
          <Choices label="How far it is in the review" name="stage" value={draft.stage} words={stageWords} />
        </div>
        <Field
          label="Why, if it is told in words or left out"
          name="reason"
          defaultValue={draft.reason}
          problem={problem("reason")}
        />
      </Card>
      <Reports draft={draft} problem={problem} />
      {beyond.length > 0 && (
        <Notice title="These figures stay as they are">
          <p>{beyond.join("; ")}. They came by file and are corrected there.</p>
        </Notice>
      )}
      {correction && (
        <Card title="What you corrected">
          <LongField
            label="What was wrong, and how you know"
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
      title={at === 0 ? "What it found" : `Figure ${at + 1}`}
      report={given.find((report) => report.row === row) ?? null}
      problem={(name) => problem(`report.${row}.${name}`)}
    />
  );
  return (
    <>
      {rows.map(fields)}
      <details className="details">
        <summary>It reports further figures</summary>
        <div className="stack">{further.map((row, at) => fields(row, rows.length + at))}</div>
      </details>
    </>
  );
}
