import type { FigureChoice, ReportDraft } from "@concord/practice";
import { Card, Choice, Field } from "../../ui/index.ts";
import { figureChoices, numberFields } from "../page-data/figure-fields.ts";
import { raterNouns, timingWords } from "../page-data/words.ts";
import { Choices } from "./Choices.tsx";

const blank: Omit<ReportDraft, "row"> = {
  id: "",
  rater: "client",
  instrument: "",
  timing: "not-reported",
  outcome: "",
  outcomeRater: "not-applicable",
  toward: "better",
  figures: "correlation",
  numbers: {},
};

const choices = Object.entries(figureChoices) as [FigureChoice, (typeof figureChoices)[FigureChoice]][];

/**
 * One figure: who rated what, and its numbers. Which number fields are there follows the choice by the style sheet
 * alone, so that it works before any script has come.
 */
export function ReportFields(props: {
  readonly row: number;
  readonly title: string;
  readonly report: ReportDraft | null;
  readonly problem: (name: string) => string | null;
}) {
  const { row, title, problem } = props;
  const report = props.report ?? blank;
  const at = (name: string) => `report.${row}.${name}`;
  return (
    <Card title={title}>
      <input type="hidden" name={at("id")} value={report.id} />
      <div className="pair">
        <Choices
          label="Who rated the relationship"
          name={at("rater")}
          value={report.rater}
          words={raterNouns}
        />
        <Field
          label="With which measure"
          name={at("instrument")}
          defaultValue={report.instrument}
          placeholder="WAI-SR"
        />
        <Choices label="When" name={at("timing")} value={report.timing} words={timingWords} />
      </div>
      <div className="pair">
        <Field
          label="Related to which outcome"
          name={at("outcome")}
          defaultValue={report.outcome}
          placeholder="symptoms at the end"
        />
        <Choices
          label="Who rated the outcome"
          name={at("outcomeRater")}
          value={report.outcomeRater}
          words={raterNouns}
        />
        <Choice label="A higher figure points to" name={at("toward")} defaultValue={report.toward}>
          <option value="better">a better outcome</option>
          <option value="worse">a worse outcome</option>
        </Choice>
      </div>
      <div className="report-figures">
        <Choice label="What is printed" name={at("figures")} defaultValue={report.figures} short>
          {choices.map(([choice, { words }]) => (
            <option key={choice} value={choice}>
              {words}
            </option>
          ))}
        </Choice>
        {choices.map(([choice, { fields }]) => (
          <div key={choice} className={`report-numbers report-numbers-${choice}`}>
            {fields.map((name) => (
              <Field
                key={name}
                label={numberFields[name]}
                name={at(name)}
                inputMode="decimal"
                autoComplete="off"
                defaultValue={report.numbers[name] ?? ""}
                problem={problem(name)}
              />
            ))}
          </div>
        ))}
      </div>
    </Card>
  );
}
