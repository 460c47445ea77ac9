import type { ReactNode } from "react";
import { useMessages } from "../../ui/frame/messages.ts";
import { PageHeader, SegmentedControl } from "../../ui/index.ts";

const sections = [
  { id: "concepts", to: "/library" },
  { id: "texts", to: "/library/texts" },
  { id: "search", to: "/library/find" },
  { id: "concordance", to: "/library/concordance" },
] as const;

export type LibrarySection = (typeof sections)[number]["id"];

/** The four sections of the library. */
export function LibraryHead(props: { readonly current: LibrarySection; readonly children: ReactNode }) {
  const { text } = useMessages();
  const options = sections.map(({ id, to }) => ({ id, to, label: text(`library.nav.${id}`) }));
  return (
    <>
      <PageHeader title={text("library.nav.title")}>{props.children}</PageHeader>
      <SegmentedControl label={text("library.nav.label")} current={props.current} options={options} />
    </>
  );
}
