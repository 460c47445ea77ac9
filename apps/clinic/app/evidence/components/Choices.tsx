import { Choice } from "../../ui/index.ts";

/** One of the values of a record's field, each with its name. */
export function Choices<Value extends string>(props: {
  readonly label: string;
  readonly name: string;
  readonly value: Value;
  readonly values: readonly Value[];
  readonly nameOf: (value: Value) => string;
}) {
  return (
    <Choice label={props.label} name={props.name} defaultValue={props.value}>
      {props.values.map((value) => (
        <option key={value} value={value}>
          {props.nameOf(value)}
        </option>
      ))}
    </Choice>
  );
}
