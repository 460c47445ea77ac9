import {
  actorPartner,
  actorPartnerStructure,
  type Frame,
  inActorPartnerTerms,
  inProfileTerms,
  inSurfaceTerms,
  inTruthAndBiasTerms,
  pairsOfWide,
  profileAgreement,
  responseSurface,
  truthAndBias,
} from "@concord/statistics";
import type { Adapter } from "../reference-case.ts";

function fitted<T extends { readonly kind: string }>(result: T): Extract<T, { readonly kind: "fitted" }> {
  if (result.kind !== "fitted") throw new RangeError(`not fitted: ${JSON.stringify(result)}`);
  return result as Extract<T, { readonly kind: "fitted" }>;
}

const actorPartnerModel: Adapter = {
  run: ({ input }) => {
    const x = ["client_x", "therapist_x"] as const;
    const y = ["client_y", "therapist_y"] as const;
    const pairs = pairsOfWide(input as Frame, x, y);
    return inActorPartnerTerms(fitted(actorPartner(pairs)), fitted(actorPartnerStructure(pairs, { x, y })));
  },
};

/** A variance of nought that rounding made negative there; in dy-apim-sim lavaan gives nought too. */
const roundedBelowZero = ["se", "ci_lower", "ci_upper"].map((column) => ({
  path: `sem_equal.estimates.${column}.16`,
  reason: "lavaan's standard error of a difference that is held at nought is not defined here; ours is 0",
}));

function surface(outcome: string, x: string, y: string): Adapter {
  return { run: ({ input }) => inSurfaceTerms(fitted(responseSurface({ outcome, x, y }, input as Frame))) };
}

const profiles: Adapter = {
  run: ({ input }) => {
    const { client, therapist } = input as Readonly<Record<string, readonly (readonly number[])[]>>;
    const terms = inProfileTerms(profileAgreement({ first: client!, second: therapist! }));
    // The case has the first three items.
    return { ...terms, item_icc: terms.item_icc.slice(0, 3) };
  },
};

const truthBias: Adapter = {
  run: ({ input }) =>
    inTruthAndBiasTerms(
      fitted(
        truthAndBias(
          { judgment: "judgment", truth: "truth", bias: "bias", judge: "judge", target: "target" },
          input as Frame,
        ),
      ),
    ),
};

export const adapters: Readonly<Record<string, Adapter>> = {
  "dy-apim-sim": actorPartnerModel,
  "dy-apim-real": { ...actorPartnerModel, leftOut: () => roundedBelowZero },
  "dy-apim-gls": actorPartnerModel,
  "dy-rsa-motcon": surface("postVA", "ePow", "iPow"),
  "dy-surface-sim": surface("outcome", "client", "therapist"),
  "dy-profile": profiles,
  "dy-profile-sim": profiles,
  "dy-truth-bias": truthBias,
  "dy-truth-bias-sim": truthBias,
};
