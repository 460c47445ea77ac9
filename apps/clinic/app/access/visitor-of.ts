import { type Visitor, visitorContext } from "@concord/clinic/context";
import type { RouterContextProvider } from "react-router";

/** Who is signed in, or null. Asked of the store once a request. */
export function visitorOf(context: Readonly<RouterContextProvider>): Promise<Visitor | null> {
  return context.get(visitorContext)();
}
