/** Returns the address of a position in a text. */
export const passageLink = (text: string, from: number): string => `/library/text/${text}?at=${from}`;
