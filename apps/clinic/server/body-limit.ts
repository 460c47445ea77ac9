import type { RequestHandler } from "express";

/** A form is a few kilobytes; a wording pack or a table of ratings may be larger. */
const small = 64 * 1024;
const large = 8 * 1024 * 1024;
const largePaths = ["/settings", "/import"];

/** Refuses a body that is too large, or will not say how large it is, before a byte of it is read. */
export function bodyLimit(): RequestHandler {
  return (request, response, next) => {
    if (request.method === "GET" || request.method === "HEAD") return next();
    const declared = request.headers["content-length"];
    if (declared === undefined || request.headers["transfer-encoding"] !== undefined)
      return void response.status(411).type("text").send("Please say how long the request is.\n");
    const limit = largePaths.some((path) => request.path.startsWith(path)) ? large : small;
    if (Number(declared) <= limit) return next();
    response
      .status(413)
      .type("text")
      .send(`At most ${limit / 1024} KB can be sent here.\n`);
  };
}
