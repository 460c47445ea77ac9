const rightToLeft = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);

/** Which way a language is written, by its tag: `fa-AF` is `rtl`. */
export function directionOf(language: string): "rtl" | "ltr" {
  return rightToLeft.has(language.toLowerCase().split("-")[0] ?? "") ? "rtl" : "ltr";
}
