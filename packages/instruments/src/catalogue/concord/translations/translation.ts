import type { Wording } from "../../../instrument.ts";

/** Concord's forms for clients, caregivers and group members: each exists in every language. */
type TranslatedForm =
  | "concord-alliance-session-client-adult"
  | "concord-alliance-session-client-adolescent"
  | "concord-alliance-session-client-child"
  | "concord-alliance-session-caregiver"
  | "concord-alliance-full-client"
  | "concord-rupture-client"
  | "concord-session-depth-client"
  | "concord-conditions-client"
  | "concord-distance-client"
  | "concord-readiness-client"
  | "concord-social-network-client"
  | "concord-perfectionism-client"
  | "concord-attachment-client"
  | "concord-attachment-to-therapist-client"
  | "concord-cohesion-member"
  | "concord-round-robin-member";

/** The forms in one language. */
export type Translations = Readonly<
  Record<TranslatedForm, Pick<Wording, "title" | "instruction" | "items">>
> & {
  readonly language: string;
};
