import { reactRouter } from "@react-router/dev/vite";
import { defineConfig, type Plugin } from "vite";
import { chartRules } from "./chart-rules.ts";

/**
 * On the server the rooms are not bundled: they run from source, and the pages share one copy of each
 * with the process that serves them. `@concord/clinic/context` is the key the two meet by.
 */
const roomsFromSource: Plugin = {
  name: "rooms-from-source",
  apply: "build",
  enforce: "pre",
  resolveId(id) {
    return this.environment.name === "ssr" && id.startsWith("@concord/") ? { id, external: true } : null;
  },
};

/**
 * The same for `npm run dev`, where Vite would read a package's TypeScript itself: its module is loaded by Node, and the
 * pages get what it exports.
 */
const shared = globalThis as { concordPackages?: Map<string, Readonly<Record<string, unknown>>> };
// This file is read more than once in one process.
shared.concordPackages ??= new Map();
const loaded = shared.concordPackages;

const packagesOfNode: Plugin = {
  name: "packages-of-node",
  enforce: "pre",
  apply: "serve",
  resolveId(id) {
    return this.environment.name === "ssr" && id.startsWith("@concord/") ? `\0node:${id}` : null;
  },
  async load(id) {
    if (!id.startsWith("\0node:")) return null;
    const name = id.slice("\0node:".length);
    const module: Readonly<Record<string, unknown>> = await import(/* @vite-ignore */ name);
    loaded.set(name, module);
    const names = Object.keys(module).filter((each) => each !== "default");
    return `export const { ${names.join(", ")} } = globalThis.concordPackages.get(${JSON.stringify(name)});`;
  },
};

/** What most pages share comes in two files, not in one for each module: a page asks for a fraction of the files. */
const inFewFiles = [
  { name: "framework", test: /node_modules/, priority: 2, minShareCount: 5 },
  { name: "shared", priority: 1, minShareCount: 5 },
];

export default defineConfig({
  plugins: [roomsFromSource, packagesOfNode, reactRouter()],
  css: { postcss: { plugins: [chartRules()] } },
  build: { assetsInlineLimit: 0, reportCompressedSize: false },
  environments: {
    client: { build: { rolldownOptions: { output: { codeSplitting: { groups: inFewFiles } } } } },
  },
  clearScreen: false,
});
