import { judgements, stances } from "@concord/library";
import { useMessages } from "../../ui/frame/messages.ts";
import { Choice } from "../../ui/index.ts";

/** The rank of a passage for the concept, and its author’s position. */
export function RulingChoices(props: { readonly judgement: string; readonly stance: string }) {
  const { text } = useMessages();
  return (
    <>
      <Choice label={text("library.rank.label")} name="judgement" defaultValue={props.judgement} short>
        {judgements.map((value) => (
          <option key={value} value={value}>
            {text(`library.rank.${value}`)}
          </option>
        ))}
      </Choice>
      <Choice label={text("library.position.label")} name="stance" defaultValue={props.stance} short>
        <option value="">{text("library.position.none")}</option>
        {stances.map((value) => (
          <option key={value} value={value}>
            {text(`library.position.${value}`)}
          </option>
        ))}
      </Choice>
    </>
  );
}
