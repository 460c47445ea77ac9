import { chartStyles, dark, light, paletteProperties } from "@concord/charts";
import type { Plugin } from "postcss";

/**
 * `--palette: light` and `--palette: dark` in a style sheet become the custom properties of the house's
 * palette, so that a colour is written down once for charts, pages and reports; a rule that
 * holds `--chart-styles` gives way to the rules of the drawings themselves.
 */
export function paletteRule(): Plugin {
  return {
    postcssPlugin: "palette-rule",
    Declaration: {
      "--chart-styles"(declaration, { parse }) {
        declaration.parent?.replaceWith(parse(chartStyles(), { from: "charts" }).nodes);
      },
      "--palette"(declaration, { parse }) {
        const palette = { light, dark }[declaration.value.trim()];
        if (palette === undefined)
          throw declaration.error(`--palette requires light or dark: ${declaration.value}`);
        const rule = parse(`x{${paletteProperties(palette)}}`, { from: "palette" }).first;
        if (rule?.type === "rule") declaration.replaceWith(rule.nodes);
      },
    },
  };
}
