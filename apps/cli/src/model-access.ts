import { defaultModelAccess, type ModelAccess } from "@concord/practice";
import type { Terminal } from "./terminal.ts";

/** What whoever runs the machine allows a practice's language model: hosts beside this machine, and a key. */
export function modelAccess({ environment }: Terminal): ModelAccess {
  const { CONCORD_MODEL_HOSTS: hosts = "", CONCORD_MODEL_KEY: key = "" } = environment;
  return {
    ...defaultModelAccess,
    hosts: listed(hosts),
    key: key === "" ? null : key,
  };
}

/** Returns the hosts of SMS gateways in the practice's own network that whoever runs the machine allows. */
export function messageHosts({ environment }: Terminal): readonly string[] {
  return listed(environment.CONCORD_MESSAGE_HOSTS ?? "");
}

const listed = (hosts: string) => hosts.split(/[\s,]+/).filter((host) => host !== "");
