import type { Access } from "@concord/clinic/context";
import type { PageHandle } from "../ui/frame/page-handle.ts";

/**
 * What a page or file says of itself, beside its code: `export const handle = { access: …, maxBody: … } satisfies
 * RouteHandle`. A route without `access` is refused to everyone.
 */
export interface RouteHandle extends PageHandle {
  readonly access: Access;
  /** The most bytes that may be sent here, where a form of a few fields (64 KB) is not all: `mebibytes(32)`. */
  readonly maxBody?: number;
}
