/** Two decimals, a minus sign that is one: −0.25. */
export function figureNumber(value: number, decimals = 2): string {
  const text = value.toFixed(decimals);
  return (Number(text) === 0 ? text.replace("-", "") : text).replace("-", "−");
}
