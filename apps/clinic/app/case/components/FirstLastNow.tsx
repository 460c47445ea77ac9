import type { FirstLastNow as Summary } from "@concord/practice";
import { useMessages } from "../../ui/frame/messages.ts";
import { RichText } from "../../ui/frame/RichText.tsx";
import { Sentence } from "../../ui/index.ts";

/** The first, the previous and the latest rating: a summary, and the three ratings. */
export function FirstLastNow({ summary }: { readonly summary: Summary }) {
  const { of, text } = useMessages();
  const moments = (
    [
      ["case.moments.first", summary.first],
      ["case.moments.previous", summary.last],
      ["case.moments.latest", summary.now],
    ] as const
  ).flatMap(([id, moment]) => (moment === null ? [] : [{ id, ...moment }]));
  return (
    <div className="first-last-now">
      <Sentence>{of(summary.message)}</Sentence>
      {moments.length > 1 && (
        <dl className="moments">
          {moments.map(({ id, session, percent }) => (
            <div key={id}>
              <dt>{text(id, { session })}</dt>
              <dd>
                <RichText
                  id="case.moments.score"
                  values={{ score: Math.round(percent) }}
                  tags={{
                    value: (inside) => inside,
                    unit: (inside) => <span className="soft">{inside}</span>,
                  }}
                />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
