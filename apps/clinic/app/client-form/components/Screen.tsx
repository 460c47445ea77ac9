import type { Rater } from "@concord/instruments";
import type { ReactNode } from "react";
import { formMessages, MessagesContext } from "../../ui/questionnaire/form-messages.ts";
import type { Variant } from "../../ui/questionnaire/variant.ts";
import draftScriptUrl from "./offline-draft.ts?worker&url";

/**
 * The frame of a client's page: whose it is, what it is for, and one small script that it works without. `language` is that
 * of the form; the frame is in English where no messages exist in it.
 */
export function Screen(props: {
  readonly language: string;
  readonly variant: Variant;
  readonly rater: Rater;
  readonly practiceName: string | null;
  readonly simulated: boolean;
  readonly children: ReactNode;
}) {
  const words = formMessages(props.language, props.variant);
  return (
    <div
      className="screen"
      data-variant={props.variant}
      data-rater={props.rater}
      lang={words.locale}
      dir={words.direction}
    >
      {props.simulated && (
        <p className="simulated" role="note">
          {words.text("client-form.frame.demo")}
        </p>
      )}
      <main>
        {props.practiceName !== null && <p className="practice">{props.practiceName}</p>}
        <MessagesContext value={words}>{props.children}</MessagesContext>
      </main>
      <script src={draftScriptUrl} defer />
    </div>
  );
}
