import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import type { RequestHandler } from "express";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

interface File {
  readonly type: string;
  readonly plain: Buffer;
  /** Squeezed once, when first asked for. */
  readonly squeezed: Partial<Record<Encoding, Promise<Buffer>>>;
}

type Encoding = "br" | "gzip";

export type Files = ReadonlyMap<string, File>;

/** The smaller one first, whatever order the browser names them in. */
const encodings: readonly Encoding[] = ["br", "gzip"];

const squeeze: Readonly<Record<Encoding, (plain: Buffer) => Promise<Buffer>>> = {
  br: promisify(brotliCompress),
  gzip: promisify(gzip),
};

/** The pages’ files by address, read whole: a newer build next to a running server takes nothing from it. */
export function readFiles(folder: string): Files {
  const files = new Map<string, File>();
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const full = path.join(folder, name);
    const type = types[path.extname(name)];
    if (type === undefined || !statSync(full).isFile()) continue;
    files.set(`/${name.split(path.sep).join("/")}`, { type, plain: readFileSync(full), squeezed: {} });
  }
  return files;
}

/** Serves them as small as the browser takes them. What `/assets` names by its content never changes. */
export function serveFiles(files: Files): RequestHandler {
  return async (request, response, next) => {
    const file = request.method === "GET" || request.method === "HEAD" ? files.get(request.path) : undefined;
    if (file === undefined) return next();
    const encoding = encodings.find((one) => request.acceptsEncodings(one));
    const isHashed = request.path.startsWith("/assets/");
    response.set({
      "Content-Type": file.type,
      "Cache-Control": isHashed ? "public, max-age=31536000, immutable" : "public, max-age=3600",
      Vary: "Accept-Encoding",
    });
    if (encoding === undefined) return void response.end(file.plain);
    file.squeezed[encoding] ??= squeeze[encoding](file.plain);
    response.set("Content-Encoding", encoding);
    response.end(await file.squeezed[encoding]);
  };
}
