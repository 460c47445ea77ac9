import { signalSymbol, weightWords } from "@concord/charts";
import type { Weight } from "@concord/signals";
import { Glyph } from "./Glyph.tsx";

/** How much attention something asks for: shape, word and, last, colour. */
export function WeightMark({ weight, number }: { readonly weight: Weight | null; readonly number?: number }) {
  if (weight === null) return <span className="weight weight-none">Nothing stands out</span>;
  return (
    <span className={`weight weight-${weight}`}>
      <Glyph svg={signalSymbol(weight, number)} />
      {weightWords[weight]}
    </span>
  );
}
