import type { StaffMessages } from "@concord/messages";
import { createContext, use } from "react";

/** The messages of the person who looks at the page: the entries of server and browser set them. */
export const MessagesContext = createContext<StaffMessages | null>(null);

/** Returns the messages of staff in the language of the person who looks at the page. */
export function useMessages(): StaffMessages {
  const messages = use(MessagesContext);
  if (messages === null) throw new Error("useMessages requires a page that an entry has drawn");
  return messages;
}
