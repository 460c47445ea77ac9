import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Is there script yet? Not on the server and not before React has taken the page over. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
