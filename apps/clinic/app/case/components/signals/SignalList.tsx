import { raterWords, type SignalKey, signalKeys } from "@concord/charts";
import type { Signal, Why } from "@concord/signals";
import { WeightMark } from "../../../ui/clinical/WeightMark.tsx";
import { useMessages } from "../../../ui/frame/messages.ts";
import { RaterMark } from "../../../ui/index.ts";
import { SignalBasis } from "./SignalBasis.tsx";

export interface Explained {
  readonly signal: Signal;
  readonly why: Why;
  /** Whether it reaches into the latest ratings. */
  readonly current: boolean;
}

/** What the rules found, numbered as in the chart: first what still matters, then what is history. */
export function SignalList({ explained }: { readonly explained: readonly Explained[] }) {
  const keys = [...signalKeys(explained.map(({ signal }) => signal))].reverse();
  if (keys.length === 0) return <p className="soft">No rule found anything in these ratings.</p>;
  const current = new Set(explained.filter((each) => each.current).map(({ signal }) => signal));
  const isNow = (key: SignalKey) => key.signals.some((signal) => current.has(signal));
  const now = keys.filter(isNow);
  const earlier = keys.filter((key) => !isNow(key));
  return (
    <>
      {now.length === 0 ? (
        <p className="soft">Nothing that was found reaches into the latest ratings.</p>
      ) : (
        <SignalKeys keys={now} explained={explained} />
      )}
      {earlier.length > 0 && (
        <details className="details">
          <summary>
            History: {earlier.length === 1 ? "one earlier session" : `${earlier.length} earlier sessions`}
          </summary>
          <SignalKeys keys={earlier} explained={explained} />
        </details>
      )}
    </>
  );
}

function SignalKeys(props: {
  readonly keys: readonly SignalKey[];
  readonly explained: readonly Explained[];
}) {
  const { of } = useMessages();
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
                {of(signal.message)} <SignalAside signal={signal} />
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
      <RaterMark rater={signal.rater}>{raterWords[signal.rater]}’s form</RaterMark>
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
