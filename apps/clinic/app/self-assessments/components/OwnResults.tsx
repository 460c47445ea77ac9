import type { Reflection } from "@concord/practice";
import { FormattedDate } from "../../ui/index.ts";

/** What a therapist said of themselves: where each scale lies in its range, and no verdict. Earlier ones fold away. */
export function OwnResults(props: { readonly results: readonly Reflection[]; readonly none: string }) {
  const [newest, ...earlier] = props.results;
  if (newest === undefined) return <p className="soft">{props.none}</p>;
  return (
    <>
      <Result result={newest} />
      {earlier.length > 0 && (
        <details className="details">
          <summary>{earlier.length === 1 ? "One earlier" : `${earlier.length} earlier`}</summary>
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
  return (
    <div className="own-result">
      <p className="soft small">
        {result.client !== null && `${result.client}, `}
        <FormattedDate at={result.at.slice(0, 10)} />
      </p>
      {result.scales.length === 0 && <p>Too little was answered to say anything.</p>}
      <dl>
        {result.scales.map(({ title, score }) => (
          <div key={score.scale}>
            <dt>{title}</dt>
            <dd>
              <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect className="own-range" width="100" height="8" />
                <rect className="own-value" width={score.percent} height="8" />
              </svg>
              {Number(score.value.toFixed(1))}{" "}
              <span className="soft">
                on {score.minimum} to {score.maximum}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
