import type { Facet, SynthesisChoice, SynthesisFacets } from "@concord/practice";
import { Form, Link } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";
import { Button, Choice, Field } from "../../ui/index.ts";
import { useAutoSubmit } from "./auto-submit.ts";

/** Count only some of the effects. A plain GET form; with script the forest answers at once. */
export function SynthesisFilters(props: {
  readonly synthesis: string;
  readonly choice: SynthesisChoice;
  readonly facets: SynthesisFacets;
  readonly narrowed: boolean;
}) {
  const { text } = useMessages();
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
    <Form method="get" className="synthesis-filters" {...auto} aria-label={text("evidence.filter.label")}>
      <h2>{text("evidence.filter.title")}</h2>
      <FacetChoice
        label={text("evidence.filter.rater")}
        name="rater"
        any={text("evidence.filter.all-raters")}
        shown={shown.rater}
        facet={facets.raters}
        nameOf={(rater) => text(`evidence.rater.${rater}`)}
      />
      <FacetChoice
        label={text("evidence.filter.age")}
        name="age"
        any={text("evidence.filter.all-ages")}
        shown={shown.age}
        facet={facets.ageBands}
        nameOf={(age) => text(`evidence.age.${age}`)}
      />
      <FacetChoice
        label={text("evidence.filter.measure")}
        name="measure"
        any={text("evidence.filter.all-measures")}
        shown={shown.measure}
        facet={facets.instruments}
        nameOf={(instrument) => instrument}
      />
      <FacetChoice
        label={text("evidence.filter.timing")}
        name="timing"
        any={text("evidence.filter.all-times")}
        shown={shown.timing}
        facet={facets.timings}
        nameOf={(timing) => text(`evidence.timing.${timing}`)}
      />
      <FacetChoice
        label={text("evidence.filter.quality")}
        name="quality"
        any={text("evidence.filter.all-qualities")}
        shown={shown.quality}
        facet={facets.qualities}
        nameOf={(quality) => text(`evidence.quality.${quality}`)}
      />
      <div className="years">
        <YearField
          label={text("evidence.filter.from")}
          name="from"
          shown={shown.from}
          year={facets.firstYear}
        />
        <YearField label={text("evidence.filter.to")} name="to" shown={shown.to} year={facets.lastYear} />
      </div>
      <div className="row">
        <Button look="quiet">{text("evidence.filter.apply")}</Button>
        {props.narrowed && (
          <Link to={`/evidence/synthesis/${props.synthesis}`}>{text("evidence.filter.clear")}</Link>
        )}
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
  readonly nameOf: (value: Value) => string;
}) {
  const { text } = useMessages();
  return (
    <Choice label={props.label} name={props.name} defaultValue={props.shown}>
      <option value="">{props.any}</option>
      {props.facet.map(({ value, effects }) => (
        <option key={value} value={value}>
          {text("evidence.filter.option", { name: props.nameOf(value), count: effects })}
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
