import { rColumn, rLines, rName, rText } from "../r-program/lines.ts";
import type { SrmRequest } from "./request.ts";

/**
 * The same with TripleR. Its formula takes plain names only, so that columns get some where they need them.
 */
export function srmRProgram(file: string, request: SrmRequest): string {
  const plain = (column: string, otherwise: string) => (rName(column) === column ? column : otherwise);
  const values = request.value.map((column, i) => ({ column, name: plain(column, `value${i + 1}`) }));
  const second = (request.value2 ?? []).map((column, i) => ({
    column,
    name: plain(column, `second${i + 1}`),
  }));
  const ids = [
    { column: request.perceiver, name: "perceiver" },
    { column: request.target, name: "target" },
    ...(request.group === undefined ? [] : [{ column: request.group, name: "group" }]),
  ];
  const construct = (parts: readonly { readonly name: string }[]) => parts.map(({ name }) => name).join("/");
  const left = second.length === 0 ? construct(values) : `${construct(values)} + ${construct(second)}`;
  const groups = request.group === undefined ? "" : " | group";
  const errors = request.errors === "between" ? ', se = "SOREMO"' : "";
  return rLines(
    "srm",
    file,
    ["TripleR"],
    [
      `dat <- data.frame(${[...ids, ...values, ...second].map(({ column, name }) => `${name} = ${rColumn(column)}`).join(", ")})`,
      `fit <- RR(${left} ~ perceiver * target${groups}, data = dat, na.rm = TRUE${errors})`,
      "print(fit)",
      "print(head(fit$effects))",
      ...(request.self === true ? [`print(selfCor(fit, measure = ${rText("perception")}))`] : []),
      ...(request.relationships === true ? ["print(fit$effectsRel)"] : []),
      "# TripleR leaves p of the relationship covariance one-sided in a single group, and all p one-sided for two",
      "# constructs in several groups; here p of a covariance is two-sided throughout",
    ],
  );
}
