export { dark, light, type Palette, paletteProperties } from "./palette.ts";
