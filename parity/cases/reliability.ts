import {
  type AgreementTable,
  type Answers,
  agreementTable,
  alphaTerms,
  cohenKappa,
  cohenKappaTerms,
  fleissKappa,
  fleissKappaTerms,
  hierarchicalOmega,
  hierarchicalOmegaTerms,
  intraclassCorrelations,
  intraclassTerms,
  kappaTestTerms,
  krippendorffAlpha,
  oneFactorOmega,
  oneFactorOmegaTerms,
  scaleReliability,
} from "@concord/statistics";
import type { Adapter, ReferenceCase } from "../reference-case.ts";

const itemsOf = ({ input }: ReferenceCase) => input as Readonly<Record<string, Answers>>;

const keyed: Adapter["run"] = (reference) => ({
  keyed: alphaTerms(
    scaleReliability(itemsOf(reference), { reversed: reference.options.reverse as readonly string[] }),
  ),
  unkeyed: alphaTerms(scaleReliability(itemsOf(reference))),
});

const omega: Adapter["run"] = (reference) => ({
  one_factor: oneFactorOmegaTerms(oneFactorOmega(itemsOf(reference))),
  psych_omega: hierarchicalOmegaTerms(hierarchicalOmega(itemsOf(reference))),
});

type Raters = Readonly<Record<string, readonly (number | null)[]>>;

/** Columns of raters as a row for each person or thing rated. */
function rowsOf(raters: Raters): readonly (readonly (number | null)[])[] {
  const columns = Object.values(raters);
  return columns[0]!.map((_, i) => columns.map((column) => column[i] ?? null));
}

const intraclass: Adapter["run"] = ({ input }) => ({
  complete: intraclassTerms(intraclassCorrelations(rowsOf(input.complete as Raters))),
  missing: intraclassTerms(intraclassCorrelations(rowsOf(input.missing as Raters))),
});

const kappa: Adapter["run"] = ({ input }) => {
  const counts = input.table as readonly (readonly number[])[];
  const table: AgreementTable = { categories: counts.map((_, i) => String(i + 1)), counts };
  const { table: _, ...raters } = input;
  const rows = rowsOf(raters as Raters);
  const pair = agreementTable(
    rows.map((row) => row[0]!),
    rows.map((row) => row[1]!),
  );
  return {
    table_quadratic: cohenKappaTerms(cohenKappa(table)),
    table_linear: cohenKappaTerms(cohenKappa(table, "linear")),
    raters12: cohenKappaTerms(cohenKappa(pair)),
    raters12_irr: kappaTestTerms(cohenKappa(pair)),
    fleiss: fleissKappaTerms(fleissKappa(rows)),
    krippendorff: {
      nominal: krippendorffAlpha(rows, "nominal"),
      ordinal: krippendorffAlpha(rows, "ordinal"),
      interval: krippendorffAlpha(rows, "interval"),
    },
  };
};

export const adapters: Readonly<Record<string, Adapter>> = {
  "psy-alpha-bfi": { run: keyed },
  "psy-alpha-complete": { run: (reference) => alphaTerms(scaleReliability(itemsOf(reference))) },
  "psy-omega-hs": { run: omega },
  "psy-icc-sf": { run: intraclass },
  "psy-kappa": {
    run: kappa,
    leftOut: () => [
      ...["table_quadratic", "table_linear", "raters12"].flatMap((block) =>
        ["var_weighted", "ci_weighted"].map((value) => ({
          path: `${block}.${value}`,
          reason:
            "psych 2.2.9 gives weights of 1 and a, which leave kappa as it is, another variance for every a; ours is that " +
            "of Fleiss, Cohen and Everitt (1969), which the delta method confirms",
        })),
      ),
      {
        path: "krippendorff",
        reason:
          "with complete rows irr 0.84.1 takes n - 1/(m - 1) for n - 1; ours gives Krippendorff's own .743, .815, .849",
        within: { rel: 0.02, abs: 0 },
      },
    ],
  },
};
