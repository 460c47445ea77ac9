/** Texts, concepts and quotations. */
export { FramedArea as default, FramedError as ErrorBoundary } from "../ui/frame/FramedArea.tsx";
