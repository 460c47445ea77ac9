import type { Message } from "@concord/messages";
import { createContext } from "react-router";
import type { Access } from "./route-table.ts";
import type { StaffActor } from "./visitor.ts";

/** Whether the route of a request may run. */
export type Admission =
  | {
      readonly kind: "admitted";
      /** Who is allowed the action of the route on the practice; null where the route asks itself or everybody may. */
      readonly actor: StaffActor | null;
    }
  | {
      readonly kind: "refused";
      readonly status: number;
      /** What the page of the refusal says; null for what it says of every such refusal. */
      readonly reason: Message | null;
    };

/** Refused until the app's middleware has admitted the request. */
export const admissionContext = createContext<Admission>({ kind: "refused", status: 404, reason: null });

/** Who may come to the page with this address pattern: as its module says. Null: nobody. */
export const accessContext = createContext<(pattern: string) => Access | null>(() => null);
