/** "45 seconds", "1 minute", "3 minutes". */
export function durationLabel(seconds: number): string {
  if (seconds <= 45) return `${Math.max(1, Math.ceil(seconds / 15)) * 15} seconds`;
  const minutes = seconds <= 75 ? 1 : Math.ceil(seconds / 60);
  return minutes === 1 ? "1 minute" : `${minutes} minutes`;
}
