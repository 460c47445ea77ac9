export type * from "./instrument.ts";
export type * from "./response.ts";
export type * from "./score.ts";
