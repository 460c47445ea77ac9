/** A request that cannot be run as it stands: a column that is missing, options that contradict each other. */
export class RequestRefused extends Error {
  override readonly name = "RequestRefused";
}

/** What an analysis answers when there is nothing to give, as one line. */
export function noResult(reason: string): RequestRefused {
  return new RequestRefused(`There is no result: ${reason.split("\n")[0]!.replace(/\.$/, "")}.`);
}

/** Returns the request with its defaults. Throws RequestRefused where a column is not named that it cannot do without. */
export function requestWith<Request>(
  name: string,
  options: Partial<Request>,
  defaults: Partial<Request>,
  needed: readonly (keyof Request & string)[],
): Request {
  const missing = needed.filter((key) => options[key] === undefined);
  if (missing.length > 0) throw new RequestRefused(`The analysis ${name} needs ${missing.join(", ")}.`);
  return { ...defaults, ...options } as Request;
}
