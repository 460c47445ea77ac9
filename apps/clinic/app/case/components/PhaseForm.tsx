import { phaseWords } from "@concord/charts";
import type { Phase, PhaseName } from "@concord/course";
import { Form } from "react-router";
import { Button, Choice, Field } from "../../ui/index.ts";
import { type Done, problemAt } from "../case-action-context.ts";

const names: readonly PhaseName[] = ["engagement", "working-through", "termination"];

/** Where each phase began: by the rule, or by the hand of someone who knows better. */
export function PhaseForm({
  phases,
  session,
  done,
}: {
  readonly phases: readonly Phase[];
  readonly session: number;
  readonly done: Done | null;
}) {
  return (
    <div className="stack">
      <ul className="phase-list">
        {phases.map((phase) => (
          <li key={phase.name}>
            <span>
              <strong>{phaseWords[phase.name]}</strong> from session {phase.from}
              <span className="soft">{phase.by === "hand" ? ", set by hand" : ", by rule"}</span>
            </span>
            {phase.by === "hand" && (
              <Form method="post">
                <input type="hidden" name="intent" value="phase-by-rule" />
                <input type="hidden" name="phase" value={phase.name} />
                <Button look="plain">Leave it to the rule</Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      <Form method="post" className="form-row" preventScrollReset>
        <input type="hidden" name="intent" value="phase" />
        <Choice label="Phase" name="phase" defaultValue="working-through" short>
          {names.map((name) => (
            <option key={name} value={name}>
              {phaseWords[name]}
            </option>
          ))}
        </Choice>
        <Field
          label="Begins in session"
          name="from"
          type="number"
          required
          min={1}
          max={9999}
          defaultValue={session}
          problem={done?.intent === "phase" ? problemAt(done, "from") : null}
          short
        />
        <Button look="quiet">Set by hand</Button>
      </Form>
    </div>
  );
}
