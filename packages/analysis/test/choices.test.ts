import assert from "node:assert/strict";
import { test } from "node:test";
import { MEASURES } from "@concord/statistics/effect-size";
import { METHODS, SMALL_STUDY_PREDICTORS, TESTS } from "@concord/statistics/meta-analysis";
import { INVARIANCE_STEPS } from "@concord/statistics/structure";
import { analyses } from "../src/change/index.ts";
import {
  changeAnalysisNames,
  invarianceSteps,
  measures,
  methods,
  smallStudyPredictors,
  tests,
} from "../src/choices.ts";

test("choices known without the statistics are those of the statistics, in their order", () => {
  assert.deepEqual(measures, Object.keys(MEASURES));
  assert.deepEqual(methods, METHODS);
  assert.deepEqual(tests, TESTS);
  assert.deepEqual(smallStudyPredictors, SMALL_STUDY_PREDICTORS);
  assert.deepEqual(invarianceSteps, Object.keys(INVARIANCE_STEPS));
  assert.deepEqual(changeAnalysisNames, Object.keys(analyses));
});
