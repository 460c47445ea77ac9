/** Lines of a program or a table as they are, in a box that scrolls. */
export function Program({ text }: { readonly text: string }) {
  return (
    // A region that scrolls must be reachable without a pointer.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable regions need keyboard access (WCAG 2.1.1)
    <pre className="program" tabIndex={0}>
      <code>{text}</code>
    </pre>
  );
}
