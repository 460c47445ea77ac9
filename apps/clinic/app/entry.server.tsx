import { PassThrough } from "node:stream";
import {
  isDatabaseDown,
  isDiskFull,
  isUnreadable,
  nonceContext,
  retryAfter,
  troubleContext,
  unreadableWords,
} from "@concord/clinic/context";
import { createReadableStreamFromReadable } from "@react-router/node";
import { renderToPipeableStream } from "react-dom/server";
import {
  type EntryContext,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from "react-router";
import { NonceContext } from "./shell/nonce.ts";
import { unavailablePage } from "./shell/unavailable-page.ts";

export const streamTimeout = 5_000;

/**
 * Renders a page whole before its first byte: no page of the house streams late parts, and a page that
 * fails half way answers with an error instead of a torso.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  context: RouterContextProvider,
): Promise<Response> | Response {
  headers.set("Content-Type", "text/html; charset=utf-8");
  const trouble = context.get(troubleContext);
  if (trouble.databaseDown) {
    headers.set("Retry-After", String(retryAfter));
    const { pathname, search } = new URL(request.url);
    return new Response(unavailablePage(pathname + search, request.method, trouble), {
      status: 503,
      headers,
    });
  }
  if (trouble.unreadable) {
    headers.set("Content-Type", "text/plain; charset=utf-8");
    return new Response(unreadableWords, { status: 400, headers });
  }
  // How long to wait is said to programs too; other headers of loaders and actions stay theirs.
  const { actionHeaders, loaderHeaders } = routerContext.staticHandlerContext;
  for (const own of [...Object.values(loaderHeaders), ...Object.values(actionHeaders)]) {
    const wait = own.get("Retry-After");
    if (wait !== null) headers.set("Retry-After", wait);
  }
  if (request.method === "HEAD") return new Response(null, { status, headers });
  const nonce = context.get(nonceContext);
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext value={nonce}>
        <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
      </NonceContext>,
      {
        nonce,
        onAllReady() {
          clearTimeout(patience);
          const body = new PassThrough();
          pipe(body);
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
        },
        onShellError: reject,
        onError: reject,
      },
    );
    const patience = setTimeout(() => abort(new Error("The page took too long to draw.")), streamTimeout);
  });
}

/** What nobody foresaw, for whoever runs the house. Refusals and the like are answers, not faults. */
export function handleError(
  error: unknown,
  { request, context }: { readonly request: Request; readonly context: Readonly<RouterContextProvider> },
): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  if (isDatabaseDown(error)) {
    const trouble = context.get(troubleContext);
    trouble.databaseDown = true;
    trouble.diskFull = isDiskFull(error);
    tellOnce(trouble.diskFull);
    return;
  }
  if (isUnreadable(error)) {
    context.get(troubleContext).unreadable = true;
    return;
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}

const tellEvery = 60_000;
let lastTold = Number.NEGATIVE_INFINITY;

/** One line a minute: an outage is one event, however many people wait for its end. */
function tellOnce(diskFull: boolean): void {
  const now = performance.now();
  if (now - lastTold < tellEvery) return;
  lastTold = now;
  process.stderr.write(
    diskFull
      ? "Concord cannot save: its database has no room left on the disk. What saves something is answered with 503 until it has.\n"
      : "Concord cannot reach its database; requests are answered with 503 until it can.\n",
  );
}
