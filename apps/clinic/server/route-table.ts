import type { Action } from "@concord/practice";
import type { ServerBuild } from "react-router";

/**
 * Who may come to a route at all. `open`: anyone. `token`: whoever holds a valid link; the route asks.
 * `staff`: anyone signed in. `practice`: staff allowed this action on the practice as a whole, asked before the route runs.
 * `subject`: staff allowed this action on what the address names, asked by the route once it has read it.
 */
export type Access =
  | { readonly kind: "open" }
  | { readonly kind: "token" }
  | { readonly kind: "staff" }
  | { readonly kind: "practice"; readonly action: Action }
  | { readonly kind: "subject"; readonly action: Action };

/** A page or file of the app as its module describes it. */
export interface TableRoute {
  readonly id: string;
  /** The address with its parameters: `/case/:episode`. */
  readonly pattern: string;
  /** Null where the module does not say who may come, or in a way that cannot be enforced: refused to everyone. */
  readonly access: Access | null;
  /** The most bytes that may be sent; null where the module does not say. */
  readonly maxBody: number | null;
  /** It shows a page; otherwise it answers with a file or another address, or only takes forms. */
  readonly hasPage: boolean;
  readonly hasLoader: boolean;
}

/** Returns every page and file of the app; layouts and the root are none. Throws where two have one address. */
export function routeTable(pages: ServerBuild): readonly TableRoute[] {
  const routes = Object.values(pages.routes).filter((route) => route !== undefined);
  const parents = new Set(routes.map(({ parentId }) => parentId));
  const table = routes
    .filter(({ id }) => !parents.has(id))
    .map(({ id, module }): TableRoute => {
      const hasPage = module.default !== undefined;
      const hasLoader = module.loader !== undefined;
      const access = accessOf(module.handle);
      // Without a loader a page is not refused by the server: its component is shown.
      const isEnforced = access?.kind === "open" || !hasPage || hasLoader;
      return {
        id,
        pattern: patternOf(pages, id),
        access: isEnforced ? access : null,
        maxBody: maxBodyOf(module.handle),
        hasPage,
        hasLoader,
      };
    });
  for (const { pattern, id } of table)
    if (table.some((other) => other.pattern === pattern && other.id !== id))
      throw new RangeError(`routeTable requires one route for an address: ${pattern}`);
  return table;
}

function patternOf(pages: ServerBuild, id: string): string {
  const parts: string[] = [];
  for (let route = pages.routes[id]; route !== undefined; route = pages.routes[route.parentId ?? ""])
    if (route.path !== undefined && route.path !== "") parts.unshift(route.path.replace(/^\/|\/$/g, ""));
  return `/${parts.join("/")}`;
}

const kinds = new Set(["open", "token", "staff"]);
const kindsWithAction = new Set(["practice", "subject"]);

function accessOf(handle: unknown): Access | null {
  if (typeof handle !== "object" || handle === null || !("access" in handle)) return null;
  const { access } = handle;
  if (typeof access !== "object" || access === null || !("kind" in access)) return null;
  const kind = String(access.kind);
  if (kinds.has(kind)) return access as Access;
  const hasAction = "action" in access && typeof access.action === "string";
  return kindsWithAction.has(kind) && hasAction ? (access as Access) : null;
}

function maxBodyOf(handle: unknown): number | null {
  if (typeof handle !== "object" || handle === null || !("maxBody" in handle)) return null;
  return typeof handle.maxBody === "number" ? handle.maxBody : null;
}
