/** Where a part of the case begins: shown where the page is one long column, as on a phone. */
export function CaseTableOfContents(props: { readonly own: boolean; readonly mayWrite: boolean }) {
  const places = [
    { id: "think", words: "What to think about" },
    { id: "repair", words: "Repair" },
    { id: "signals", words: "Signals" },
    ...(props.mayWrite ? [{ id: "ask", words: "After the session" }] : []),
    ...(props.own ? [{ id: "notes", words: "Notes" }] : []),
    { id: "came-in", words: "What came in" },
  ];
  return (
    <nav className="case-jumps" aria-label="On this page">
      <span className="soft">On this page</span>
      {places.map(({ id, words }) => (
        <a key={id} href={`#${id}`}>
          {words}
        </a>
      ))}
    </nav>
  );
}
