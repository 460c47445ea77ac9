import { data } from "react-router";
import type { RouteHandle } from "../access/handle.ts";

/** Every address that no page has. */
export { FramedArea as default, FramedError as ErrorBoundary } from "../ui/frame/FramedArea.tsx";

export const handle = { access: { kind: "open" } } satisfies RouteHandle;

export const loader = notFound;
export const action = notFound;

function notFound(): never {
  throw data(null, { status: 404 });
}
