export const dyadModels = ["apim", "surface", "truth-and-bias", "profile"] as const;

export type DyadModelName = (typeof dyadModels)[number];
