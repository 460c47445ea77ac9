/** Signing in and out, setting up, one's own account and what others may see: plain until somebody is signed in. */
export { FramedArea as default, FramedError as ErrorBoundary } from "../ui/frame/FramedArea.tsx";
