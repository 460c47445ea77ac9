import { type SignalKey, signalKeys } from "@concord/charts";
import type { Signal, Why } from "@concord/signals";
import { WeightMark } from "../../../ui/clinical/WeightMark.tsx";
import { useMessages } from "../../../ui/frame/messages.ts";
import { RaterMark } from "../../../ui/index.ts";
import { SignalBasis } from "./SignalBasis.tsx";

export interface Explained {
  readonly signal: Signal;
  readonly why: Why;
  /** Whether it still holds in the latest ratings. */
  readonly current: boolean;
}

/** The signals, numbered as in the chart: current ones first, then earlier ones. */
export function SignalList({ explained }: { readonly explained: readonly Explained[] }) {
  const { text } = useMessages();
  const keys = [...signalKeys(explained.map(({ signal }) => signal))].reverse();
  if (keys.length === 0) return <p className="soft">{text("case.signals.none")}</p>;
  const current = new Set(explained.filter((each) => each.current).map(({ signal }) => signal));
  const isCurrent = (key: SignalKey) => key.signals.some((signal) => current.has(signal));
  const earlier = keys.filter((key) => !isCurrent(key));
  return (
    <>
      {keys.length === earlier.length ? (
        <p className="soft">{text("case.signals.none-current")}</p>
      ) : (
        <SignalKeys keys={keys.filter(isCurrent)} explained={explained} />
      )}
      {earlier.length > 0 && (
        <details className="details">
          <summary>{text("case.signals.earlier", { count: earlier.length })}</summary>
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
  const { of, text } = useMessages();
  const whyOf = new Map(props.explained.map(({ signal, why }) => [signal, why]));
  return (
    <ol className="signals divided">
      {props.keys.map((key) => (
        <li key={key.number} className="signal" id={`signal-${key.number}`}>
          <p className="signal-head">
            <WeightMark weight={key.weight} number={key.number} />
            <span className="soft">{text("case.signals.session", { session: key.session })}</span>
          </p>
          {key.signals.map((signal) => {
            const why = whyOf.get(signal);
            return (
              <div key={`${signal.detector}-${signal.rater}-${signal.scale}`} className="signal-finding">
                <p>
                  {of(signal.message)} <SignalAside signal={signal} />
                </p>
                {why !== undefined && <SignalBasis why={why} />}
              </div>
            );
          })}
        </li>
      ))}
    </ol>
  );
}

function SignalAside({ signal }: { readonly signal: Signal }) {
  const { text } = useMessages();
  return (
    <span className="signal-aside">
      <RaterMark rater={signal.rater}>
        {text("case.signals.questionnaire", { rater: signal.rater })}
      </RaterMark>
      {signal.repairedAt !== undefined && (
        <span className="badge badge-good">
          {text("case.signals.recovered", { session: signal.repairedAt })}
        </span>
      )}
      {signal.provisional && <span className="badge">{text("case.signals.provisional")}</span>}
    </span>
  );
}
