import { defineConfig } from "drizzle-kit";

/** `npx drizzle-kit generate --name=what_changed` in this folder writes the next migration from `src/schema`. */
export default defineConfig({
  dialect: "postgresql",
  schema: "./src/schema/*.ts",
  out: "./migrations",
});
