import type { RaterSplit } from "@concord/evidence";
import type { ClaimQuery } from "@concord/practice";
import { Form } from "react-router";
import { Button, Choice, Field } from "../../ui/index.ts";
import { gradeWords, ratedBy, systemWords } from "../page-data/words.ts";
import { useAutoSubmit } from "./auto-submit.ts";

/** Which claims. A plain GET form; with script it answers as soon as a choice is made. */
export function ClaimTools(props: {
  readonly query: ClaimQuery;
  readonly systems: readonly string[];
  readonly raters: readonly RaterSplit[];
}) {
  const { query, systems, raters } = props;
  const auto = useAutoSubmit({
    search: query.search,
    about: query.system ?? "",
    grade: query.grade ?? "",
    rater: query.rater ?? "",
  });
  return (
    <Form method="get" role="search" className="evidence-tools" {...auto} aria-label="Which claims">
      <Field
        label="Search"
        type="search"
        name="search"
        defaultValue={query.search}
        placeholder="dropout, attachment, Flückiger"
        maxLength={80}
        autoComplete="off"
      />
      <Choice label="About" name="about" defaultValue={query.system ?? ""}>
        <option value="">Everything</option>
        {systems.map((system) => (
          <option key={system} value={system}>
            {systemWords[system] ?? system}
          </option>
        ))}
      </Choice>
      <Choice label="Grade" name="grade" defaultValue={query.grade ?? ""}>
        <option value="">Any</option>
        {(["A", "B", "C"] as const).map((grade) => (
          <option key={grade} value={grade}>
            {grade}, {gradeWords[grade]}
          </option>
        ))}
      </Choice>
      <Choice label="Who rated" name="rater" defaultValue={query.rater ?? ""}>
        <option value="">Anyone</option>
        {raters.map((rater) => (
          <option key={rater} value={rater}>
            {ratedBy[rater]}
          </option>
        ))}
      </Choice>
      <Button look="quiet">Show</Button>
    </Form>
  );
}
