import { Card, Sentence } from "../../ui/index.ts";

const sizes = [
  ["xxl", "The page’s name"],
  ["xl", "A part of the page"],
  ["l", "The one sentence a page is about"],
  ["m", "What one reads"],
  ["s", "Labels, tables, buttons"],
  ["xs", "Notes and axes"],
] as const;

/** Six sizes, two voices: headings and the one sentence are set like a book, the rest like a form. */
export function Letters() {
  return (
    <Card title="Letters">
      <ul className="plain-list stack">
        {sizes.map(([size, words]) => (
          <li key={size} className={`letters letters-${size}`}>
            {words}
          </li>
        ))}
      </ul>
      <hr />
      <Sentence>
        The client’s rating fell by 31 points in session 8, more than their usual ups and downs, and was back
        after three sessions.
      </Sentence>
      <p className="figures soft">Figures stand under each other: 1,111.50 and 8,080.25.</p>
    </Card>
  );
}
