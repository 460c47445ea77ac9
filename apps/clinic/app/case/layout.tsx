/** One client: what was answered, its course, signals, notes and sessions. */
export { FramedArea as default, FramedError as ErrorBoundary } from "../ui/frame/FramedArea.tsx";
