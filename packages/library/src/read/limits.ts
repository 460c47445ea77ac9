/** Thirty thick books. A longer text is many, and every question to it would wait. */
export const maxCharacters = 32 * 2 ** 20;
