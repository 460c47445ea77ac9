import { type ClientMessages, localeFor, messages } from "@concord/messages";
import type { FormView, HelpText, SafetyMessage } from "@concord/practice";
import { createContext } from "react";
import { type Variant, variantOf } from "./variant.ts";

/** The messages of the page that is being drawn: `Screen` sets them. */
export const MessagesContext = createContext<ClientMessages>(messages("en"));

/** Returns the messages of a form's page: in the language of its questions, children and adolescents addressed informally. */
export function formMessages(language: string, variant: Variant): ClientMessages {
  const isYoung = variant === "child" || variant === "adolescent";
  return messages(localeFor(language), isYoung ? "informal" : "formal");
}

/** What a page's document needs to know of its language. */
export interface DocumentLanguage {
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
}

/** Returns the language of the page that shows a form or says why there is none; `otherwise` where nothing is known of it. */
export function documentLanguage(view: FormView, otherwise: string): DocumentLanguage {
  const { locale, direction } =
    view.kind === "unknown"
      ? formMessages(otherwise, "adult")
      : formMessages(view.language, variantOf(view.rater, view.ageBand));
  return { lang: locale, dir: direction };
}

/** Returns the safety message as it is shown, with the language it is in. */
export function shownHelp(
  message: SafetyMessage,
  words: ClientMessages,
): HelpText & { readonly language: string } {
  if (message.kind === "own") return { ...message.help, language: message.language };
  return {
    heading: words.text("client-form.help.heading"),
    sentence: words.text("client-form.help.text"),
    contacts: [],
    monitored: words.text("client-form.help.monitored"),
    language: words.locale,
  };
}
