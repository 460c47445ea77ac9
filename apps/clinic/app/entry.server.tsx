import { PassThrough } from "node:stream";
import {
  failureOf,
  isUnreadable,
  nonceContext,
  plainText,
  tellOnce,
  troubleContext,
  viewerContext,
} from "@concord/clinic/context";
import { staffMessages } from "@concord/messages";
import { createReadableStreamFromReadable } from "@react-router/node";
import { renderToPipeableStream } from "react-dom/server";
import {
  type EntryContext,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from "react-router";
import { entriesOf } from "./request/entries.ts";
import { MessagesContext } from "./ui/frame/messages.ts";
import { NonceContext } from "./ui/frame/nonce.ts";
import { SentContext } from "./ui/frame/sent-context.ts";

export const streamTimeout = 5_000;

/**
 * Renders a page whole before its first byte: no page streams late parts, and a page that
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
  const { locale, timeZone } = context.get(viewerContext);
  const messages = staffMessages(locale, timeZone);
  if (trouble.unreadable) {
    headers.set("Content-Type", "text/plain; charset=utf-8");
    headers.set("Content-Language", locale);
    return new Response(plainText(messages, "server.answer.unreadable"), { status: 400, headers });
  }
  // How long to wait is said to programs too; other headers of loaders and actions stay theirs.
  const { actionHeaders, loaderHeaders } = routerContext.staticHandlerContext;
  for (const own of [...Object.values(loaderHeaders), ...Object.values(actionHeaders)]) {
    const wait = own.get("Retry-After");
    if (wait !== null) headers.set("Retry-After", wait);
  }
  if (request.method === "HEAD") return new Response(null, { status, headers });
  const nonce = context.get(nonceContext);
  const { errors, actionData } = routerContext.staticHandlerContext;
  // Where the action was done and the page after it failed, nothing is to be sent again.
  const isRefused = errors !== null && actionData === null;
  const sent = isRefused && trouble.held !== null ? entriesOf(trouble.held) : null;
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext value={nonce}>
        <SentContext value={sent}>
          <MessagesContext value={messages}>
            <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
          </MessagesContext>
        </SentContext>
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

/** Writes unexpected errors to the log of the operator. Refusals and the like are answers, not faults. */
export function handleError(
  error: unknown,
  { request, context }: { readonly request: Request; readonly context: Readonly<RouterContextProvider> },
): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  const failure = failureOf(error);
  if (failure?.status === 503) {
    context.get(troubleContext).databaseDown = true;
    if (failure.log !== null) tellOnce(failure.log);
    return;
  }
  if (isUnreadable(error)) {
    context.get(troubleContext).unreadable = true;
    return;
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}
