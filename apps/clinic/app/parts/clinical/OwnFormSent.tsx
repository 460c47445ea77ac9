import type { FormView } from "@concord/practice";
import { Screen } from "../../form/Screen.tsx";

/** The therapist's form has arrived, and the way back to work. */
export function OwnFormSent({ view, back }: { readonly view: FormView; readonly back: string }) {
  return (
    <Screen
      variant="therapist"
      rater="therapist"
      practiceName={view.kind === "unknown" ? null : view.practiceName}
      simulated={view.kind === "open" && view.simulated}
    >
      <div className="closing" data-received>
        <h1>Your view is in</h1>
        <p>It stands beside the client’s in the course.</p>
        <p>
          <a href={back}>{back.startsWith("/case/") ? "Back to the case" : "Back to the caseload"}</a>
        </p>
      </div>
    </Screen>
  );
}
