import type { Config } from "@react-router/dev/config";

/** Every route is known from the first page on: no manifest to ask for, nothing to authorise twice. */
export default {
  ssr: true,
  routeDiscovery: { mode: "initial" },
} satisfies Config;
