import type { ReactNode } from "react";

/** The column of a page: `wide` for tables and charts, `narrow` for reading, `middle` for one small form. */
export function Page({
  width = "wide",
  children,
}: {
  readonly width?: "wide" | "narrow" | "middle";
  readonly children: ReactNode;
}) {
  return <div className={width === "wide" ? "page" : `page page-${width}`}>{children}</div>;
}
