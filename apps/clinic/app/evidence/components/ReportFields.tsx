import type { FigureChoice, NumberField, ReportDraft } from "@concord/practice";
import { useMessages } from "../../ui/frame/messages.ts";
import { Card, Choice, Field } from "../../ui/index.ts";
import { figureChoices } from "../page-data/figure-fields.ts";
import { raters, timings } from "../page-data/terms.ts";
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

const choices = Object.entries(figureChoices) as [FigureChoice, readonly NumberField[]][];

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
  const { text } = useMessages();
  const { row, title, problem } = props;
  const raterName = (rater: ReportDraft["rater"]) => text(`evidence.rater.${rater}`);
  const report = props.report ?? blank;
  const at = (name: string) => `report.${row}.${name}`;
  return (
    <Card title={title}>
      <input type="hidden" name={at("id")} value={report.id} />
      <div className="pair">
        <Choices
          label={text("evidence.study-form.rater")}
          name={at("rater")}
          value={report.rater}
          values={raters}
          nameOf={raterName}
        />
        <Field
          label={text("evidence.study-form.measure")}
          name={at("instrument")}
          defaultValue={report.instrument}
          placeholder="WAI-SR"
        />
        <Choices
          label={text("evidence.study-form.timing")}
          name={at("timing")}
          value={report.timing}
          values={timings}
          nameOf={(timing) => text(`evidence.timing.${timing}`)}
        />
      </div>
      <div className="pair">
        <Field
          label={text("evidence.study-form.outcome")}
          name={at("outcome")}
          defaultValue={report.outcome}
          placeholder={text("evidence.study-form.outcome-example")}
        />
        <Choices
          label={text("evidence.study-form.outcome-rater")}
          name={at("outcomeRater")}
          value={report.outcomeRater}
          values={raters}
          nameOf={raterName}
        />
        <Choice
          label={text("evidence.study-form.direction")}
          name={at("toward")}
          defaultValue={report.toward}
        >
          <option value="better">{text("evidence.study-form.better")}</option>
          <option value="worse">{text("evidence.study-form.worse")}</option>
        </Choice>
      </div>
      <div className="report-figures">
        <Choice
          label={text("evidence.study-form.statistic")}
          name={at("figures")}
          defaultValue={report.figures}
          short
        >
          {choices.map(([choice]) => (
            <option key={choice} value={choice}>
              {text(`evidence.statistic-choice.${choice}`)}
            </option>
          ))}
        </Choice>
        {choices.map(([choice, fields]) => (
          <div key={choice} className={`report-numbers report-numbers-${choice}`}>
            {fields.map((name) => (
              <Field
                key={name}
                label={text(`evidence.number-field.${name}`)}
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
