import type { StaffMessages } from "@concord/messages";

/** The concepts that points to consider and evidence statements refer to. */
const concepts = [
  "therapeutic-bond",
  "transference",
  "countertransference",
  "resistance",
  "suggestion",
  "attachment-dependence",
] as const;

/** Returns the name of a concept of the library; its id where it has none here. */
export function conceptName(id: string, { text }: StaffMessages): string {
  const known = concepts.find((each) => each === id);
  return known === undefined ? id : text(`case.concept.${known}`);
}
