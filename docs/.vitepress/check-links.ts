/** Checks every link of the built site: pages, files, and the headings that links name. Exits 1 if one is dead. */
import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "dist");
const idsOf = new Map<string, ReadonlySet<string>>();

function idsIn(file: string): ReadonlySet<string> {
  let ids = idsOf.get(file);
  if (ids === undefined) {
    ids = new Set([...readFileSync(file, "utf8").matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id ?? ""));
    idsOf.set(file, ids);
  }
  return ids;
}

/** Returns the file that an address of the site leads to, or null. */
function fileOf(address: string, from: string): string | null {
  const target = address.startsWith("/")
    ? path.join(root, address)
    : path.resolve(path.dirname(from), address === "" ? path.basename(from) : address);
  for (const file of [target, `${target}.html`, path.join(target, "index.html")])
    if (existsSync(file) && statSync(file).isFile()) return file;
  return null;
}

const dead: string[] = [];
let links = 0;
for (const page of globSync("**/*.html", { cwd: root, exclude: ["api/**"] })) {
  const file = path.join(root, page);
  for (const [, href = ""] of readFileSync(file, "utf8").matchAll(
    /<(?:a|img|link|script)\b[^>]*?\s(?:href|src)="([^"]*)"/g,
  )) {
    const link = href.replaceAll("&amp;", "&");
    if (/^(?:mailto:|data:)/.test(link)) continue;
    links += 1;
    if (/^(?:https?:)?\/\//.test(link)) continue;
    const [address = "", heading = ""] = link.split("#");
    const target = fileOf(decodeURI(address), file);
    if (target === null) dead.push(`${page}: ${link}`);
    else if (heading !== "" && !idsIn(target).has(decodeURIComponent(heading)))
      dead.push(`${page}: ${link} (no such heading)`);
  }
  // Nothing is loaded from another machine.
  for (const [tag] of readFileSync(file, "utf8").matchAll(
    /<(?:script|link|img)\b[^>]*(?:src|href)="(?:https?:)?\/\/[^>]*>/g,
  ))
    dead.push(`${page}: loads from another host: ${tag.slice(0, 120)}`);
}
if (links === 0) dead.push("the site has no links: it was not built");
for (const line of dead) console.error(line);
console.log(`${links} links checked, ${dead.length} dead`);
process.exitCode = dead.length > 0 ? 1 : 0;
