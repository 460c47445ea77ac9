import type { RequestHandler } from "express";

/** One line a request: when, what, how it ended, how long. No address, no token, no name. */
export function requestLog(write: (line: string) => void): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    response.on("finish", () => {
      const took = Math.round(performance.now() - began);
      const what = `${request.method} ${patternOf(request.path)}`;
      write(`${new Date().toISOString()} ${what} ${response.statusCode} ${took}ms\n`);
    });
    next();
  };
}

/** The first words of an address are ours; what follows may name someone or open something. */
export function patternOf(path: string): string {
  const [, first = "", ...rest] = path.replace(/\.data$/, "").split("/");
  const known = /^[a-z-]{1,20}$/.test(first) && (first.length > 1 || first === "f") ? first : first && ":";
  return `/${[known, ...rest.map((part) => (plainWords.has(part) ? part : ":"))].join("/")}`;
}

const plainWords = new Set(["items", "notes", "staff", "wordings", "code"]);
