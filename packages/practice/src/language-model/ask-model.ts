import type { ChatMessage } from "@concord/library";
import type { StaffMessage } from "@concord/messages";
import type { ModelAccess } from "../app-context.ts";

export interface ModelQuestion {
  readonly url: URL;
  readonly model: string;
  readonly messages: readonly ChatMessage[];
}

export type ModelAnswer =
  | { readonly kind: "answered"; readonly words: string }
  | { readonly kind: "failed"; readonly message: StaffMessage };

/** More than any chat completion of a sentence; a server that sends more is no such server. */
const mostBytes = 1_000_000;
/** Room for a model that reasons before it answers. */
const mostTokens = 2_000;

/**
 * Asks an OpenAI-compatible server once and waits for the whole answer. Whatever goes wrong is one message: no server
 * there, too slow, another answer than a chat completion. It is not led elsewhere by a redirect.
 */
export async function askModel(
  { url, model, messages }: ModelQuestion,
  { key, patience }: ModelAccess,
): Promise<ModelAnswer> {
  const { host } = url;
  try {
    const response = await fetch(url, {
      method: "POST",
      redirect: "manual",
      signal: AbortSignal.timeout(patience),
      headers: {
        "Content-Type": "application/json",
        Accept: "application/json",
        ...(key === null ? {} : { Authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ model, messages, temperature: 0.2, max_tokens: mostTokens, stream: false }),
    });
    const body = await textOf(response);
    if (body === null) return failed({ id: "settings.language-model.failure.too-large", values: { host } });
    if (response.status >= 300 && response.status < 400)
      return failed({ id: "settings.language-model.failure.redirect", values: { host } });
    return response.ok ? completionIn(body, host) : failed(statusMessage(response.status, body, host));
  } catch (error) {
    return failed(faultMessage(error, url, patience));
  }
}

const failed = (message: StaffMessage): ModelAnswer => ({ kind: "failed", message });

async function textOf(response: Response): Promise<string | null> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += piece.byteLength;
    if (bytes > mostBytes) return null;
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}

function completionIn(body: string, host: string): ModelAnswer {
  const choice = field(field(parsed(body), "choices"), "0");
  const words = field(field(choice, "message"), "content");
  if (typeof words !== "string")
    return failed({ id: "settings.language-model.failure.no-completion", values: { host } });
  if (field(choice, "finish_reason") === "length")
    return failed({ id: "settings.language-model.failure.cut-off", values: {} });
  return { kind: "answered", words };
}

function statusMessage(status: number, body: string, host: string): StaffMessage {
  const error = field(parsed(body), "error");
  const told = typeof error === "string" ? error : field(error, "message");
  if (status === 401 || status === 403)
    return { id: "settings.language-model.failure.key", values: { host } };
  const code = String(status);
  if (typeof told !== "string")
    return { id: "settings.language-model.failure.status", values: { host, status: code } };
  const message = told.replace(/\s+/g, " ").trim().slice(0, 200);
  return {
    id: "settings.language-model.failure.status-with-message",
    values: { host, status: code, message },
  };
}

function faultMessage(error: unknown, { host, hostname }: URL, patience: number): StaffMessage {
  const name = error instanceof Error ? error.name : "";
  if (name === "TimeoutError")
    return {
      id: "settings.language-model.failure.time",
      values: { host, seconds: Math.round(patience / 100) / 10 },
    };
  const code = error instanceof Error ? field(error.cause, "code") : undefined;
  if (code === "ECONNREFUSED") return { id: "settings.language-model.failure.no-server", values: { host } };
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return { id: "settings.language-model.failure.not-found", values: { host: hostname } };
  return typeof code === "string"
    ? { id: "settings.language-model.failure.lost-with-code", values: { host, code } }
    : { id: "settings.language-model.failure.lost", values: { host } };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
