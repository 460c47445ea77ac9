import type { PageHandle } from "../ui/frame/page-handle.ts";

/** Questionnaires that are answered: by a client with a link, by a therapist who is signed in. No React in the browser. */
export { Outlet as default } from "react-router";
export { FramedError as ErrorBoundary } from "../ui/frame/FramedArea.tsx";

export const handle = { bare: true } satisfies PageHandle;
