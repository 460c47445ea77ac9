import { scaleWords } from "@concord/charts";
import { claimTitle } from "@concord/evidence";
import { Link } from "react-router";

/** The claims that a signal or a card rests on, each a way on to its studies. */
export function ClaimLinks({ claims }: { readonly claims: readonly string[] }) {
  return claims.map((claim, index) => (
    <span key={claim}>
      {index > 0 && "; "}
      <Link to={`/evidence/claim/${claim}`}>{claimTitle(claim) ?? scaleWords(claim)}</Link>
    </span>
  ));
}
