import { createContext } from "react";
import type { Entries } from "../../request/entries.ts";

/** On the server: what was sent with a form that could not be saved, for the page that says so. Null otherwise. */
export const SentContext = createContext<Entries | null>(null);
