import { clinicContext } from "@concord/clinic/context";
import { authorise, listClaims } from "@concord/practice";
import { heed } from "../access/heed.ts";
import { requireActor } from "../access/require-actor.ts";
import { ClaimList } from "../parts/evidence/ClaimList.tsx";
import { ClaimTools } from "../parts/evidence/ClaimTools.tsx";
import { claimCard } from "../parts/evidence/claim-card.server.ts";
import { claimQueryOf } from "../parts/evidence/claim-query.ts";
import { EvidenceHead } from "../parts/evidence/EvidenceHead.tsx";
import { ButtonLink, EmptyState, Page } from "../parts/index.ts";
import type { Route } from "./+types/evidence";

export const meta: Route.MetaFunction = () => [{ title: "Evidence · Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = await requireActor(asked, "read-evidence", { kind: "practice" });
  const { house } = asked.context.get(clinicContext);
  const query = claimQueryOf(new URL(asked.request.url).searchParams);
  const { claims, ...list } = await heed(listClaims(house, actor, query));
  return {
    ...list,
    query,
    claims: claims.map(claimCard),
    mayWrite: authorise(actor, "write-evidence", { kind: "practice" }).kind === "allowed",
  };
}

export default function Evidence({ loaderData }: Route.ComponentProps) {
  const { query, claims, total, systems, raters, mayWrite } = loaderData;
  return (
    <Page>
      <EvidenceHead current="claims" mayWrite={mayWrite}>
        What research lets one say about the relationship in therapy, how sure that is, and what stands behind
        it.
      </EvidenceHead>
      <ClaimTools query={query} systems={systems} raters={raters} />
      <p className="soft small claim-key">
        <span role="status">
          {claims.length === total ? `${total} claims.` : `${claims.length} of ${total} claims.`}
        </span>{" "}
        The dot is the figure, the bar where it most likely lies, the upright line no relation. A hollow dot
        has no known interval.
      </p>
      {claims.length === 0 ? (
        <EmptyState
          title="No claim fits"
          action={
            <ButtonLink to="/evidence" look="quiet">
              Show all claims
            </ButtonLink>
          }
        >
          Try fewer words, or choose less.
        </EmptyState>
      ) : (
        <ClaimList claims={claims} />
      )}
    </Page>
  );
}
