import type { ReactNode } from "react";
import { PageHeader, SegmentedControl } from "../../ui/index.ts";

export type LibraryPart = "concepts" | "texts" | "find" | "concordance";

const options = [
  { id: "concepts", to: "/library", label: "Concepts" },
  { id: "texts", to: "/library/texts", label: "Texts" },
  { id: "find", to: "/library/find", label: "Find" },
  { id: "concordance", to: "/library/concordance", label: "In context" },
] as const;

/** The four ways into the library. */
export function LibraryHead(props: { readonly current: LibraryPart; readonly children: ReactNode }) {
  return (
    <>
      <PageHeader title="Library">{props.children}</PageHeader>
      <SegmentedControl label="Library" current={props.current} options={options} />
    </>
  );
}
