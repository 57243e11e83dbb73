import { Command, CommanderError, Option } from "commander";
import { type AddCommand, defineCommands } from "./commands.ts";
import { exitCodes } from "./exit-codes.ts";
import { explain } from "./explain.ts";
import { createTerminal, type Terminal } from "./terminal.ts";
import { version } from "../config/version.ts";

/** Options that every command understands; they become settings flags. */
export interface GlobalOptions {
  config?: string;
  data?: string;
  mongodbUrl?: string;
  redisUrl?: string;
  logLevel?: string;
  set?: Record<string, string>;
}

const collect = (value: string, earlier: Record<string, string> = {}): Record<string, string> => {
  const at = value.indexOf("=");
  if (at < 1)
    throw new CommanderError(exitCodes.usage, "habeas.set", `--set expects key=value, found "${value}"`);
  return { ...earlier, [value.slice(0, at)]: value.slice(at + 1) };
};

/**
 * The command line. Commands load what they need when they run: `--help` must not wait for drivers.
 *
 * @returns the exit code; nothing is thrown.
 */
export async function runCli(argv: readonly string[]): Promise<number> {
  const terminal = createTerminal(process.stdout, process.stderr);
  // A reader that has seen enough (`| head`) is no error.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(exitCodes.ok);
    throw error;
  });
  let code: number = exitCodes.ok;
  const program = createProgram(terminal, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(argv);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    const { message, exitCode } = explain(error);
    terminal.err(`${terminal.colors.red("habeas:")} ${message}`);
    return exitCode;
  }
}

/** What a command gets: its options and arguments, the global ones, and where to write. */
export interface CommandContext<O> {
  options: O;
  args: string[];
  globals: GlobalOptions;
  terminal: Terminal;
}

function createProgram(terminal: Terminal, done: (code: number) => void): Command {
  const program = new Command("habeas")
    .description("News monitor for political prisoners and hostage diplomacy.")
    .version(version(), "-V, --version")
    .exitOverride()
    .configureHelp({ showGlobalOptions: false })
    .showHelpAfterError("(habeas --help lists the commands)")
    .configureOutput({ outputError: (text, write) => write(text) })
    .addOption(new Option("--config <file>", "settings file (default: habeas.yaml, .yml or .json here)"))
    .addOption(new Option("--data <folder>", "folder of the embedded store (HABEAS_DATA)"))
    .addOption(new Option("--mongodb-url <url>", "keep documents in MongoDB (MONGODB_URL)"))
    .addOption(new Option("--redis-url <url>", "keep the queue in Redis (REDIS_URL)"))
    .addOption(new Option("--log-level <level>", "trace, debug, info, warn, error or silent"))
    .addOption(
      new Option("--set <key=value>", "any setting, e.g. crawl.timeoutSeconds=30; may be repeated").argParser(
        collect,
      ),
    )
    .addHelpText(
      "after",
      `
Examples:
  habeas demo                              watch the whole job on a small bundled news site
  habeas crawl viasna memorial             read two sources once and print what was found
  habeas extract article.txt               people, conditions and events of one text, with the evidence
  habeas events list --type release        releases in the store, newest first
  habeas run                               watch all sources: schedule and workers in one process

Exit codes: 0 done, 1 failed, 2 wrong use, 3 wrong configuration, 4 a server or site could not be reached.`,
    );

  const command: AddCommand = (parent, usage, description, load, examples = "") =>
    parent
      .command(usage)
      .description(description)
      .addHelpText("after", examples === "" ? "" : `\nExamples:\n${examples}`)
      .action(async (...received: unknown[]) => {
        const self = received.at(-1) as Command;
        const run = await load();
        const result = await run({
          options: self.opts<never>(),
          args: self.args,
          globals: program.opts<GlobalOptions>(),
          terminal,
        });
        done(result ?? exitCodes.ok);
      });
  defineCommands(program, command);
  return program;
}
