import { Choice } from "../../ui/index.ts";
import { rankWords, stanceWords } from "../words.ts";

/** Where a passage stands for the concept, and what its author holds the concept to be. */
export function RulingChoices(props: { readonly judgement: string; readonly stance: string }) {
  return (
    <>
      <Choice label="Its place" name="judgement" defaultValue={props.judgement} short>
        {Object.entries(rankWords).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Choice>
      <Choice label="What the author holds it to be" name="stance" defaultValue={props.stance} short>
        <option value="">No side is taken</option>
        {Object.entries(stanceWords).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Choice>
    </>
  );
}
