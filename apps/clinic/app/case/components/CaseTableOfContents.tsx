import { useMessages } from "../../ui/frame/messages.ts";

/** Links to the parts of the page: shown where it is one long column, as on a phone. */
export function CaseTableOfContents(props: { readonly own: boolean; readonly mayWrite: boolean }) {
  const { text } = useMessages();
  const parts = [
    { id: "think", title: text("case.card.guidance") },
    { id: "repair", title: text("case.card.repair") },
    { id: "signals", title: text("case.contents.signals") },
    ...(props.mayWrite ? [{ id: "ask", title: text("case.card.session") }] : []),
    ...(props.own ? [{ id: "notes", title: text("case.contents.notes") }] : []),
    { id: "came-in", title: text("case.card.responses") },
  ];
  return (
    <nav className="case-jumps" aria-label={text("case.contents.label")}>
      {parts.map(({ id, title }) => (
        <a key={id} href={`#${id}`}>
          {title}
        </a>
      ))}
    </nav>
  );
}
