/** A small drawing of the charts in the middle of a line. Concord composed and escaped it. */
export function Icon({ svg }: { readonly svg: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: marks are strings of SVG, composed by the charts
  return <span className="glyph" dangerouslySetInnerHTML={{ __html: svg }} />;
}
