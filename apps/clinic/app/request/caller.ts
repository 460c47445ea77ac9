import { addressContext } from "@concord/clinic/context";
import type { RouterContextProvider } from "react-router";

/** The request as accounts want it: its cookies and where it came from. */
export function callerOf(asked: {
  readonly request: Request;
  readonly context: Readonly<RouterContextProvider>;
}) {
  return { request: asked.request, address: asked.context.get(addressContext) };
}
