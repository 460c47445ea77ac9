import { viewerContext } from "@concord/clinic/context";
import { type StaffMessages, staffMessages } from "@concord/messages";
import type { RouterContextProvider } from "react-router";

/** Returns the messages of staff in the language and time zone of whoever asks. */
export function messagesOf(context: Readonly<RouterContextProvider>): StaffMessages {
  const { locale, timeZone } = context.get(viewerContext);
  return staffMessages(locale, timeZone);
}
