export const srmDefaults = { errors: "within" } as const;
