import type { Squares } from "./code-squares.ts";

/** Dark on light in both themes: cameras expect it. */
export function QrCode({ squares, label }: { readonly squares: Squares; readonly label: string }) {
  const side = squares.size + 8;
  return (
    <svg className="qr-code" viewBox={`-4 -4 ${side} ${side}`} role="img" aria-label={label}>
      <rect x="-4" y="-4" width={side} height={side} fill="#ffffff" />
      <path d={squares.path} fill="#000000" />
    </svg>
  );
}
