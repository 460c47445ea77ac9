import { create } from "qrcode";

/** A QR code as one SVG path on a grid of `size` squares. */
export interface Squares {
  readonly size: number;
  readonly path: string;
}

export function codeSquares(text: string): Squares {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const path: string[] = [];
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) path.push(`M${column} ${row}h1v1h-1z`);
  return { size: modules.size, path: path.join("") };
}
