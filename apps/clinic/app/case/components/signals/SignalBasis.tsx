import type { NamedFigure, Why } from "@concord/signals";
import { ClaimLinks } from "../../../ui/clinical/ClaimLinks.tsx";
import { useMessages } from "../../../ui/frame/messages.ts";
import { RichText } from "../../../ui/frame/RichText.tsx";
import { markup } from "../markup.tsx";
import { BasisList } from "./BasisList.tsx";

/** Why a signal is shown: observed values, the rule with version and settings, and its evidence. */
export function SignalBasis({ why }: { readonly why: Why }) {
  const { of, text, written } = useMessages();
  const { rule, observed, parameters, claims } = why;
  return (
    <details className="details details-small">
      <summary>{text("case.signals.why")}</summary>
      <div className="basis">
        <p>
          <RichText
            id="case.signals.rule-heading"
            values={{ title: written(rule.title), question: rule.question }}
            tags={{ strong: markup.strong }}
          />
        </p>
        <dl className="facts">
          <dt>{text("case.signals.rule")}</dt>
          <dd>{text("case.signals.rule.version", { rule: rule.detector, version: String(rule.version) })}</dd>
          <Figures title={text("case.signals.observed")} figures={observed.named} />
          <Figures title={text("case.signals.settings")} figures={parameters} />
          {claims.length > 0 && (
            <>
              <dt>{text("case.signals.claims")}</dt>
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
  const { written, format } = useMessages();
  if (props.figures.length === 0) return null;
  // Two decimals where one would hide the difference to a threshold.
  const shown = (value: number) =>
    format
      .number(value, { maximumFractionDigits: Math.abs(value) < 10 ? 2 : 1, signDisplay: "negative" })
      .replace("-", "−");
  return (
    <>
      <dt>{props.title}</dt>
      <dd>
        {props.figures.map(({ label, value }, index) => (
          <span key={written(label)}>
            {index > 0 && "; "}
            {written(label)} <span className="figures">{shown(value)}</span>
          </span>
        ))}
      </dd>
    </>
  );
}
