import type { RaterSplit } from "@concord/evidence";
import type { ClaimQuery } from "@concord/practice";
import { Form } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";
import { Button, Choice, Field } from "../../ui/index.ts";
import { grades } from "../page-data/terms.ts";
import { useAutoSubmit } from "./auto-submit.ts";

/** Which claims. A plain GET form; with script it answers as soon as a choice is made. */
export function ClaimTools(props: {
  readonly query: ClaimQuery;
  readonly systems: readonly string[];
  readonly raters: readonly RaterSplit[];
}) {
  const { query, systems, raters } = props;
  const { text } = useMessages();
  const auto = useAutoSubmit({
    search: query.search,
    about: query.system ?? "",
    grade: query.grade ?? "",
    rater: query.rater ?? "",
  });
  return (
    <Form
      method="get"
      role="search"
      className="evidence-tools"
      {...auto}
      aria-label={text("evidence.claims.filter.label")}
    >
      <Field
        label={text("evidence.claims.filter.search")}
        type="search"
        name="search"
        defaultValue={query.search}
        placeholder={text("evidence.claims.filter.search-example")}
        maxLength={80}
        autoComplete="off"
      />
      <Choice label={text("evidence.claims.filter.topic")} name="about" defaultValue={query.system ?? ""}>
        <option value="">{text("evidence.claims.filter.all-topics")}</option>
        {systems.map((system) => (
          <option key={system} value={system}>
            {text("evidence.topic", { topic: system })}
          </option>
        ))}
      </Choice>
      <Choice label={text("evidence.claims.filter.grade")} name="grade" defaultValue={query.grade ?? ""}>
        <option value="">{text("evidence.claims.filter.all-grades")}</option>
        {grades.map((grade) => (
          <option key={grade} value={grade}>
            {text("evidence.claims.filter.grade-option", {
              grade,
              meaning: text("evidence.grade", { grade }),
            })}
          </option>
        ))}
      </Choice>
      <Choice label={text("evidence.claims.filter.rater")} name="rater" defaultValue={query.rater ?? ""}>
        <option value="">{text("evidence.claims.filter.all-raters")}</option>
        {raters.map((rater) => (
          <option key={rater} value={rater}>
            {text(`evidence.rated-by.${rater}`)}
          </option>
        ))}
      </Choice>
      <Button look="quiet">{text("evidence.claims.filter.apply")}</Button>
    </Form>
  );
}
