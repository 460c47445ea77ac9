import type { Feature, SecurityPattern, SideOfBond, Sign } from "@concord/course";
import type { RelationshipView } from "@concord/practice";
import { Notice } from "../../../ui/index.ts";
import { Meter } from "./Meter.tsx";

/** The client's attachment to this therapist: three sides, five features, and whether the security may mislead. */
export function BondParts(props: {
  readonly bond: RelationshipView["bond"];
  /** What may be taken up where the security looks like more than it is. */
  readonly takeUp: string;
}) {
  const { bond, takeUp } = props;
  const latest = bond.sides[0];
  if (latest === undefined) {
    return <p className="soft small">How the client holds on to you has not been asked yet.</p>;
  }
  return (
    <section className="stack stack-tight">
      <h3>To you, as of session {latest.session}</h3>
      {bond.pattern === "worth-asking" ? (
        <Notice tone="note" title="The security may look like more than it is">
          <p>{takeUp}</p>
          <SignList signs={bond.signs} />
        </Notice>
      ) : (
        <p>{patternWords[bond.pattern]}</p>
      )}
      <dl className="meters">
        {bond.sides.map(({ side, percent, before }) => (
          <Meter
            key={side}
            label={sideWords[side]}
            percent={percent}
            {...(before === null
              ? {}
              : { aside: `(${Math.round(before.percent)} in session ${before.session})` })}
          />
        ))}
      </dl>
      {bond.features !== null && (
        <details className="details details-small">
          <summary>The five features of an attachment to a therapist</summary>
          <div className="stack">
            <dl className="meters">
              {bond.features.map(({ feature, percent, items }) => (
                <Meter
                  key={feature}
                  label={featureWords[feature]}
                  percent={percent}
                  {...(percent === null && {
                    aside: items.length === 0 ? "no question asks for it" : "not answered",
                  })}
                />
              ))}
            </dl>
            <p className="soft small">
              Two questions each, from a form that is not validated yet. Not every therapy calls on all five.
            </p>
          </div>
        </details>
      )}
    </section>
  );
}

function SignList({ signs }: { readonly signs: readonly Sign[] }) {
  return (
    <ul className="signs">
      {signs.map(({ sign, state }) => (
        <li key={sign}>
          {signWords[sign]}: <span className="soft">{stateWords[state]}</span>
        </li>
      ))}
    </ul>
  );
}

const sideWords: Readonly<Record<SideOfBond["side"], string>> = {
  secure: "Secure",
  avoidant: "Wary",
  preoccupied: "Preoccupied",
};

const patternWords: Readonly<Record<SecurityPattern, string>> = {
  "worth-asking": "",
  settled:
    "A security that can bear distance. That it has come is a sign that the work nears its end, not a condition for it.",
  "not-secure": "Not secure, or not yet. It need not be, for the work to go on.",
  open: "Secure by their own account; whether it can bear disagreement is not settled.",
  "not-measured": "How secure the client feels with you has not been answered yet.",
};

const signWords: Readonly<Record<Sign["sign"], string>> = {
  "secure-high": "High security with you",
  "preoccupied-high": "Wishes to be closer than the setting allows",
  "insecure-elsewhere": "Insecure with others",
  "alliance-at-ceiling": "Nothing but best marks",
  "depth-low": "Sessions that stay on the surface",
};

const stateWords: Readonly<Record<Sign["state"], string>> = {
  there: "yes",
  "not-there": "no",
  "not-known": "not known",
};

const featureWords: Readonly<Record<Feature, string>> = {
  "stronger-and-wiser": "Stronger and wiser",
  proximity: "Seeks to be near",
  "safe-haven": "Safe haven",
  "secure-base": "Secure base",
  separation: "Fears the parting",
};
