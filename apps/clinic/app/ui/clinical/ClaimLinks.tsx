import { claimTitle } from "@concord/evidence";
import { Link } from "react-router";
import { useMessages } from "../frame/messages.ts";

/** The claims that a signal or a card rests on, each a way on to its studies. */
export function ClaimLinks({ claims }: { readonly claims: readonly string[] }) {
  const { written } = useMessages();
  return claims.map((claim, index) => (
    <span key={claim}>
      {index > 0 && "; "}
      <Link to={`/evidence/claim/${claim}`}>{written(claimTitle(claim) ?? claim)}</Link>
    </span>
  ));
}
