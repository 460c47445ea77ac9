/** A table with the command that asks it something. Ids are texts; all other columns are as they are. */
export interface AskedTable {
  readonly command: string;
  readonly words: readonly string[];
  readonly heading: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns of names: whose row it is. */
  readonly ids: readonly string[];
  /** Columns in which a value may be missing, and whether a row then says nothing of use. */
  readonly mayLack: readonly string[];
}

/** Made-up numbers without a pattern, the same in every run. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647 - 0.5;
  };
}

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);
const of = (value: number): string => value.toFixed(3);

function clients(): readonly (readonly string[])[] {
  const next = noise(11);
  return upTo(8).flatMap((client) => {
    const level = 4 * next();
    return upTo(6).map((at) => {
      const x = at + 2 * next();
      return [
        `k${client + 10}`,
        String(at + 1),
        of(x),
        of(20 + level - 0.7 * x + 2 * next()),
        at % 2 === 0 ? "a" : "b",
      ];
    });
  });
}

function people(): readonly (readonly string[])[] {
  const next = noise(23);
  return upTo(60).map((at) => {
    const f = 3 * next();
    const x = 2 * next() + f / 2;
    const w = 2 * next();
    const m = 0.6 * x + next();
    const y = 0.4 * m + 0.3 * x + 0.2 * x * w + next();
    return [`p${at + 100}`, ...[x, w, m, y, f + next(), f + next(), f + next(), f + next()].map(of)];
  });
}

function ratings(): readonly (readonly string[])[] {
  const next = noise(37);
  const sees = upTo(6).map(() => 2 * next());
  const seen = upTo(6).map(() => 2 * next());
  return ["g1", "g2"].flatMap((group) =>
    upTo(6).flatMap((perceiver) =>
      upTo(6)
        .filter((target) => target !== perceiver)
        .map((target) => [
          group,
          `${group}m${perceiver}`,
          `${group}m${target}`,
          of(5 + sees[perceiver]! + seen[target]! + 2 * next()),
        ]),
    ),
  );
}

function sessions(): readonly (readonly string[])[] {
  const next = noise(41);
  return upTo(4).flatMap((own) =>
    upTo(7).flatMap((at) =>
      ["client", "therapist"].map((rater) => [
        `c${own + 10}`,
        String(at + 1),
        rater,
        (5 + 2 * next()).toFixed(1),
      ]),
    ),
  );
}

const answers = upTo(9).map((at) => [
  `a${at + 10}`,
  "1",
  ...upTo(7).map((item) => String((at * 3 + item * 5) % 4)),
]);

const items = ["q1", "q2", "q3", "q4", "q5", "q6", "q7"];
const heading = ["id", "x", "w", "m", "y", "i1", "i2", "i3", "i4"];

/** One question for each command that takes a table, and several where it reads in several ways. */
export const askedTables: readonly AskedTable[] = [
  {
    command: "course",
    words: [
      "course",
      "-",
      "--instrument",
      "wai-sr",
      "--scale",
      "bond",
      "--minimum",
      "1",
      "--maximum",
      "7",
      "--json",
    ],
    heading: ["case", "session", "rater", "value"],
    rows: sessions(),
    ids: ["case"],
    mayLack: ["value"],
  },
  {
    command: "score",
    words: ["score", "-", "--instrument", "gad-7", "--json"],
    heading: ["case", "session", ...items],
    rows: answers,
    ids: ["case"],
    mayLack: ["q2", "q5"],
  },
  {
    command: "studies",
    words: ["studies", "-", "--json"],
    heading: ["study", "authors", "year", "r", "n"],
    rows: upTo(8).map((at) => [
      `s${at + 10}`,
      `Maker${at} A`,
      String(1990 + at),
      `.${at + 11}`,
      String(40 + at),
    ]),
    ids: ["study"],
    mayLack: [],
  },
  {
    command: "synthesize",
    words: ["synthesize", "-", "--yi", "yi", "--vi", "vi", "--slab", "study", "--mods", "~ x", "--json"],
    heading: ["study", "yi", "vi", "x"],
    rows: upTo(12).map((at) => [
      `s${at + 10}`,
      of(((at * 7) % 11) / 10),
      of(0.02 + ((at * 5) % 7) / 100),
      of(((at * 3) % 8) / 4),
    ]),
    ids: ["study"],
    mayLack: ["x", "yi"],
  },
  {
    command: "fit",
    words: ["fit", "y ~ x + arm + (1 | client)", "-", "--json"],
    heading: ["client", "session", "x", "y", "arm"],
    rows: clients(),
    ids: ["client"],
    mayLack: ["x", "y", "arm"],
  },
  {
    command: "change",
    words: [
      "change",
      "-",
      "--analysis",
      "sudden-gains",
      "--client",
      "client",
      "--session",
      "session",
      "--value",
      "y",
      "--better",
      "lower",
      "--points",
      "2",
      "--json",
    ],
    heading: ["client", "session", "x", "y", "arm"],
    rows: clients(),
    ids: ["client"],
    mayLack: ["y"],
  },
  {
    command: "change",
    words: [
      "change",
      "-",
      "--analysis",
      "growth",
      "--client",
      "client",
      "--session",
      "session",
      "--value",
      "y",
      "--json",
    ],
    heading: ["client", "session", "x", "y", "arm"],
    rows: clients(),
    ids: ["client"],
    mayLack: ["y"],
  },
  {
    command: "srm",
    words: [
      "srm",
      "-",
      "--perceiver",
      "perceiver",
      "--target",
      "target",
      "--group",
      "group",
      "--value",
      "liking",
      "--json",
    ],
    heading: ["group", "perceiver", "target", "liking"],
    rows: ratings(),
    ids: ["perceiver", "target"],
    mayLack: ["liking"],
  },
  {
    command: "structure",
    words: ["structure", "-", "--model", "f =~ i1 + i2 + i3 + i4", "--json"],
    heading,
    rows: people(),
    ids: [],
    mayLack: ["i2"],
  },
  {
    command: "mediate",
    words: ["mediate", "-", "--x", "x", "--m", "m", "--y", "y", "--draws", "0", "--json"],
    heading,
    rows: people(),
    ids: [],
    mayLack: ["m", "y"],
  },
  {
    command: "moderate",
    words: ["moderate", "-", "--x", "x", "--y", "y", "--w", "w", "--values", "-1,1", "--json"],
    heading,
    rows: people(),
    ids: [],
    mayLack: ["w"],
  },
  {
    command: "dyad",
    words: ["dyad", "apim", "-", "--x", "x,w", "--y", "y,m", "--json"],
    heading,
    rows: people(),
    ids: [],
    mayLack: ["x"],
  },
  {
    command: "reliability",
    words: ["reliability", "-", "--items", "i1,i2,i3,i4", "--json"],
    heading,
    rows: people(),
    ids: [],
    mayLack: ["i3"],
  },
];
