import { createContext } from "react-router";

/** What went wrong with a request, for the answer that is then given. */
export interface Trouble {
  /** The database cannot be reached, or cannot do this just now: the answer is 503. */
  databaseDown: boolean;
  /** What was sent cannot be read. */
  unreadable: boolean;
  /** The fields that were sent with a form, and where to: they go back to whoever sent them. */
  held: {
    readonly action: string;
    readonly fields: readonly (readonly [name: string, value: string])[];
  } | null;
}

export const troubleContext = createContext<Trouble>({ databaseDown: false, unreadable: false, held: null });
