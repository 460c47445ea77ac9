import type { Measure } from "@concord/statistics/effect-size";
import type { Method, SmallStudyPredictor, Test } from "@concord/statistics/meta-analysis";

/** Arguments of `escalc` and `rma` that name a column. */
export const columnArguments = {
  yi: "estimates on the scale of the measure",
  vi: "their sampling variances",
  sei: "or their standard errors",
  ri: "correlations",
  ni: "sample sizes",
  rxx: "reliabilities of the first measure",
  ryy: "reliabilities of the second",
  m1i: "means of the first group",
  sd1i: "its standard deviations",
  n1i: "its sizes",
  m2i: "means of the second group",
  sd2i: "its standard deviations",
  n2i: "its sizes",
  ai: "events in the first group; reliabilities for ARAW, AHW, ABT",
  bi: "no events in the first group",
  ci: "events in the second group",
  di: "no events in the second group",
  xi: "events, for proportions",
  ti: "t statistics of a coefficient",
  mi: "predictors of its regression; items of a scale",
  r2i: "R² of its regression",
} as const;

export type ColumnArgument = keyof typeof columnArguments;

/** Every analysis with the question it answers. */
export const analysisQuestions = {
  pool: "What do the studies say together, and how far do they differ?",
  effects: "What does each row say on the common scale?",
  subgroups: "Do groups of studies differ?",
  leave1out: "What remains without each study?",
  influence: "Which studies move the result?",
  residuals: "Which studies lie far from the model?",
  blup: "Where does each study's own true effect lie?",
  cumul: "How did the evidence grow?",
  permutest: "Could chance alone have ordered the studies like this?",
  regtest: "Do small studies show other effects than large ones (Egger)?",
  ranktest: "Do effects go with their variances (Begg and Mazumdar)?",
  trimfill: "What if the funnel were symmetric?",
  selmodel: "What if unwelcome results were published less often?",
  "pet-peese": "What would an endless study find?",
  fsn: "How many unseen studies would undo the result?",
  "hunter-schmidt": "What is left of the variance when sampling error is taken out?",
  predict: "What does the model expect at these values of the moderators?",
  anova: "Do the moderators improve the model, by its likelihood?",
} as const;

export type AnalysisName = keyof typeof analysisQuestions;

export const measures: readonly Measure[] = [
  "GEN",
  "COR",
  "UCOR",
  "ZCOR",
  "RCOR",
  "PCOR",
  "ZPCOR",
  "SPCOR",
  "MD",
  "SMD",
  "SMDH",
  "ROM",
  "OR",
  "RR",
  "RD",
  "PETO",
  "AS",
  "OR2DN",
  "OR2DL",
  "PR",
  "PLO",
  "PLN",
  "PAS",
  "PFT",
  "ARAW",
  "AHW",
  "ABT",
];

export const methods: readonly Method[] = [
  "FE",
  "EE",
  "CE",
  "DL",
  "HE",
  "HS",
  "HSk",
  "SJ",
  "ML",
  "REML",
  "EB",
  "PM",
  "PMM",
];

export const tests: readonly Test[] = ["z", "t", "knha", "adhoc"];

export const smallStudyPredictors: readonly SmallStudyPredictor[] = [
  "sei",
  "vi",
  "ni",
  "ninv",
  "sqrtni",
  "sqrtninv",
];

export const synthesizeDefaults = {
  subset: [],
  method: "REML",
  test: "z",
  dfs: "residual",
  vcov: "CR2",
  analysis: ["pool"],
  model: "rma",
  predictor: "sei",
  estimator: "L0",
  steps: [0.025],
  alternative: "greater",
  type: "Rosenthal",
  alpha: 0.05,
  iter: 1000,
  seed: 1,
} as const;
