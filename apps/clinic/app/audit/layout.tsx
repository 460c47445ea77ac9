/** Who read and changed what. */
export { FramedArea as default, FramedError as ErrorBoundary } from "../ui/frame/FramedArea.tsx";
