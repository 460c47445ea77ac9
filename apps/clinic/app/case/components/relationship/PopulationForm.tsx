import { dateWords } from "@concord/charts";
import type { PopulationChoice } from "@concord/practice";
import { Form } from "react-router";
import { Button, Choice } from "../../../ui/index.ts";

/** A day within a sentence, as `2026-11-23`, told as everywhere else. */
const datesInWords = (sentence: string): string => sentence.replace(/\b\d{4}-\d{2}-\d{2}\b/g, dateWords);

/** Whom the client is compared with: chosen by name, or nobody. */
export function PopulationForm(props: {
  readonly matter: "attachment-norm" | "perfectionism-norm";
  readonly compared: PopulationChoice;
  readonly mayWrite: boolean;
}) {
  const { matter, compared, mayWrite } = props;
  const { chosen, offered } = compared;
  return (
    <div className="compared">
      <p className="small">
        {chosen === null
          ? "No comparison group."
          : `Compared with: ${chosen.title} (${chosen.sample}). ${datesInWords(chosen.citation)}.`}
        {compared.by === "practice" && chosen !== null && " The practice’s choice."}
        {chosen?.certainty === "doubtful" && <span className="badge">Provisional</span>}
      </p>
      {mayWrite && offered.length > 0 && (
        <Form method="post" className="form-row" preventScrollReset key={chosen?.id ?? "nobody"}>
          <input type="hidden" name="matter" value={matter} />
          <Choice label="Comparison group" name="population" defaultValue={chosen?.id ?? ""}>
            <option value="">nobody</option>
            {offered.map(({ id, title, sample }) => (
              <option key={id} value={id}>
                {title}, {sample}
              </option>
            ))}
          </Choice>
          <Button look="quiet" name="intent" value="compare">
            Compare
          </Button>
        </Form>
      )}
      {mayWrite && offered.length === 0 && (
        <p className="soft small">
          No norms are available for this questionnaire. The practice can compute its own once 20 clients have
          answered it, and choose a comparison group for every case in its settings.
        </p>
      )}
    </div>
  );
}
