import { clinicContext } from "@concord/clinic/context";
import { authorise, listClaims } from "@concord/practice";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { admittedActor } from "../access/require-actor.ts";
import { ButtonLink, EmptyState, Page } from "../ui/index.ts";
import type { Route } from "./+types/evidence";
import { ClaimList } from "./components/ClaimList.tsx";
import { ClaimTools } from "./components/ClaimTools.tsx";
import { EvidenceHead } from "./components/EvidenceHead.tsx";
import { claimCard } from "./page-data/claim-card.server.ts";
import { claimQueryOf } from "./page-data/claim-query.ts";

export const handle = { access: { kind: "practice", action: "read-evidence" } } satisfies RouteHandle;

export const meta: Route.MetaFunction = () => [{ title: "Evidence · Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const query = claimQueryOf(new URL(asked.request.url).searchParams);
  const { claims, ...list } = await mapRefusalTo403(listClaims(appContext, actor, query));
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
