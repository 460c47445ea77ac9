/** Looked at together with the client: without the navigation (`handle.plain`). */
export { FramedArea as default, FramedError as ErrorBoundary } from "../ui/frame/FramedArea.tsx";
