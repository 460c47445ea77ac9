/**
 * Loaded before tests that use fast-check: every property is tried on the same inputs in every run, so that a run fails
 * because of what was changed. `CONCORD_SEED=random` tries new ones, another number those of that seed.
 */
import fc from "fast-check";

const given = process.env.CONCORD_SEED ?? "";
if (given !== "random")
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(given || 20_261_129) });
