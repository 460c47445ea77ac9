import { defaultModelAccess, type ModelAccess } from "@concord/practice";
import type { Terminal } from "./terminal.ts";

/** What whoever runs the machine allows a practice's language model: hosts beside this machine, and a key. */
export function modelAccess({ environment }: Terminal): ModelAccess {
  const { CONCORD_MODEL_HOSTS: hosts = "", CONCORD_MODEL_KEY: key = "" } = environment;
  return {
    ...defaultModelAccess,
    hosts: hosts.split(/[\s,]+/).filter((host) => host !== ""),
    key: key === "" ? null : key,
  };
}
