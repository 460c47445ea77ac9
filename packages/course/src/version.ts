/** Of the rules in this room. Raised whenever the same ratings would give another course. */
export const courseVersion = "1.1.0";
