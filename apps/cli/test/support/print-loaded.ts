import { registerHooks } from "node:module";

/** Prints every module of the packages that a process has loaded, on the error output, when it ends. */
const loaded = new Set<string>();
registerHooks({
  load: (url, context, next) => {
    const found = /\/(packages\/[^/]+)\/src\/(?:([^/]+)\/)?/.exec(url);
    if (found !== null) loaded.add(`${found[1]}${found[2] === undefined ? "" : `/${found[2]}`}`);
    return next(url, context);
  },
});
process.on("exit", () => console.error(`loaded: ${[...loaded].sort().join(" ")}`));
