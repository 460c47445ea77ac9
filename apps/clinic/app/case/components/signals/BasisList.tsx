import { readingWords } from "@concord/evidence";
import type { Basis } from "@concord/signals";

const gradeWords: Readonly<Record<Basis["grade"], string>> = {
  A: "Grade A: meta-analysis",
  B: "Grade B: trial or longitudinal study",
  C: "Grade C: expert consensus",
};

/** What a rule or a hint stands on, with its grade and what was read for it. */
export function BasisList({ basis }: { readonly basis: readonly Basis[] }) {
  if (basis.length === 0) return null;
  return (
    <ul className="basis-list">
      {basis.map((each) => (
        <li key={each.citation + each.summary}>
          <p>{each.summary}</p>
          <p className="soft small">
            {each.citation}
            <BasisLink basis={each} /> {gradeWords[each.grade]}; {readingWords[each.read]}.
          </p>
        </li>
      ))}
    </ul>
  );
}

function BasisLink({ basis }: { readonly basis: Basis }) {
  const url = basis.doi === undefined ? basis.url : `https://doi.org/${basis.doi}`;
  if (url === undefined || !/^https?:\/\//.test(url)) return null;
  return (
    <>
      {" "}
      <a href={url} rel="noreferrer noopener" target="_blank">
        {basis.doi === undefined ? "Source" : `doi ${basis.doi}`}
      </a>
      .
    </>
  );
}
