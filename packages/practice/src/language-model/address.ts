import type { StaffMessage } from "@concord/messages";

/** Where a chat is completed, or why nothing is sent there. */
export type ModelAddress =
  | { readonly kind: "allowed"; readonly url: URL }
  | { readonly kind: "refused"; readonly message: StaffMessage };

/**
 * Reads the address of an OpenAI-compatible server: its root, its `/v1`, or the endpoint itself.
 *
 * llama.cpp, Ollama and vLLM all complete chats at `/v1/chat/completions`. Nothing leaves the machine unless whoever runs it
 * has allowed the host by name: an address on the network is someone else's reader of the library.
 */
export function modelAddress(given: string, hosts: readonly string[]): ModelAddress {
  const url = URL.canParse(given.trim()) ? new URL(given.trim()) : null;
  if (url === null || !["http:", "https:"].includes(url.protocol) || url.hostname === "")
    return refused({ id: "settings.language-model.problem.address", values: {} });
  if (url.username !== "" || url.password !== "")
    return refused({ id: "settings.language-model.problem.credentials", values: {} });
  const isNamed = hosts.some((host) => [url.host, url.hostname].includes(host.trim().toLowerCase()));
  if (!isLoopback(url.hostname) && !isNamed)
    return refused({ id: "settings.language-model.problem.host", values: { host: url.host } });
  const path = url.pathname.replace(/\/+$/, "");
  if (path === "") url.pathname = "/v1/chat/completions";
  else if (!path.endsWith("/chat/completions")) url.pathname = `${path}/chat/completions`;
  url.search = "";
  url.hash = "";
  return { kind: "allowed", url };
}

const refused = (message: StaffMessage): ModelAddress => ({ kind: "refused", message });

/** `URL` has already written every spelling of an IPv4 address as four numbers. */
function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}
