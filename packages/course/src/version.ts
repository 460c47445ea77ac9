/** Of the rules in this package. Raised whenever the same ratings would give another course. */
export const courseVersion = "1.2.0";
