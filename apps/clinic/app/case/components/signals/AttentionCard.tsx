import type { Attention } from "@concord/signals";
import { WeightMark } from "../../../ui/clinical/WeightMark.tsx";
import { useMessages } from "../../../ui/frame/messages.ts";
import { Card } from "../../../ui/index.ts";

/** What needs attention, in order: the same list as on the caseload. Safety answers have their own card above it until they are closed. */
export function AttentionCard({ attention }: { readonly attention: Attention }) {
  const { of, text } = useMessages();
  if (attention.items.length === 0 && attention.suspended.length === 0) {
    if (attention.headline.id === "stored.headline.none") return null;
    return <p>{text("case.attention.none", { line: attention.headline })}</p>;
  }
  const items = attention.items.filter((item) => item.kind !== "safety" || item.review === "closed");
  return (
    <Card id="attention" title={text("case.card.attention")}>
      {items.length === 0 ? (
        <p>{text(attention.items.length === 0 ? "case.attention.nothing" : "case.attention.safety-first")}</p>
      ) : (
        <ul className="attention">
          {items.map((item) => (
            <li key={item.id}>
              <p className="signal-head">
                <WeightMark weight={item.weight} />
                <span className="soft">{text(`case.attention.kind.${item.kind}`)}</span>
              </p>
              <p>{of(item.message)}</p>
            </li>
          ))}
        </ul>
      )}
      {attention.suspended.map(({ because, message }) => (
        <p key={because} className="attention-paused">
          {of(message)}
        </p>
      ))}
    </Card>
  );
}
