import { chartStyles, dark, light, paletteProperties } from "@concord/charts";
import type { Declaration, Plugin } from "postcss";

/**
 * What the charts already say is not said again in a style sheet. `--palette: light` and `--palette: dark`
 * become the custom properties of the palette, and a rule that holds `--chart-styles: here` becomes
 * the rules by which charts are drawn.
 */
export function chartRules(): Plugin {
  return {
    postcssPlugin: "chart-rules",
    Declaration: {
      "--palette"(declaration, { parse }) {
        const palette = { light, dark }[declaration.value.trim()];
        if (palette === undefined)
          throw declaration.error(`--palette requires light or dark: ${declaration.value}`);
        const rule = parse(`x{${paletteProperties(palette)}}`, from(declaration)).first;
        if (rule?.type === "rule") declaration.replaceWith(rule.nodes);
      },
      "--chart-styles"(declaration, { parse }) {
        declaration.parent?.replaceWith(parse(chartStyles(), from(declaration)).nodes);
      },
    },
  };
}

/** Errors then point at the style sheet that asked. */
function from(declaration: Declaration): { readonly from: string | undefined } {
  return { from: declaration.source?.input.file };
}
