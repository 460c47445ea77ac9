import { actorPartner, inActorPartnerTerms, pairsOfLong } from "@concord/statistics/dyad";
import type { Frame } from "@concord/statistics/formula";
import type { Ask, Columns } from "../question.ts";
import {
  type Argument,
  type List,
  list,
  type Model,
  NotUnderstood,
  NULL,
  ofResult,
  type Value,
  vector,
} from "../r/value.ts";
import { at, type Family, formulaText, frameOf, modelOf, parameters, remembered } from "./reading.ts";

interface Gls {
  readonly frame: Frame;
  readonly y: string;
  readonly actor: string;
  readonly partner: string;
  readonly dyad: string;
  /** The column of roles, where members of a dyad can be told apart. */
  readonly role: string | null;
  readonly roles: string | null;
}

/** Actor-partner models of dyads as nlme's gls fits them. */
export const dyads = (ask: Ask): Family => {
  const terms = remembered((request: Gls): unknown => {
    const { frame, y, actor, dyad, role, roles } = request;
    const block = role === null ? "gls_indistinguishable" : "gls_distinguishable";
    const column = roles ?? role;
    const needed = [dyad, y, actor, ...(column === null ? [] : [column])];
    return ask({
      ours: () => {
        const fit = actorPartner(
          pairsOfLong(frame, { dyad, x: actor, y, ...(column === null ? {} : { role: column }) }),
        );
        if (fit.kind !== "fitted") throw new RangeError(JSON.stringify(fit));
        const own = (inActorPartnerTerms(fit, null) as Readonly<Record<string, object>>)[block]!;
        return renamed(own, request);
      },
      command: {
        words: [
          "dyad",
          "apim",
          "FILE",
          "--x",
          actor,
          "--y",
          y,
          "--dyad",
          dyad,
          ...(column === null ? [] : ["--role", column]),
        ],
        columns: Object.fromEntries(needed.map((name) => [name, frame[name]!])) as Columns,
        pick: (printed) => renamed(at(printed, block) as object, request),
      },
    });
  });
  const field = (request: Gls, name: string): Value => ofResult(at(terms(request), name));
  const x = (given: readonly Argument[]): Value => ofResult(terms(modelOf<Gls>(given[0]?.value, "gls")));
  return {
    ofValues: {
      corCompSymm: (given) => list({ form: given.find(({ name }) => name === "form")?.value ?? NULL }),
      varIdent: (given) => list({ form: given.find(({ name }) => name === "form")?.value ?? NULL }),
      glsControl: () => NULL,
      x_gls: x,
      gls: (given) => gls(given),
    },
    fields: {
      gls: (model, name) => {
        const request = model.request as Gls;
        if (name === "sigma") return field(request, "sigma");
        if (name === "modelStruct")
          return list({
            corStruct: list({ coefficients: field(request, "rho") }),
            varStruct: list({
              coefficients: request.role === null ? vector([null], true) : field(request, "var_ratio"),
            }),
          });
        throw new NotUnderstood(`$${name} of gls()`);
      },
    },
    generic: {
      gls: {
        summary: (given) => {
          const request = modelOf<Gls>(given[0]?.value, "gls");
          const names = at(terms(request), "terms") as string[];
          const columns = ["beta", "se", "t", "p"].flatMap((name) => at(terms(request), name) as number[]);
          return list({
            tTable: {
              kind: "vector",
              values: columns,
              dimensions: [names.length, 4],
              names,
              columnNames: ["Value", "Std.Error", "t-value", "p-value"],
              ours: true,
            },
          });
        },
        logLik: (given) => field(modelOf<Gls>(given[0]?.value, "gls"), "logLik"),
      },
    },
  };
};

/** Terms in the words of the case's own columns, which stand for actor and partner. */
function renamed(block: object, { actor, partner, role }: Gls): object {
  const names = (at(block, "terms") as readonly string[]).map((name) => {
    const own = /^(?:role)?(.*?)(:?)(actor|partner)$/.exec(name);
    const level = (text: string) =>
      role === null || text === "" ? text : `${role}${text.replace(/^role/, "")}`;
    if (own !== null) return `${level(own[1]!)}${own[2]}${own[3] === "actor" ? actor : partner}`;
    return name.startsWith("role") ? level(name.slice(4)) : name;
  });
  return { ...block, terms: names };
}

function gls(given: readonly Argument[]): Model {
  const own = parameters("gls", ["model", "data", "correlation", "weights", "method"], given, [
    "control",
    "na.action",
  ]);
  const formula = formulaText(own.model);
  const correlation = own.correlation;
  if (correlation?.kind !== "list" || correlation.names?.[0] !== "form")
    throw new NotUnderstood("gls() without corCompSymm()");
  const dyad = formulaText((correlation as List).values[0])
    .replace(/^~\s*1\s*\|/, "")
    .trim();
  const at = formula.indexOf("~");
  const y = formula.slice(0, at).trim();
  const parts = formula
    .slice(at + 1)
    .split("+")
    .map((one) => one.trim())
    .filter((one) => one !== "0" && one !== "1");
  const frame = frameOf(own.data);
  const textual =
    Object.entries(frame).find(
      ([name, column]) => name !== dyad && column.some((one) => typeof one === "string"),
    )?.[0] ?? null;
  if (own.weights === undefined) {
    if (parts.length !== 2) throw new NotUnderstood(`gls(${formula}) of dyads`);
    return {
      kind: "model",
      family: "gls",
      request: { frame, y, actor: parts[0]!, partner: parts[1]!, dyad, role: null, roles: textual },
    };
  }
  const role = formulaText((own.weights as List).values[0])
    .replace(/^~\s*1\s*\|/, "")
    .trim();
  const crossed = parts
    .filter((one) => one.includes(":"))
    .map(
      (one) =>
        one
          .split(":")
          .map((side) => side.trim())
          .find((side) => side !== role)!,
    );
  if (crossed.length !== 2 || !parts.includes(role)) throw new NotUnderstood(`gls(${formula}) of dyads`);
  return {
    kind: "model",
    family: "gls",
    request: { frame, y, actor: crossed[0]!, partner: crossed[1]!, dyad, role, roles: role },
  };
}
