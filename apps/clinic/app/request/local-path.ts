/** A path of this site to go back to, or `/`: never another host, never a scheme, and never the data of a page instead of the page. */
export function localPath(value: unknown): string {
  if (typeof value !== "string" || !/^\/(?![/\\])[^\s\\]*$/.test(value)) return "/";
  return value.replace(/\.data(?=$|\?)/, "");
}
