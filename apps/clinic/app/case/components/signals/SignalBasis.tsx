import { numberWords } from "@concord/charts";
import type { NamedFigure, Why } from "@concord/signals";
import { ClaimLinks } from "../../../ui/clinical/ClaimLinks.tsx";
import { useMessages } from "../../../ui/frame/messages.ts";
import { BasisList } from "./BasisList.tsx";

/** Why a signal is there: what was seen, the rule and its version, its parameters, and what it stands on. */
export function SignalBasis({ why }: { readonly why: Why }) {
  const { of, written } = useMessages();
  const { rule, observed, parameters, claims } = why;
  return (
    <details className="details details-small">
      <summary>Why, and on what basis</summary>
      <div className="basis">
        <p>
          <strong>{written(rule.title)}.</strong> {of(rule.question)}
        </p>
        <dl className="facts">
          <dt>Rule</dt>
          <dd>
            {rule.detector}, version {rule.version}
          </dd>
          <Figures title="Seen" figures={observed.named} />
          <Figures title="Set to" figures={parameters} />
          {claims.length > 0 && (
            <>
              <dt>Claims</dt>
              <dd>
                <ClaimLinks claims={claims} />
              </dd>
            </>
          )}
        </dl>
        <p className="soft">{of(rule.standing)}</p>
        <BasisList basis={why.basis} />
      </div>
    </details>
  );
}

function Figures(props: { readonly title: string; readonly figures: readonly NamedFigure[] }) {
  const { written } = useMessages();
  if (props.figures.length === 0) return null;
  return (
    <>
      <dt>{props.title}</dt>
      <dd>
        {props.figures.map(({ label, value }, index) => (
          <span key={written(label)}>
            {index > 0 && "; "}
            {written(label)} <span className="figures">{precise(value)}</span>
          </span>
        ))}
      </dd>
    </>
  );
}

/** Two decimals where one would hide the difference to a threshold. */
function precise(value: number): string {
  return Math.abs(value) < 10 ? String(Math.round(value * 100) / 100).replace("-", "−") : numberWords(value);
}
