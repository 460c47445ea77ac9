import type { Facet, SynthesisChoice, SynthesisFacets } from "@concord/practice";
import { Form, Link } from "react-router";
import { Button, Choice, Field } from "../../ui/index.ts";
import { ageWords, qualityWords, raterNouns, timingWords } from "../page-data/words.ts";
import { useAutoSubmit } from "./auto-submit.ts";

/** Count only some of the effects. A plain GET form; with script the forest answers at once. */
export function SynthesisFilters(props: {
  readonly synthesis: string;
  readonly choice: SynthesisChoice;
  readonly facets: SynthesisFacets;
  readonly narrowed: boolean;
}) {
  const { choice, facets } = props;
  const shown = {
    rater: choice.raters[0] ?? "",
    age: choice.ageBands[0] ?? "",
    measure: choice.instruments[0] ?? "",
    timing: choice.timings[0] ?? "",
    quality: choice.qualities[0] ?? "",
    from: choice.from?.toString() ?? "",
    to: choice.to?.toString() ?? "",
  };
  const auto = useAutoSubmit(shown);
  return (
    <Form method="get" className="synthesis-filters" {...auto} aria-label="Which effects count">
      <h2>Count only</h2>
      <FacetChoice
        label="Rated by"
        name="rater"
        any="Anyone"
        shown={shown.rater}
        facet={facets.raters}
        words={raterNouns}
      />
      <FacetChoice
        label="Age of the clients"
        name="age"
        any="Any age"
        shown={shown.age}
        facet={facets.ageBands}
        words={ageWords}
      />
      <FacetChoice
        label="Measured with"
        name="measure"
        any="Any measure"
        shown={shown.measure}
        facet={facets.instruments}
      />
      <FacetChoice
        label="When in the therapy"
        name="timing"
        any="Any time"
        shown={shown.timing}
        facet={facets.timings}
        words={timingWords}
      />
      <FacetChoice
        label="Quality of the study"
        name="quality"
        any="Any quality"
        shown={shown.quality}
        facet={facets.qualities}
        words={qualityWords}
      />
      <div className="years">
        <YearField label="From year" name="from" shown={shown.from} year={facets.firstYear} />
        <YearField label="To year" name="to" shown={shown.to} year={facets.lastYear} />
      </div>
      <div className="row">
        <Button look="quiet">Show</Button>
        {props.narrowed && <Link to={`/evidence/synthesis/${props.synthesis}`}>Count all</Link>}
      </div>
    </Form>
  );
}

function FacetChoice<Value extends string>(props: {
  readonly label: string;
  readonly name: string;
  readonly any: string;
  readonly shown: string;
  readonly facet: readonly Facet<Value>[];
  readonly words?: Readonly<Record<Value, string>>;
}) {
  return (
    <Choice label={props.label} name={props.name} defaultValue={props.shown}>
      <option value="">{props.any}</option>
      {props.facet.map(({ value, effects }) => (
        <option key={value} value={value}>
          {props.words?.[value] ?? value} ({effects})
        </option>
      ))}
    </Choice>
  );
}

function YearField(props: {
  readonly label: string;
  readonly name: string;
  readonly shown: string;
  readonly year: number | null;
}) {
  return (
    <Field
      label={props.label}
      name={props.name}
      defaultValue={props.shown}
      placeholder={props.year?.toString() ?? ""}
      inputMode="numeric"
      pattern="\d{4}"
      maxLength={4}
      autoComplete="off"
    />
  );
}
