import type { Sign } from "@concord/course";
import type { RelationshipView } from "@concord/practice";
import { useMessages } from "../../../ui/frame/messages.ts";
import { RichText } from "../../../ui/frame/RichText.tsx";
import { Notice } from "../../../ui/index.ts";
import { markup } from "../markup.tsx";
import { Meter } from "./Meter.tsx";

/** The client's attachment to this therapist: three scales, five features, and signs of pseudo-secure attachment. */
export function BondParts(props: {
  readonly bond: RelationshipView["bond"];
  /** What may be addressed where attachment may be pseudo-secure. */
  readonly takeUp: string;
}) {
  const { text } = useMessages();
  const { bond, takeUp } = props;
  const latest = bond.sides[0];
  if (latest === undefined) return <p className="soft small">{text("relationship.bond.none")}</p>;
  return (
    <section className="stack stack-tight">
      <h3>{text("relationship.bond.title", { session: latest.session })}</h3>
      {bond.pattern === "worth-asking" ? (
        <Notice tone="note" title={text("relationship.bond.pseudo-secure")}>
          <p>{takeUp}</p>
          <SignList signs={bond.signs} />
        </Notice>
      ) : (
        <p>{text(`relationship.bond.pattern.${bond.pattern}`)}</p>
      )}
      {bond.strongerAndWiser !== null && (
        <p>
          {text(`relationship.bond.stronger.${bond.strongerAndWiser.level}`, {
            score: Math.round(bond.strongerAndWiser.percent),
            session: bond.strongerAndWiser.session,
          })}
        </p>
      )}
      <dl className="meters">
        {bond.sides.map(({ side, percent, before }) => (
          <Meter
            key={side}
            label={text(`relationship.bond.side.${side}`)}
            percent={percent}
            {...(before === null
              ? {}
              : {
                  aside: text("relationship.bond.before", {
                    score: Math.round(before.percent),
                    session: before.session,
                  }),
                })}
          />
        ))}
      </dl>
      {bond.features !== null && (
        <details className="details details-small">
          <summary>{text("relationship.bond.features")}</summary>
          <div className="stack">
            <dl className="meters">
              {bond.features.map(({ feature, percent, items }) => (
                <Meter
                  key={feature}
                  label={text(`relationship.bond.feature.${feature}`)}
                  percent={percent}
                  {...(percent === null && {
                    aside: text(
                      items.length === 0
                        ? "relationship.bond.features.no-item"
                        : "relationship.bond.features.not-answered",
                    ),
                  })}
                />
              ))}
            </dl>
            <p className="soft small">{text("relationship.bond.features.about")}</p>
          </div>
        </details>
      )}
    </section>
  );
}

const stateOf = { there: "there", "not-there": "absent", "not-known": "unknown" } as const;

function SignList({ signs }: { readonly signs: readonly Sign[] }) {
  const { text } = useMessages();
  return (
    <ul className="signs">
      {signs.map(({ sign, state }) => (
        <li key={sign}>
          <RichText
            id="relationship.bond.sign"
            values={{ sign: text(`relationship.bond.sign.${sign}`), state: stateOf[state] }}
            tags={{ soft: markup.soft }}
          />
        </li>
      ))}
    </ul>
  );
}
