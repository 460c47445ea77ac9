import type { Locale } from "@concord/messages";
import type { FormView, NextForm, SafetyMessage } from "@concord/practice";
import { use } from "react";
import type { Entries } from "../../request/entries.ts";
import { formMessages, MessagesContext, shownHelp } from "../../ui/questionnaire/form-messages.ts";
import { HelpPanel } from "../../ui/questionnaire/HelpPanel.tsx";
import { type Variant, variantOf } from "../../ui/questionnaire/variant.ts";
import { durationOf } from "./duration.ts";
import { Screen } from "./Screen.tsx";

/** Sent, and on disk. With a risk answer the help text comes first. `keep` names what the browser may now forget. */
export function Thanks(props: {
  readonly language: string;
  readonly practiceName: string | null;
  readonly help: SafetyMessage | null;
  readonly variant: Variant;
  readonly again: boolean;
  readonly simulated: boolean;
  readonly next: NextForm | null;
  readonly keep: string;
}) {
  const child = props.variant === "child";
  const words = formMessages(props.language, props.variant);
  return (
    <Screen {...props} rater="client">
      <div className="closing" data-received={props.keep}>
        {props.help !== null && <HelpPanel help={shownHelp(props.help, words)} always />}
        <Tick />
        <h1>{words.text(child ? "client-form.close.heading.child" : "client-form.close.heading")}</h1>
        <p>
          {words.text(
            props.again
              ? "client-form.close.again"
              : props.next !== null
                ? "client-form.close.more"
                : child
                  ? "client-form.close.done.child"
                  : "client-form.close.done",
          )}
        </p>
        {props.next !== null && <Onward next={props.next} />}
      </div>
    </Screen>
  );
}

/** The next form of the same sitting. Stopping here is as good: each form stands on its own. */
function Onward({ next }: { readonly next: NextForm }) {
  const words = use(MessagesContext);
  return (
    <div className="onward">
      <p>{words.text("client-form.close.next", { left: next.left, ...durationOf(next.secondsLeft) })}</p>
      <a href={next.path}>{next.title}</a>
    </div>
  );
}

/**
 * A link that opens no form, and why. Staff are told what to do about a form without words; `accepted` is the language in
 * which an unknown link is spoken of.
 */
export function Closed(props: {
  readonly view: Exclude<FormView, { kind: "open" }>;
  readonly keep: string;
  readonly accepted: Locale;
  readonly forStaff?: boolean;
}) {
  const { view } = props;
  const known = view.kind === "unknown" ? null : view;
  const language = known?.language ?? props.accepted;
  const variant = known === null ? "adult" : variantOf(known.rater, known.ageBand);
  const words = formMessages(language, variant);
  return (
    <Screen
      {...{ language, variant }}
      rater="client"
      practiceName={known?.practiceName ?? null}
      simulated={false}
    >
      <div className="closing" data-received={view.kind === "answered" ? props.keep : undefined}>
        <h1>{words.text(`client-form.closed.${view.kind}.heading`)}</h1>
        <p>
          {view.kind !== "no-wording"
            ? words.text(`client-form.closed.${view.kind}.text`)
            : props.forStaff
              ? view.sentence
              : words.text("client-form.closed.no-wording.text", { title: view.title })}
        </p>
      </div>
    </Screen>
  );
}

/**
 * What went wrong before the form could be opened or saved, in the browser's language. Answers that were sent come back in
 * hidden fields, so that one button sends them again.
 */
export function FormError(props: {
  readonly status: number;
  readonly accepted: Locale;
  readonly sent: Entries | null;
  /** The address that failed. */
  readonly page: string;
}) {
  const { status, accepted, sent, page } = props;
  const words = formMessages(accepted, "adult");
  const what = status === 429 ? "too-many" : status === 413 ? "too-large" : "other";
  const isWaiting = sent !== null || status === 503;
  return (
    <Screen language={accepted} variant="adult" rater="client" practiceName={null} simulated={false}>
      <div className="closing">
        <h1>
          {words.text(isWaiting ? "client-form.unavailable.heading" : `client-form.error.${what}.heading`)}
        </h1>
        <p role="alert">
          {words.text(
            sent !== null
              ? "client-form.unavailable.sending"
              : isWaiting
                ? "client-form.unavailable.opening"
                : `client-form.error.${what}.text`,
          )}
        </p>
        {isWaiting && sent === null && (
          <p>
            <a href={page}>{words.text("client-form.unavailable.try-again")}</a>
          </p>
        )}
      </div>
      {sent !== null && (
        <form method="post" action={sent.action}>
          {sent.entries.map(({ name, value }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two fields may have one name, and the list never changes
            <input key={at} type="hidden" name={name} value={value} />
          ))}
          <div className="send-bar">
            <button type="submit">{words.text("client-form.unavailable.send-again")}</button>
          </div>
        </form>
      )}
    </Screen>
  );
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
