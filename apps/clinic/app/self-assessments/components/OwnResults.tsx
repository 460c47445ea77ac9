import type { Reflection } from "@concord/practice";
import { useMessages } from "../../ui/frame/messages.ts";

/** A therapist’s own results: each scale in its range, without a verdict. Earlier ones are in a section that opens. */
export function OwnResults(props: { readonly results: readonly Reflection[]; readonly none: string }) {
  const { text } = useMessages();
  const [newest, ...earlier] = props.results;
  if (newest === undefined) return <p className="soft">{props.none}</p>;
  return (
    <>
      <Result result={newest} />
      {earlier.length > 0 && (
        <details className="details">
          <summary>{text("reflections.result.earlier", { count: earlier.length })}</summary>
          <div className="stack">
            {earlier.map((result) => (
              <Result key={`${result.at} ${result.client}`} result={result} />
            ))}
          </div>
        </details>
      )}
    </>
  );
}

function Result({ result }: { readonly result: Reflection }) {
  const { text, format } = useMessages();
  return (
    <div className="own-result">
      <p className="soft small">
        {text("reflections.result.about", {
          client: result.client === null ? "none" : "other",
          clientName: result.client ?? "",
          at: result.at,
        })}
      </p>
      {result.scales.length === 0 && <p>{text("reflections.result.too-few")}</p>}
      <dl>
        {result.scales.map(({ title, score }) => (
          <div key={score.scale}>
            <dt>{title}</dt>
            <dd>
              <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect className="own-range" width="100" height="8" />
                <rect className="own-value" width={score.percent} height="8" />
              </svg>
              {format.number(score.value, { maximumFractionDigits: 1 })}{" "}
              <span className="soft">
                {text("reflections.result.range", { minimum: score.minimum, maximum: score.maximum })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
