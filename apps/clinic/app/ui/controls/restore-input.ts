import { useLayoutEffect, useState } from "react";

/** What stood in a text area when React first came to it; what it then put there is not what was written. */
const written = new WeakMap<HTMLElement, string>();

/**
 * Keeps what was written into a text area before the script had come. React leaves fields of one line and choices
 * as they are when it takes over a page that the server drew, but puts a text area back to its first text.
 */
export function useWrittenBefore(id: string): void {
  useState(() => noteDown(id));
  useLayoutEffect(() => {
    const area = areaOf(id);
    const words = area === null ? undefined : written.get(area);
    if (area !== null && words !== undefined && area.value !== words) area.value = words;
  }, [id]);
}

function noteDown(id: string): void {
  const area = areaOf(id);
  if (area !== null && !written.has(area)) written.set(area, area.value);
}

/** Null on the server, and where React draws the area itself. */
function areaOf(id: string): HTMLTextAreaElement | null {
  if (typeof document === "undefined") return null;
  const found = document.getElementById(id);
  return found instanceof HTMLTextAreaElement ? found : null;
}
