export { commandLine, program } from "./program.ts";
export { type ExitCode, exitCodes, processTerminal, type Terminal } from "./terminal.ts";
