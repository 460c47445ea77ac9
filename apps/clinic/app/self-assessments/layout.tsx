/** A therapist's own questionnaires, which nobody else sees. */
export { FramedArea as default, FramedError as ErrorBoundary } from "../ui/frame/FramedArea.tsx";
