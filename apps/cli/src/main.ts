import { program } from "./program.ts";
import { processTerminal } from "./terminal.ts";

// A reader that has seen enough (`| head`) is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
}

process.exitCode = await program(process.argv.slice(2), processTerminal());
