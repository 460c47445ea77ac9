import type { StaffMessages, Text } from "@concord/messages";

/** Returns the title of a window of the library: the name of the page, then of the library. */
export function pageTitle({ text }: Pick<StaffMessages, "text">, page: Text): string {
  return text("library.meta.title", { page });
}
