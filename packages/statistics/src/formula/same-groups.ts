/** Returns whether two columns of group names part the rows in the same way. */
export function areSameGroups(a: ArrayLike<string | number>, b: ArrayLike<string | number>): boolean {
  if (a.length !== b.length) return false;
  const [there, back] = [
    new Map<string | number, string | number>(),
    new Map<string | number, string | number>(),
  ];
  for (let row = 0; row < a.length; row++) {
    const [own, other] = [a[row]!, b[row]!];
    if (!there.has(own)) there.set(own, other);
    if (!back.has(other)) back.set(other, own);
    if (there.get(own) !== other || back.get(other) !== own) return false;
  }
  return true;
}
