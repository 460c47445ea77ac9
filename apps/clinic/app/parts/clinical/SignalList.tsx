import { raterWords, type SignalKey, signalKeys } from "@concord/charts";
import type { Signal, Why } from "@concord/signals";
import { RaterMark } from "../index.ts";
import { SignalBasis } from "./SignalBasis.tsx";
import { WeightMark } from "./WeightMark.tsx";

export interface Explained {
  readonly signal: Signal;
  readonly why: Why;
}

/** What the rules found, newest first, numbered as in the chart. Earlier findings fold away. */
export function SignalList({ explained }: { readonly explained: readonly Explained[] }) {
  const keys = [...signalKeys(explained.map(({ signal }) => signal))].reverse();
  if (keys.length === 0) return <p className="soft">No rule found anything in these ratings.</p>;
  const [recent, earlier] = [keys.slice(0, recentMost), keys.slice(recentMost)];
  return (
    <>
      <SignalKeys keys={recent} explained={explained} />
      {earlier.length > 0 && (
        <details className="details">
          <summary>
            {earlier.length === 1 ? "One earlier session" : `${earlier.length} earlier sessions`} with signals
          </summary>
          <SignalKeys keys={earlier} explained={explained} />
        </details>
      )}
    </>
  );
}

const recentMost = 4;

function SignalKeys(props: {
  readonly keys: readonly SignalKey[];
  readonly explained: readonly Explained[];
}) {
  const whyOf = new Map(props.explained.map(({ signal, why }) => [signal, why]));
  return (
    <ol className="signals divided">
      {props.keys.map((key) => (
        <li key={key.number} className="signal" id={`signal-${key.number}`}>
          <p className="signal-head">
            <WeightMark weight={key.weight} number={key.number} />
            <span className="soft">Session {key.session}</span>
          </p>
          {key.signals.map((signal) => (
            <div key={`${signal.detector}-${signal.rater}-${signal.scale}`} className="signal-finding">
              <p>
                {signal.sentence} <SignalAside signal={signal} />
              </p>
              <Because why={whyOf.get(signal)} />
            </div>
          ))}
        </li>
      ))}
    </ol>
  );
}

function SignalAside({ signal }: { readonly signal: Signal }) {
  return (
    <span className="signal-aside">
      <RaterMark rater={signal.rater}>{raterWords[signal.rater]}’s rating</RaterMark>
      {signal.repairedAt !== undefined && (
        <span className="badge badge-good">Regained in session {signal.repairedAt}</span>
      )}
      {signal.provisional && <span className="badge">Provisional rule</span>}
    </span>
  );
}

function Because({ why }: { readonly why: Why | undefined }) {
  return why === undefined ? null : <SignalBasis why={why} />;
}
