import { directionOf } from "@concord/messages";
import type { FormView } from "@concord/practice";
import { formMessages, shownHelp } from "../../ui/questionnaire/form-messages.ts";
import type { Given } from "../../ui/questionnaire/given.ts";
import { variantOf } from "../../ui/questionnaire/variant.ts";
import { durationOf } from "./duration.ts";
import { Questions } from "./Questions.tsx";
import { Screen } from "./Screen.tsx";
import { SendBar } from "./SendBar.tsx";
import { scriptTexts } from "./script-texts.ts";
import { seenBySentences } from "./seen-by-sentences.ts";

type Open = Extract<FormView, { kind: "open" }>;

/**
 * A form ready to be answered. `keep` names the place in the browser where answers wait until they are sent;
 * `submissionKey` makes a form sent twice count once.
 */
export function FormScreen(props: {
  readonly view: Open;
  readonly given: Given;
  readonly problem: string | null;
  readonly keep: string;
  readonly submissionKey: string;
}) {
  const { view, given } = props;
  const { instrument, wording, members } = view;
  const variant = variantOf(view.rater, view.ageBand);
  const words = formMessages(view.language, variant);
  const help = shownHelp(view.help, words);
  // The questions are in their own language; the frame is in English where no messages exist in it.
  const ownLanguage = { lang: wording.language, dir: directionOf(wording.language) };
  const toAnswer = instrument.items.filter((item) => item.optional !== true && item.askedWhen === undefined);
  const rounds = members.length === 0 ? 1 : members.length;
  return (
    <Screen
      language={view.language}
      variant={variant}
      rater={view.rater}
      practiceName={view.practiceName}
      simulated={view.simulated}
    >
      <form method="post" data-keep={props.keep} data-texts={JSON.stringify(scriptTexts(words))}>
        <input type="hidden" name="submission" value={props.submissionKey} />
        <input type="hidden" name="form" value={view.request} />
        <header className="form-head">
          {view.sitting !== null && (
            <p className="sitting">
              {words.text("client-form.sitting.position", {
                number: view.sitting.number,
                total: view.sitting.of,
              })}
              {variant !== "child" && (
                <>
                  <br />
                  {words.text("client-form.sitting.time-left", durationOf(view.sitting.secondsLeft))}
                </>
              )}
            </p>
          )}
          <h1 {...ownLanguage}>{wording.title}</h1>
          <SeenBy sentences={seenBySentences(view, words)} />
          <p className="instruction" {...ownLanguage}>
            {wording.instruction}
          </p>
        </header>
        {props.problem !== null && (
          <p className="form-problem" role="alert">
            {props.problem}
          </p>
        )}
        <div className="form-questions" {...ownLanguage}>
          {members.length === 0 ? (
            <Questions {...{ instrument, wording, given, help }} />
          ) : (
            members.map((member) => (
              <section className="member" key={member.id} aria-labelledby={`member-${member.id}`}>
                <h2 id={`member-${member.id}`}>{member.name}</h2>
                <Questions {...{ instrument, wording, given, help }} about={member.id} />
              </section>
            ))
          )}
        </div>
        <SendBar total={toAnswer.length * rounds} child={variant === "child"} />
        <Credits rights={wording.rights ?? instrument.rights.creditLine} />
      </form>
    </Screen>
  );
}

/** Said before the first question: a person decides what to tell by knowing who reads it. */
function SeenBy({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <p className="seen-by">
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path
          d="M1.5 10c2-4 5-6 8.5-6s6.5 2 8.5 6c-2 4-5 6-8.5 6s-6.5-2-8.5-6z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
        />
        <circle cx="10" cy="10" r="2.6" fill="currentColor" />
      </svg>
      <span>{sentences.join(" ")}</span>
    </p>
  );
}

function Credits({ rights }: { readonly rights: string | undefined }) {
  return rights === undefined ? null : <p className="credits">{rights}</p>;
}
