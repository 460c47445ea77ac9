import type { FormView, HelpText, NextForm } from "@concord/practice";
import type { ReactNode } from "react";
import { durationLabel } from "./duration.ts";
import { HelpPanel } from "./HelpPanel.tsx";
import { Screen } from "./Screen.tsx";
import type { Variant } from "./variant.ts";

/** Sent, and on disk. With a risk answer the help text comes first. `keep` names what the browser may now forget. */
export function Thanks(props: {
  readonly practiceName: string | null;
  readonly help: HelpText | null;
  readonly variant: Variant;
  readonly again: boolean;
  readonly simulated: boolean;
  readonly next: NextForm | null;
  readonly keep: string;
}) {
  const child = props.variant === "child";
  return (
    <Screen {...props} rater="client">
      <div className="closing" data-received={props.keep}>
        {props.help !== null && <HelpPanel help={props.help} always />}
        <Tick />
        <h1>{child ? "Thank you for telling us" : "Thank you"}</h1>
        <p>
          {props.again
            ? "We already have your answers to this questionnaire. They are saved once."
            : props.next !== null
              ? "Your answers have been sent."
              : child
                ? "Your answers are sent. Please give the phone or tablet back now."
                : "Your answers have been sent. You can close this page."}
        </p>
        {props.next !== null && <Onward next={props.next} />}
      </div>
    </Screen>
  );
}

/** The next form of the same sitting. Stopping here is as good: each form stands on its own. */
function Onward({ next }: { readonly next: NextForm }) {
  return (
    <div className="onward">
      <p>
        {next.left === 1
          ? "There is 1 more short questionnaire."
          : `There are ${next.left} more short questionnaires.`}{" "}
        {next.left === 1 ? "It takes" : "Together they take"} about {durationLabel(next.secondsLeft)}. You can
        also stop here and open the same link again later.
      </p>
      <a href={next.path}>{next.title}</a>
    </div>
  );
}

/** A link that opens no form, and why. */
export function Closed({
  view,
  keep,
}: {
  readonly view: Exclude<FormView, { kind: "open" }>;
  readonly keep: string;
}) {
  const { heading, body } = sentences(view);
  return (
    <Screen
      variant="adult"
      rater="client"
      practiceName={view.kind === "unknown" ? null : view.practiceName}
      simulated={false}
    >
      <div className="closing" data-received={view.kind === "answered" ? keep : undefined}>
        <h1>{heading}</h1>
        <p>{body}</p>
      </div>
    </Screen>
  );
}

function sentences(view: Exclude<FormView, { kind: "open" }>): {
  readonly heading: string;
  readonly body: ReactNode;
} {
  switch (view.kind) {
    case "answered":
      return {
        heading: "You have already answered these questions",
        body: "Your answers were saved. There is nothing more to answer with this link.",
      };
    case "expired":
      return {
        heading: "This link has expired",
        body: "Your earlier answers are safe. Ask your therapist for a new link, or talk about it in your next session.",
      };
    case "no-wording":
      return { heading: view.title, body: view.sentence };
    case "unknown":
      return {
        heading: "This link does not open a form",
        body: (
          <>
            Perhaps part of it is missing. Try to open it again from the message or the code you were given.
            If it still does not open, ask your therapist for a new one.
          </>
        ),
      };
  }
}

function Tick() {
  return (
    <svg className="tick" viewBox="0 0 48 48" width="56" height="56" aria-hidden="true">
      <circle cx="24" cy="24" r="21" fill="none" stroke="currentColor" strokeWidth="2.5" />
      <path
        d="M15 24.5l6.5 6.5 12-13.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
