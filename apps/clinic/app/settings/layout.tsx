/** Settings of the practice, its staff and its questionnaires. */
export { FramedArea as default, FramedError as ErrorBoundary } from "../ui/frame/FramedArea.tsx";
