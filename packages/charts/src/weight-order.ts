import type { Weight } from "@concord/signals";

/** From the one that cannot wait to the one that can. */
export const weightOrder: readonly Weight[] = ["urgent", "persistent", "credible", "note"];
