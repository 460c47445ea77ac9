import { numberWords } from "@concord/charts";
import type { Signal } from "@concord/signals";
import { BasisList } from "./BasisList.tsx";

/** Why a signal is there: the rule, its version, its figures and parameters, and what it stands on. */
export function SignalBasis({ signal }: { readonly signal: Signal }) {
  return (
    <details className="details details-small">
      <summary>Why, and on what basis</summary>
      <div className="basis">
        <dl className="facts">
          <dt>Rule</dt>
          <dd>
            {signal.detector}, version {signal.version}
            {signal.provisional && ", provisional: its limits are not settled in the literature"}
          </dd>
          <Figures title="Figures" figures={signal.figures} />
          <Figures title="Set to" figures={signal.parameters} />
          {signal.because.length > 0 && (
            <>
              <dt>Claims</dt>
              <dd>{signal.because.join(", ")}</dd>
            </>
          )}
        </dl>
        <BasisList basis={signal.basis} />
      </div>
    </details>
  );
}

function Figures(props: { readonly title: string; readonly figures: Readonly<Record<string, number>> }) {
  const figures = Object.entries(props.figures);
  if (figures.length === 0) return null;
  return (
    <>
      <dt>{props.title}</dt>
      <dd>
        {figures.map(([name, value], index) => (
          <span key={name}>
            {index > 0 && ", "}
            {spaced(name)} <span className="figures">{precise(value)}</span>
          </span>
        ))}
      </dd>
    </>
  );
}

function spaced(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll(/[-_]/g, " ")
    .toLowerCase();
}

/** Two decimals where one would hide the difference to a threshold. */
function precise(value: number): string {
  return Math.abs(value) < 10 ? String(Math.round(value * 100) / 100).replace("-", "−") : numberWords(value);
}
