import { data, type RouterContextProvider, type ServerBuild } from "react-router";
import { admissionContext } from "./admission.ts";
import { withFailures } from "./failure.ts";

/**
 * Returns the pages with every loader and action behind two checks: none runs unless the request was admitted, whichever
 * routes' data it asks for; and none answers 500 for what the database could not do. The root's loader alone is not
 * asked whether it may: it says who is signed in, on the page of a refusal too.
 */
export function guardedPages(pages: ServerBuild): ServerBuild {
  const routes = Object.entries(pages.routes).map(([id, route]) => {
    if (route === undefined) return [id, route] as const;
    const { loader, action } = route.module;
    const isRoot = route.parentId === undefined;
    const module = {
      ...route.module,
      ...(loader !== undefined && { loader: isRoot ? answering(loader) : answering(admitted(loader)) }),
      ...(action !== undefined && { action: answering(admitted(action)) }),
    };
    return [id, { ...route, module }] as const;
  });
  return { ...pages, routes: Object.fromEntries(routes) };
}

interface Asked {
  readonly context: Readonly<RouterContextProvider>;
}
type Run<Args extends Asked, Answer> = (asked: Args) => Answer | Promise<Answer>;

function admitted<Args extends Asked, Answer>(run: Run<Args, Answer>): Run<Args, Answer> {
  return (asked) => {
    const admission = asked.context.get(admissionContext);
    if (admission.kind === "refused") throw data(admission.reason, { status: admission.status });
    return run(asked);
  };
}

function answering<Args extends Asked, Answer>(run: Run<Args, Answer>): (asked: Args) => Promise<Answer> {
  return (asked) => withFailures(asked.context, () => run(asked));
}
