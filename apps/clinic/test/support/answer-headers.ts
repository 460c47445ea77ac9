/** Rules that the content policy of every answer has. */
const rules = [
  "default-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'self'",
  "style-src 'self'",
  "connect-src 'self'",
] as const;

const expected: Readonly<Record<string, string | null>> = {
  "x-frame-options": "DENY",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "x-powered-by": null,
  "access-control-allow-origin": null,
};

/**
 * Returns what is wrong with the headers of an answer; empty if nothing is. Methods that are refused (405) never reach
 * the pages and say nothing about a person, so they may be stored.
 */
export function headerProblems({ headers, status }: Response, https = false): readonly string[] {
  const policy = (headers.get("content-security-policy") ?? "").split(/;\s*/);
  const scripts = policy.find((rule) => rule.startsWith("script-src")) ?? "";
  return [
    ...rules.filter((rule) => !policy.includes(rule)).map((rule) => `no ${rule}`),
    ...(/^script-src 'self' 'nonce-[\w-]{22}'$/.test(scripts) ? [] : [`scripts: ${scripts}`]),
    ...(policy.includes("upgrade-insecure-requests") === https ? [] : ["upgrade-insecure-requests"]),
    ...Object.entries(expected)
      .filter(([name, value]) => headers.get(name) !== value)
      .map(([name]) => `${name}: ${headers.get(name)}`),
    ...((headers.get("strict-transport-security") !== null) === https ? [] : ["strict-transport-security"]),
    ...(status === 405 || headers.get("cache-control") === "no-store"
      ? []
      : [`cache-control: ${headers.get("cache-control")}`]),
  ];
}
