import type { ReevaluationView } from "@concord/practice";
import { Form } from "react-router";
import { Button, Card, FormattedDate, Progress } from "../../ui/index.ts";
import { becauseWords, farWords, stepWords } from "./evaluation-words.ts";

type State = ReevaluationView["state"];

/** What is under way at this moment, and the one thing that can be done about it. */
export function EvaluationState({ state }: { readonly state: State }) {
  return (
    <Card title="At this moment">
      <p role="status">{headline[state.kind]}</p>
      {(state.kind === "runs" || state.kind === "interrupted") && (
        <Progress
          label={stepWords[state.step]}
          done={state.done}
          of={state.of}
          words={farWords(state.step, state.done, state.of)}
        />
      )}
      {state.kind !== "rests" && (
        <p className="small soft">
          {becauseWords(state.reasons)} Since <FormattedDate at={state.since} />.
          {state.notBefore !== null && (
            <>
              {" "}
              It is tried again at <FormattedDate at={state.notBefore} />.
            </>
          )}
        </p>
      )}
      <NextStep state={state} />
    </Card>
  );
}

const headline: Readonly<Record<State["kind"], string>> = {
  rests: "Nothing is under way.",
  waits: "All cases are about to be evaluated.",
  runs: "All cases are being evaluated. People can work on meanwhile.",
  interrupted: "The evaluation was interrupted. It goes on by itself from where it was.",
};

function NextStep({ state }: { readonly state: State }) {
  const isHeldBack = state.kind !== "rests" && state.kind !== "runs" && state.notBefore !== null;
  if (state.kind === "rests" || isHeldBack) {
    return (
      <Form method="post" preventScrollReset>
        <Button>{isHeldBack ? "Try again now" : "Evaluate all cases now"}</Button>
      </Form>
    );
  }
  return (
    <noscript>
      <p>
        <a href="/settings/evaluation">See how far it is now</a>
      </p>
    </noscript>
  );
}
