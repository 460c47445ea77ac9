import type { AddCommand } from "../add-command.ts";
import { demoFolder } from "../data-folders.ts";
import { CommandRefused, exitCodes } from "../terminal.ts";

/** `concord demo`: a simulated practice in a folder of its own, to look around and to try things out. */
export const demo: AddCommand = (program, terminal, done) => {
  program
    .command("demo")
    .description("Fill an empty data folder with a simulated practice, labelled as such on every page.")
    .option("--data <folder>", `the folder (default: ${demoFolder})`)
    .action(async (flags: { readonly data?: string }) => {
      const { openStoreFor } = await import("../open-practice.ts");
      const { seedIfEmpty } = await import("../seed-demo.ts");
      const store = await openStoreFor(flags, terminal, { folder: demoFolder });
      try {
        const seeding = await seedIfEmpty(store);
        if (seeding.kind === "real-practice") {
          throw new CommandRefused(
            `${seeding.name} is a real practice; simulated data is not put beside it. Choose another folder (--data).`,
          );
        }
        if (seeding.kind === "there-already") terminal.out("The simulated practice is here already.\n");
        else {
          const { cases, staff } = seeding.demo;
          terminal.out(`A simulated practice with ${cases} cases is ready. Everything in it is made up.\n`);
          for (const { name, email } of staff) terminal.out(`  ${name} (${email})\n`);
        }
        const where = store.place.kind === "folder" ? ` --data ${store.place.folder}` : "";
        terminal.out(`Look at it: concord serve --demo${where}\n`);
        done(exitCodes.done);
      } finally {
        await store.close();
      }
    });
};
