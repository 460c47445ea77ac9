import { signalSymbol } from "@concord/charts";
import type { Weight } from "@concord/signals";
import { useMessages } from "../frame/messages.ts";
import { Icon } from "./Icon.tsx";

/** How much attention something asks for: shape, word and, last, colour. */
export function WeightMark({ weight, number }: { readonly weight: Weight | null; readonly number?: number }) {
  const { text } = useMessages();
  if (weight === null) return <span className="weight weight-none">{text("caseload.row.no-signals")}</span>;
  return (
    <span className={`weight weight-${weight}`}>
      <Icon svg={signalSymbol(weight, number)} />
      {text(`signals.severity.${weight}`)}
    </span>
  );
}
