import type { FormView } from "@concord/practice";
import { Screen } from "./Screen.tsx";

/** The therapist's form has arrived, and the way back to work. */
export function OwnFormSent(props: {
  readonly view: FormView;
  readonly back: string;
  readonly isPrivate: boolean;
  readonly keep: string;
}) {
  const { view, back, isPrivate } = props;
  return (
    <Screen
      language="en"
      variant="therapist"
      rater="therapist"
      practiceName={view.kind === "unknown" ? null : view.practiceName}
      simulated={view.kind === "open" && view.simulated}
    >
      <div className="closing" data-received={props.keep}>
        <h1>Your view is in</h1>
        <p>{isPrivate ? "Nobody but you will see it." : "It stands beside the client’s in the course."}</p>
        <p>
          <a href={back}>{backWords(back)}</a>
        </p>
      </div>
    </Screen>
  );
}

function backWords(back: string): string {
  if (back === "/reflections") return "Back to what is for yourself";
  return back.startsWith("/case/") ? "Back to the case" : "Back to the caseload";
}
