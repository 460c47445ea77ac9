/** Concord's mark: two strings that sound together. */
export function BrandMark({ size = 26 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" aria-hidden="true">
      <path
        d="M3 15c4-9 8-9 10-2s6 7 10-2"
        fill="none"
        stroke="var(--client)"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
      <path
        d="M3 19c4-7 8-7 10-1.5s6 5.5 10-1.5"
        fill="none"
        stroke="var(--therapist)"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
    </svg>
  );
}
