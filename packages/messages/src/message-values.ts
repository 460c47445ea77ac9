// Written by `npm run messages` from the English catalogues; not edited by hand.

import type { ClientFormTags, ClientFormValues } from "./client-form/values.ts";
import type { GuidanceTags, GuidanceValues } from "./guidance/values.ts";
import type { RefusalsTags, RefusalsValues } from "./refusals/values.ts";
import type { ShellTags, ShellValues } from "./shell/values.ts";
import type { SignalsTags, SignalsValues } from "./signals/values.ts";

/** The values that each message takes. */
export interface MessageValues
  extends ClientFormValues,
    GuidanceValues,
    RefusalsValues,
    ShellValues,
    SignalsValues {}

/** The tags of the messages that hold some. */
export interface MessageTags extends ClientFormTags, GuidanceTags, RefusalsTags, ShellTags, SignalsTags {}

/** The messages of each area. */
export interface AreaMessages {
  readonly "client-form": ClientFormValues;
  readonly guidance: GuidanceValues;
  readonly refusals: RefusalsValues;
  readonly shell: ShellValues;
  readonly signals: SignalsValues;
}

export type MessageId = keyof MessageValues;

/** Messages that clients, caregivers and group members read. */
export type ClientMessageId = keyof ClientFormValues;

/** Messages that staff read. */
export type StaffMessageId = 
  | keyof GuidanceValues
  | keyof RefusalsValues
  | keyof ShellValues
  | keyof SignalsValues;
