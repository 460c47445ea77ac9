export function kibibytes(count: number): number {
  return count * 1024;
}

export function mebibytes(count: number): number {
  return count * 1024 * 1024;
}

/** "32 MB", for limits. */
export function sizeLabel(bytes: number): string {
  return bytes < mebibytes(1) ? `${Math.floor(bytes / 1024)} KB` : `${Math.floor(bytes / mebibytes(1))} MB`;
}
