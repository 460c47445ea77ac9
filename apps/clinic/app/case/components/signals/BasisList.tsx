import { readingWords } from "@concord/evidence";
import type { Basis } from "@concord/signals";
import { useMessages } from "../../../ui/frame/messages.ts";

/** Returns the message of an evidence grade. */
export const gradeIds = {
  A: "case.basis.grade.a",
  B: "case.basis.grade.b",
  C: "case.basis.grade.c",
} as const satisfies Record<Basis["grade"], string>;

/** The sources of a rule or of a point to consider, each with its grade and with what was read of it. */
export function BasisList({ basis }: { readonly basis: readonly Basis[] }) {
  const { text } = useMessages();
  if (basis.length === 0) return null;
  return (
    <ul className="basis-list">
      {basis.map((each) => (
        <li key={each.citation + each.summary}>
          <p>{each.summary}</p>
          <p className="soft small">
            {each.citation}
            <BasisLink basis={each} /> {text(gradeIds[each.grade])}; {readingWords[each.read]}.
          </p>
        </li>
      ))}
    </ul>
  );
}

function BasisLink({ basis }: { readonly basis: Basis }) {
  const { text } = useMessages();
  const url = basis.doi === undefined ? basis.url : `https://doi.org/${basis.doi}`;
  if (url === undefined || !/^https?:\/\//.test(url)) return null;
  return (
    <>
      {" "}
      <a href={url} rel="noreferrer noopener" target="_blank">
        {basis.doi === undefined ? text("case.basis.source") : `doi ${basis.doi}`}
      </a>
      .
    </>
  );
}
