/** The appointments of a week, and new ones. */
export { FramedArea as default, FramedError as ErrorBoundary } from "../ui/frame/FramedArea.tsx";
