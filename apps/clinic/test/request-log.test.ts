import assert from "node:assert/strict";
import { test } from "node:test";
import { patternOf } from "../server/request-log.ts";

test("the log names the kind of page and nothing that opens or names anything", () => {
  assert.equal(patternOf("/f/Fw98CWb9TFw66CvcwUJE3UWRoEiRBMSMkOgGk4JJFGY"), "/f/:");
  assert.equal(patternOf("/case/01a205b0-9fb8-7e2d-968b-c9f12e5c94be/notes"), "/case/:/notes");
  assert.equal(patternOf("/welcome/abcdef"), "/welcome/:");
  assert.equal(patternOf("/settings/staff.data"), "/settings/staff");
  assert.equal(patternOf("/"), "/");
  assert.equal(patternOf("/Someone's name"), "/:");
});
