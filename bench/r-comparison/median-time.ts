/** Milliseconds of processor time of one fit: the median over several rounds of so many fits, after some that warm up. */
export function medianTime(fit: () => unknown, rounds: number, fits: number, warmUp = 20): number {
  for (let i = 0; i < warmUp; i++) fit();
  const times = Array.from({ length: rounds }, () => {
    const start = process.cpuUsage();
    for (let i = 0; i < fits; i++) fit();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000 / fits;
  });
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)]!;
}
