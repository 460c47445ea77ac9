/**
 * Test files that run one after the other in one process, each with its own hooks: what Node, the packages and the
 * browser take to start is paid once. `testFiles` is called by the entry that `test.ts` writes for each process.
 */
import { after, suite, test } from "node:test";

/** Work to do after the last file of a process: closing what its files share. */
export const afterAllFiles: (() => Promise<void>)[] = [];
Object.assign(globalThis, { [Symbol.for("concord.afterAllFiles")]: afterAllFiles });

/** Registers the tests of files, given as name and URL: a test of each file's name, with a suite of what is in it. */
export function testFiles(files: readonly (readonly [name: string, url: string])[]): void {
  after(async () => {
    for (const close of afterAllFiles) await close();
  });
  for (const [name, url] of files)
    test(name, () => {
      // A suite waits for `before`; it is inside of a test because suites beside each other load at the same time.
      suite("its tests", async () => {
        await import(url);
      });
    });
}
