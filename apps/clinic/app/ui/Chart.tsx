/** Drawings that Concord itself composed and escaped (its charts). Nothing a person wrote may come here raw. */
export function Chart({ svg }: { readonly svg: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: charts are strings of SVG, escaped where they are composed
  return <div className="drawing" dangerouslySetInnerHTML={{ __html: svg }} />;
}
