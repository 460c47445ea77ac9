import type { Population } from "@concord/course";
import type { StaffMessages } from "@concord/messages";
import type { PopulationChoice } from "@concord/practice";
import { Form } from "react-router";
import { useMessages } from "../../../ui/frame/messages.ts";
import { Button, Choice } from "../../../ui/index.ts";

/** Days inside a citation, such as `2026-11-23`, as the language writes them. */
function withDates(citation: string, { format }: StaffMessages): string {
  return citation.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => format.date(day));
}

/** The number of people that the scales of a group rest on; 0 where it is not known or the sample names it. */
function leastPeople({ scales, start }: Population): number {
  if (start !== undefined) return 0;
  const known = scales.flatMap((scale) => scale.n ?? []);
  return known.length === 0 ? 0 : Math.min(...known);
}

/** The group that the client is compared with, or none. */
export function PopulationForm(props: {
  readonly matter: "attachment-norm" | "perfectionism-norm";
  readonly compared: PopulationChoice;
  readonly mayWrite: boolean;
}) {
  const messages = useMessages();
  const { text } = messages;
  const { matter, compared, mayWrite } = props;
  const { chosen, offered } = compared;
  return (
    <div className="compared">
      <p className="small">
        {chosen === null
          ? text("relationship.group.none", { offered: offered.length > 0 ? "yes" : "no" })
          : text("relationship.group.chosen", {
              group: chosen.title,
              sample: chosen.sample,
              n: leastPeople(chosen),
              citation: withDates(chosen.citation, messages),
              by: compared.by === "practice" ? "practice" : "client",
            })}
        {chosen?.certainty === "doubtful" && (
          <>
            {" "}
            <span className="badge">{text("relationship.group.provisional")}</span>
          </>
        )}
      </p>
      {chosen?.start?.measuredWith != null && (
        <p className="small">
          {text("relationship.group.transfer", {
            questionnaire: chosen.start.measuredWith,
            transfer: chosen.start.transfer,
          })}
        </p>
      )}
      {compared.replaced !== null && (
        <p className="small">
          {text("relationship.group.replaced", { day: compared.replaced.on, from: compared.replaced.from })}
        </p>
      )}
      {mayWrite && offered.length > 0 && (
        <Form method="post" className="form-row" preventScrollReset key={chosen?.id ?? "none"}>
          <input type="hidden" name="matter" value={matter} />
          <Choice label={text("relationship.group.label")} name="population" defaultValue={chosen?.id ?? ""}>
            <option value="">{text("relationship.group.no-group")}</option>
            {offered.map(({ id, title, sample }) => (
              <option key={id} value={id}>
                {text("relationship.group.option", { group: title, sample })}
              </option>
            ))}
          </Choice>
          <Button look="quiet" name="intent" value="compare">
            {text("relationship.group.apply")}
          </Button>
        </Form>
      )}
      {offered.length === 0 && (
        <p className="soft small">
          {text("relationship.group.no-norms", {
            matter: matter === "attachment-norm" ? "attachment_norm" : "perfectionism_norm",
          })}
        </p>
      )}
    </div>
  );
}
