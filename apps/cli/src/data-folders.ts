import path from "node:path";

/** Where a practice is kept when nobody says otherwise, below the folder a command is started in. */
export const defaultFolder = path.join("data", "practice");
export const demoFolder = path.join("data", "demo");
