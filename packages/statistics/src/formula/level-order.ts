/** The levels of a factor in R's order: numbers by size, texts by code point. */
export function inLevelOrder(levels: readonly string[], areNumbers: boolean): readonly string[] {
  return areNumbers ? [...levels].sort((a, b) => Number(a) - Number(b)) : [...levels].sort(byCodePoint);
}

export function byCodePoint(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = left[i]!.codePointAt(0)! - right[i]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
