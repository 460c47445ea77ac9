import { Link } from "react-router";
import type { EditionLine } from "../page-data/edition-line.ts";

/** Every edition, newest first: each stays where it is and can be cited. */
export function EditionList({ editions }: { readonly editions: readonly EditionLine[] }) {
  return (
    <ol className="editions divided">
      {editions.map((edition) => (
        <li key={edition.id}>
          <Link to={`/evidence/synthesis/${edition.synthesis}/edition/${edition.number}`}>{edition.id}</Link>
          <span className="soft small">{edition.because}</span>
        </li>
      ))}
    </ol>
  );
}
