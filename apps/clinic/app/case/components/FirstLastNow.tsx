import type { FirstLastNow as Summary } from "@concord/practice";
import { useMessages } from "../../ui/frame/messages.ts";
import { Sentence } from "../../ui/index.ts";

/** First, last, now: one sentence, and the three figures it speaks of. */
export function FirstLastNow({ summary }: { readonly summary: Summary }) {
  const { of } = useMessages();
  const moments = (
    [
      ["First", summary.first],
      ["Last", summary.last],
      ["Now", summary.now],
    ] as const
  ).filter(([, moment]) => moment !== null);
  return (
    <div className="first-last-now">
      <Sentence>{of(summary.message)}</Sentence>
      {moments.length > 1 && (
        <dl className="moments">
          {moments.map(([name, moment]) => (
            <div key={name}>
              <dt>
                {name}, session {moment?.session}
              </dt>
              <dd>
                {Math.round(moment?.percent ?? 0)}
                <span className="soft"> of 100</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
