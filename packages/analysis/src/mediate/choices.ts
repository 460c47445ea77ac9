export const mediateDefaults = { arrow: [], draws: 5000, seed: 1, interval: "percentile" } as const;

export const moderatedPaths = ["first", "second", "direct"] as const;
