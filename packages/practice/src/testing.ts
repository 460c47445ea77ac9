import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export { freePort, serveMail, type TestMailServer } from "./testing-mail.ts";

/** What a test's server does with a question. */
export interface ServedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON. */
  readonly body?: string | object;
  /** Milliseconds before it answers; never, where it is Infinity. */
  readonly after?: number;
}

/** A question as it came over the wire. */
export interface AskedOfModel {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

/** A real little server on this machine, in the place of a scholar's own. */
export interface ModelServer {
  readonly url: string;
  readonly asked: readonly AskedOfModel[];
  readonly close: () => Promise<void>;
}

/** Starts one; `answer` is called for each question, with its number from 0. */
export async function serveModel(
  answer: (number: number) => ServedAnswer | Promise<ServedAnswer>,
): Promise<ModelServer> {
  const asked: AskedOfModel[] = [];
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    asked.push({ path: request.url ?? "", headers: request.headers, body });
    const { status = 200, headers = {}, body: sent = "", after = 0 } = await answer(asked.length - 1);
    if (after === Number.POSITIVE_INFINITY) return;
    await new Promise((resolve) => setTimeout(resolve, after));
    response.writeHead(status, { "Content-Type": "application/json", ...headers });
    response.end(typeof sent === "string" ? sent : JSON.stringify(sent));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A chat completion with this sentence, as llama.cpp, Ollama and vLLM send one. */
export const completion = (content: string, finish = "stop"): ServedAnswer => ({
  body: {
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1,
    model: "small",
    choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: finish }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  },
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}
