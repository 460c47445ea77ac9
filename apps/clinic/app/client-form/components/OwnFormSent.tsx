import type { FormView } from "@concord/practice";
import { formMessages } from "../../ui/questionnaire/form-messages.ts";
import { Screen } from "./Screen.tsx";

/** The therapist's own questionnaire is saved, with a link back to where it was opened. */
export function OwnFormSent(props: {
  readonly view: FormView;
  readonly accepted: string;
  readonly back: string;
  readonly isPrivate: boolean;
  readonly keep: string;
}) {
  const { view, accepted, back, isPrivate } = props;
  const language = view.kind === "unknown" ? accepted : view.language;
  const { text } = formMessages(language, "therapist");
  return (
    <Screen
      language={language}
      variant="therapist"
      rater="therapist"
      practiceName={view.kind === "unknown" ? null : view.practiceName}
      simulated={view.kind === "open" && view.simulated}
    >
      <div className="closing" data-received={props.keep}>
        <h1>{text("client-form.close.own.heading")}</h1>
        <p>{text(isPrivate ? "client-form.close.own.private" : "client-form.close.own.shown")}</p>
        <p>
          <a href={back}>{text(linkTo(back))}</a>
        </p>
      </div>
    </Screen>
  );
}

function linkTo(back: string) {
  if (back === "/reflections") return "client-form.close.own.to-self-assessments";
  return back.startsWith("/case/") ? "client-form.close.own.to-client" : "client-form.close.own.to-caseload";
}
