import { reactRouter } from "@react-router/dev/vite";
import { defineConfig, type Plugin } from "vite";
import { chartRules } from "./chart-rules.ts";

/**
 * On the server the rooms are not bundled: they run from source, and the pages share one copy of each
 * with the process that serves them. `@concord/clinic/context` is the key the two meet by.
 */
const roomsFromSource: Plugin = {
  name: "rooms-from-source",
  enforce: "pre",
  resolveId(id) {
    return this.environment.name === "ssr" && id.startsWith("@concord/") ? { id, external: true } : null;
  },
};

export default defineConfig({
  plugins: [roomsFromSource, reactRouter()],
  css: { postcss: { plugins: [chartRules()] } },
  build: { assetsInlineLimit: 0, reportCompressedSize: false },
  clearScreen: false,
});
