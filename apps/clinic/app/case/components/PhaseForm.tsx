import type { Phase, PhaseName } from "@concord/course";
import { Form } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";
import { RichText } from "../../ui/frame/RichText.tsx";
import { Button, Choice, Field } from "../../ui/index.ts";
import { type Done, problemAt } from "../case-action-context.ts";
import { markup } from "./markup.tsx";

const names: readonly PhaseName[] = ["engagement", "working-through", "termination"];

/** The start of each phase: set automatically, or manually by someone who knows better. */
export function PhaseForm({
  phases,
  session,
  done,
}: {
  readonly phases: readonly Phase[];
  readonly session: number;
  readonly done: Done | null;
}) {
  const { text } = useMessages();
  return (
    <div className="stack">
      <ul className="phase-list">
        {phases.map((phase) => (
          <li key={phase.name}>
            <span>
              <RichText
                id="case.settings.phases.line"
                values={{ phase: phase.name, session: phase.from, source: phase.by }}
                tags={{ strong: markup.strong, soft: markup.soft }}
              />
            </span>
            {phase.by === "hand" && (
              <Form method="post">
                <input type="hidden" name="intent" value="phase-by-rule" />
                <input type="hidden" name="phase" value={phase.name} />
                <Button look="plain">{text("case.settings.phases.automatic")}</Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      <Form method="post" className="form-row" preventScrollReset>
        <input type="hidden" name="intent" value="phase" />
        <Choice label={text("case.settings.phases.phase")} name="phase" defaultValue="working-through" short>
          {names.map((name) => (
            <option key={name} value={name}>
              {text(`charts.phase.${name}`)}
            </option>
          ))}
        </Choice>
        <Field
          label={text("case.settings.phases.from")}
          name="from"
          type="number"
          required
          min={1}
          max={9999}
          defaultValue={session}
          problem={done?.intent === "phase" ? problemAt(done, "from") : null}
          short
        />
        <Button look="quiet">{text("case.settings.phases.set")}</Button>
      </Form>
    </div>
  );
}
