import type { StaffMessages } from "@concord/messages";
import type { ReevaluationView } from "@concord/practice";
import { Form } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";
import { Button, Card, Progress } from "../../ui/index.ts";
import { reasonList } from "./reason-list.ts";

type State = ReevaluationView["state"];

/** Whether a recalculation is running at this moment, how far it is, and the one thing that can be done about it. */
export function EvaluationState({ state }: { readonly state: State }) {
  const messages = useMessages();
  const { text, format } = messages;
  return (
    <Card title={text("settings.recalculation.now")}>
      <p role="status">{text(`settings.recalculation.state.${state.kind}`)}</p>
      {(state.kind === "runs" || state.kind === "interrupted") && (
        <Progress
          label={text(`settings.recalculation.step.${state.step}`)}
          done={state.done}
          of={state.of}
          words={progressText(messages, state)}
        />
      )}
      {state.kind !== "rests" && (
        <p className="small soft">
          {state.reasons.length === 0
            ? text("settings.recalculation.requested.no-reason", { at: format.dateTime(state.since) })
            : text("settings.recalculation.requested", {
                at: format.dateTime(state.since),
                reasons: reasonList(messages, state.reasons),
              })}
          {state.notBefore !== null && (
            <> {text("settings.recalculation.next-attempt", { at: format.dateTime(state.notBefore) })}</>
          )}
        </p>
      )}
      <NextStep state={state} />
    </Card>
  );
}

/** Returns "3,200 of 10,000 clients", or nothing where it is not known how many there are. */
function progressText(
  { text }: StaffMessages,
  { step, done, of }: Extract<State, { readonly kind: "runs" | "interrupted" }>,
): string {
  if (of !== null) return text("settings.recalculation.progress", { done, total: of });
  return step === "scores" && done > 0 ? text("settings.recalculation.progress.so-far", { count: done }) : "";
}

function NextStep({ state }: { readonly state: State }) {
  const { text } = useMessages();
  const isHeldBack = state.kind !== "rests" && state.kind !== "runs" && state.notBefore !== null;
  if (state.kind === "rests" || isHeldBack) {
    return (
      <Form method="post" preventScrollReset>
        <Button>{text(isHeldBack ? "settings.recalculation.retry" : "settings.recalculation.start")}</Button>
      </Form>
    );
  }
  return (
    <noscript>
      <p>
        <a href="/settings/evaluation">{text("settings.recalculation.refresh")}</a>
      </p>
    </noscript>
  );
}
