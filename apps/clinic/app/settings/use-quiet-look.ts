import { useEffect } from "react";
import { useRevalidator } from "react-router";

/** Asks the page's loader again every so often while something is under way and someone looks at it. */
export function useQuietLook(isUnderWay: boolean, every = 1500): void {
  const { revalidate, state } = useRevalidator();
  const isIdle = state === "idle";
  useEffect(() => {
    if (!isUnderWay || !isIdle) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") void revalidate();
    }, every);
    return () => clearInterval(timer);
  }, [isUnderWay, isIdle, revalidate, every]);
}
