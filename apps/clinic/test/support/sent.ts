import assert from "node:assert/strict";
import type { Accounts } from "../../server/accounts.ts";

/** One browser without a page: its cookies, and requests as its forms would send them. */
export interface Sender {
  readonly get: (path: string) => Promise<Response>;
  readonly post: (path: string, fields: Readonly<Record<string, string>>) => Promise<Response>;
  readonly cookie: () => string;
}

export function sender(url: string, cookie = ""): Sender {
  const jar = new Map(
    cookie
      .split("; ")
      .filter((one) => one !== "")
      .map((one) => [one.slice(0, one.indexOf("=")), one.slice(one.indexOf("=") + 1)]),
  );
  const header = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const send = async (path: string, init: RequestInit) => {
    const answer = await fetch(url + path, {
      ...init,
      redirect: "manual",
      headers: { origin: url, cookie: header() },
    });
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ""] = set.split(";");
      const at = pair.indexOf("=");
      if (/max-age=0/i.test(set)) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  };
  return {
    get: (path) => send(path, {}),
    post: (path, fields) => send(path, { method: "POST", body: new URLSearchParams(fields) }),
    cookie: header,
  };
}

/** Somebody signed in, without their page. */
export async function signedIn(
  { url, clinic }: { readonly url: string; readonly clinic: { readonly accounts: Accounts } },
  email: string,
  word: string,
): Promise<Sender> {
  const caller = { request: new Request(url), address: "203.0.113.1" };
  const entry = await clinic.accounts.enter(caller, email, word);
  assert.equal(entry.kind, "in", email);
  const cookies = entry.kind === "in" ? entry.cookies : [];
  return sender(url, cookies.map((one) => one.split(";")[0]).join("; "));
}
