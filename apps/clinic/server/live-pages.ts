import type { Server } from "node:http";
import path from "node:path";
import type { RequestHandler } from "express";
import type { ServerBuild } from "react-router";

/** The pages as their sources are now, for whoever works on them. */
export interface LivePages {
  /** Serves the sources, and tells open pages what has changed. */
  readonly files: RequestHandler;
  readonly pages: () => Promise<ServerBuild>;
  readonly close: () => Promise<void>;
}

/** Returns the pages compiled by Vite as they are asked for; what changes is replaced in open pages. */
export async function livePages(server: Server): Promise<LivePages> {
  const { createServer } = await import("vite");
  const vite = await createServer({
    root: path.resolve(import.meta.dirname, ".."),
    appType: "custom",
    server: { middlewareMode: true, hmr: { server } },
  });
  return {
    files: vite.middlewares,
    pages: async () => (await vite.ssrLoadModule("virtual:react-router/server-build")) as ServerBuild,
    close: () => vite.close(),
  };
}
