/** What a drawing puts where, read back from its text. */
export interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly places: readonly { readonly x: number; readonly y: number; readonly of: string }[];
}

/** Every corner of every mark, and the start and the least possible end of every text. */
export function drawnPlaces(svg: string): Drawn {
  const size = /viewBox="0 0 (\d+) (\d+)"/.exec(svg);
  const places: { x: number; y: number; of: string }[] = [];
  const put = (of: string, x: number, y: number) => places.push({ x, y, of });
  for (const [of, attributes = ""] of svg.matchAll(/<rect ([^>]*)>/g)) {
    const [x, y] = [read(attributes, "x"), read(attributes, "y")];
    put(of, x, y);
    put(of, x + read(attributes, "width"), y + read(attributes, "height"));
  }
  for (const [of, attributes = ""] of svg.matchAll(/<circle ([^>]*)>/g)) {
    const [x, y, r] = [read(attributes, "cx"), read(attributes, "cy"), read(attributes, "r")];
    put(of, x - r, y - r);
    put(of, x + r, y + r);
  }
  for (const [of, path = ""] of svg.matchAll(/<path [^>]*?d="([^"]+)"/g)) {
    let [x, y] = [0, 0];
    for (const [, command, numbers = ""] of path.matchAll(/([MLHVZ])([^MLHVZ]*)/g)) {
      const [first = 0, second = 0] = numbers.split(",").map(Number);
      if (command === "H") x = first;
      else if (command === "V") y = first;
      else if (command !== "Z") [x, y] = [first, second];
      put(of, x, y);
    }
  }
  for (const [of, attributes = "", inside = ""] of svg.matchAll(/<text ([^>]*)>(.*?)<\/text>/gs)) {
    const spans = [...inside.matchAll(/<tspan x="([^"]+)">(.*?)<\/tspan>/g)];
    const parts =
      spans.length > 0 ? spans.map(([, x, words]) => [Number(x), words]) : [[read(attributes, "x"), inside]];
    for (const [x, words] of parts as [number, string][]) {
      const letters = words.replace(/&[^;]+;/g, "x").trim().length;
      // Even narrow letters take a quarter of 11 pixels.
      const width = letters * 11 * 0.25;
      const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1] ?? "start";
      const from = anchor === "end" ? x - width : anchor === "middle" ? x - width / 2 : x;
      put(of, from, read(attributes, "y") - 8);
      put(of, from + width, read(attributes, "y") + 2);
    }
  }
  return { width: Number(size?.[1]), height: Number(size?.[2]), places };
}

function read(attributes: string, name: string): number {
  const found = new RegExp(`(?:^| )${name}="([^"]+)"`).exec(attributes);
  return found === null ? Number.NaN : Number(found[1]);
}

/** The words of a drawing as they are read aloud, one text a line. */
export function textsOf(svg: string): readonly string[] {
  return [...svg.matchAll(/<text [^>]*>(.*?)<\/text>/gs)].map(([, inside = ""]) =>
    inside.replace(/<[^>]+>/g, ""),
  );
}
