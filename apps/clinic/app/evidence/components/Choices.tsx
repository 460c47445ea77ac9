import { Choice } from "../../ui/index.ts";

/** One of a few words of the record, by its own names. */
export function Choices<Value extends string>(props: {
  readonly label: string;
  readonly name: string;
  readonly value: Value;
  readonly words: Readonly<Record<Value, string>>;
}) {
  return (
    <Choice label={props.label} name={props.name} defaultValue={props.value}>
      {(Object.entries(props.words) as [Value, string][]).map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </Choice>
  );
}
