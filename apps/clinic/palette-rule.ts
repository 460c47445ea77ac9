import { dark, light, paletteProperties } from "@concord/charts";
import type { Plugin } from "postcss";

/**
 * `--palette: light` and `--palette: dark` in a style sheet become the custom properties of the house's
 * palette, so that a colour is written down once for charts, pages and reports.
 */
export function paletteRule(): Plugin {
  return {
    postcssPlugin: "palette-rule",
    Declaration: {
      "--palette"(declaration, { parse }) {
        const palette = { light, dark }[declaration.value.trim()];
        if (palette === undefined)
          throw declaration.error(`--palette requires light or dark: ${declaration.value}`);
        const rule = parse(`x{${paletteProperties(palette)}}`).first;
        if (rule?.type === "rule") declaration.replaceWith(rule.nodes);
      },
    },
  };
}
