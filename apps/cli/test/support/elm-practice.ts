import { createContext, foundPractice } from "@concord/practice";
import type { Store } from "@concord/store";

/** A practice whose one member may do everything that commands ask for. */
export function foundElmPractice(store: Store) {
  return foundPractice(createContext(store), {
    practiceName: "Elm Practice",
    name: "Ada Ames",
    email: "ada@example.org",
    roles: ["therapist", "administrator", "researcher"],
  });
}
