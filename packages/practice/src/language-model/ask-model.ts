import type { ChatMessage } from "@concord/library";
import type { ModelAccess } from "../app-context.ts";

export interface ModelQuestion {
  readonly url: URL;
  readonly model: string;
  readonly messages: readonly ChatMessage[];
}

export type ModelAnswer =
  | { readonly kind: "answered"; readonly words: string }
  | { readonly kind: "failed"; readonly sentence: string };

/** More than any chat completion of a sentence; a server that sends more is no such server. */
const mostBytes = 1_000_000;
/** Room for a model that reasons before it answers. */
const mostTokens = 2_000;

/**
 * Asks an OpenAI-compatible server once and waits for the whole answer. Whatever goes wrong is one sentence: nobody
 * there, too slow, another answer than a chat completion. It is not led elsewhere by a redirect.
 */
export async function askModel(
  { url, model, messages }: ModelQuestion,
  { key, patience }: ModelAccess,
): Promise<ModelAnswer> {
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
    if (body === null) return failed(`${url.host} sent more than an answer; it was not read.`);
    if (response.status >= 300 && response.status < 400)
      return failed(`${url.host} sends to another address, which is not followed.`);
    return response.ok ? completionIn(body, url) : failed(statusWords(response.status, body, url));
  } catch (error) {
    return failed(faultWords(error, url, patience));
  }
}

const failed = (sentence: string): ModelAnswer => ({ kind: "failed", sentence });

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

function completionIn(body: string, url: URL): ModelAnswer {
  const choice = field(field(parsed(body), "choices"), "0");
  const words = field(field(choice, "message"), "content");
  if (typeof words !== "string")
    return failed(`What ${url.host} answers is not a chat completion. Is it an OpenAI-compatible server?`);
  if (field(choice, "finish_reason") === "length")
    return failed("The language model was cut off before its sentence ended.");
  return { kind: "answered", words };
}

function statusWords(status: number, body: string, url: URL): string {
  const error = field(parsed(body), "error");
  const told = typeof error === "string" ? error : field(error, "message");
  const reason =
    typeof told === "string" ? ` It says: ${told.replace(/\s+/g, " ").trim().slice(0, 200)}` : "";
  if (status === 401 || status === 403)
    return `${url.host} wants a key. Whoever runs Concord can give it as CONCORD_MODEL_KEY.`;
  return `${url.host} answers with status ${status}.${reason}`;
}

function faultWords(error: unknown, url: URL, patience: number): string {
  const name = error instanceof Error ? error.name : "";
  if (name === "TimeoutError")
    return `${url.host} has not answered within ${Math.round(patience / 100) / 10} seconds.`;
  const code = error instanceof Error ? field(error.cause, "code") : undefined;
  if (code === "ECONNREFUSED")
    return `Nothing answers at ${url.host}. Is the language model's server running?`;
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return `There is no ${url.hostname} on this network.`;
  return `The connection to ${url.host} did not hold${typeof code === "string" ? ` (${code})` : ""}.`;
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
