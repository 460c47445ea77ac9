const figures: Readonly<Record<string, string>> = {
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
  "9": "⁹",
};

/** Raised figures as the signs that typography has for them, so that "R" and a raised 2 do not become the word "R2". */
export const raisedFigures = (words: string): string => words.replace(/\d/g, (figure) => figures[figure]!);
