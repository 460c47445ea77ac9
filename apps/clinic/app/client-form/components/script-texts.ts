import type { ClientMessages, PluralTexts } from "@concord/messages";

/** The sentences of the page's own script, made on the server: no formatter is sent to a phone. */
export interface ScriptTexts {
  readonly unanswered: PluralTexts;
  readonly sendIncomplete: string;
  readonly sending: string;
  readonly offline: string;
  readonly notSent: string;
}

export function scriptTexts(words: ClientMessages): ScriptTexts {
  return {
    unanswered: words.byPlural("client-form.send.unanswered"),
    sendIncomplete: words.text("client-form.send.button.incomplete"),
    sending: words.text("client-form.send.sending"),
    offline: words.text("client-form.send.offline"),
    notSent: words.text("client-form.send.not-sent"),
  };
}
