import { defineConfig } from "vitepress";

const page = (text: string, link: string) => ({ text, link });

export default defineConfig({
  title: "Concord",
  description: "Open, self-hosted software for the therapeutic alliance: guides, methods, commands and API.",
  lang: "en-GB",
  srcExclude: ["images/**", "examples/**"],
  outDir: ".vitepress/dist",
  cacheDir: "node_modules/.cache/vitepress",
  metaChunk: true,
  head: [["link", { rel: "icon", href: "/mark.svg", type: "image/svg+xml" }]],
  markdown: { math: false },
  themeConfig: {
    search: { provider: "local" },
    outline: [2, 3],
    nav: [
      page("Guides", "/guide/therapist"),
      page("Self-hosting", "/self-hosting"),
      page("Methods", "/methods"),
      page("Commands", "/cli"),
      { text: "API", link: "/api/index.html", target: "_self" },
    ],
    sidebar: [
      {
        text: "Guides",
        items: [
          page("Clients", "/guide/client"),
          page("Therapists", "/guide/therapist"),
          page("Supervisors", "/guide/supervisor"),
          page("Group leaders", "/guide/group-leader"),
          page("Administrators", "/guide/administrator"),
          page("Researchers", "/guide/researcher"),
          page("Scholars", "/guide/scholar"),
        ],
      },
      {
        text: "Self-hosting",
        items: [page("Install and operate", "/self-hosting"), page("Data protection", "/data-protection")],
      },
      {
        text: "Methods",
        items: [
          page("Formulas and sources", "/methods"),
          page("What needs attention", "/methods/attention"),
          page("Outcome: on track or not", "/methods/outcome"),
          page("Detection rules", "/signals"),
          page("Results with real data", "/real-data"),
        ],
      },
      {
        text: "Commands",
        items: [
          page("All commands", "/cli"),
          page("Tables", "/tables"),
          page("Multilevel models", "/multilevel"),
          page("Change", "/change"),
          page("Mediation and moderation", "/mediation"),
          page("Dyads", "/dyads"),
          page("Round robins", "/round-robin"),
          page("Reliability and structure", "/reliability"),
          page("Meta-analysis", "/synthesize"),
          page("Library", "/library"),
        ],
      },
    ],
    docFooter: { prev: "Previous", next: "Next" },
  },
});
