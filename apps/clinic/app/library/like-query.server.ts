import type { LikeWhat } from "@concord/practice";

/** What an address asks passages to be like: `TEXT@FROM`, or a concept. Null where it asks for none. */
export function likeWhat(given: string | null): LikeWhat | null {
  if (given === null || given === "") return null;
  const [, text, from] = /^([^@]{1,100})@(\d{1,12})$/.exec(given) ?? [];
  if (text !== undefined && from !== undefined) return { kind: "passage", text, from: Number(from) };
  return { kind: "accepted", concept: given.slice(0, 200) };
}

/** The address of passages like the one at a place. */
export const likeLink = (text: string, from: number): string => `/library/find?like=${text}@${from}`;
