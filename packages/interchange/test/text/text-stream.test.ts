import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { textStream } from "../../src/text/text-stream.ts";
import { encodings } from "../malformed/encodings.ts";

function decoded(
  bytes: Uint8Array,
  cuts: readonly number[],
): { text: string; notes: readonly string[]; encoding: string } {
  const stream = textStream();
  let text = "";
  let from = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    const piece = stream.decode(bytes.subarray(from, Math.max(from, cut)));
    assert.ok(typeof piece === "string");
    text += piece;
    from = Math.max(from, cut);
  }
  const last = stream.decode(bytes.subarray(from));
  assert.ok(typeof last === "string");
  return { text: text + last + stream.finish(), notes: stream.notes(), encoding: stream.encoding() };
}

const readable = fc.stringMatching(/^[a-zäöüéß€漢😀 ,;\n]{8,60}$/u);

test("however a text is cut, it comes out the same", () => {
  fc.assert(
    fc.property(
      readable,
      fc.constantFrom(
        "UTF-8",
        "UTF-8 with a byte-order mark",
        "UTF-16, little end first",
        "UTF-16, big end first",
      ),
      fc.array(fc.nat(200), { maxLength: 6 }),
      (text, encoding, cuts) => {
        const bytes = encodings[encoding]!(text);
        const { text: found, notes } = decoded(
          bytes,
          cuts.map((cut) => Math.min(cut, bytes.length)),
        );
        assert.equal(found, text);
        assert.deepEqual(notes, []);
      },
    ),
  );
});

test("what UTF-8 does not allow is read as Windows-1252, and said", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(60), { maxLength: 4 }), (cuts) => {
      const bytes = encodings["Windows-1252"]!("name,wert\nMüller,3\nJosé,4\n");
      const { text, notes, encoding } = decoded(
        bytes,
        cuts.map((cut) => Math.min(cut, bytes.length)),
      );
      assert.equal(text, "name,wert\nMüller,3\nJosé,4\n");
      assert.equal(encoding, "Windows-1252");
      assert.equal(notes.length, 1);
    }),
  );
});

test("damage in a text that is UTF-8 costs its own bytes only", () => {
  const good = new TextEncoder().encode("größer,1\n");
  const bytes = Uint8Array.from([...good, 0xff, ...good]);
  const { text, notes, encoding } = decoded(bytes, []);
  assert.equal(text, "größer,1\n\uFFFDgrößer,1\n");
  assert.equal(encoding, "UTF-8");
  assert.match(notes[0]!, /not valid UTF-8/);
});

test("UTF-16 without a mark is known by its zeros", () => {
  const { text, encoding } = decoded(encodings["UTF-16 without a mark"]!("case,session\na,1\n"), [3, 9]);
  assert.equal(text, "case,session\na,1\n");
  assert.equal(encoding, "UTF-16LE");
});
