import { type Command, Option } from "commander";
import type { CommandContext } from "./program.ts";

/** Loads a command's code when it is run. */
export type Loader<O> = () => Promise<(context: CommandContext<O>) => Promise<number | undefined>>;

/** Adds a command to a parent, with its description, code and examples. */
export type AddCommand = <O>(
  parent: Command,
  usage: string,
  description: string,
  load: Loader<O>,
  examples?: string,
) => Command;

const json = (made: Command) => made.option("--json", "print JSON for programs");

const decided = (made: Command) =>
  made
    .option("--by <name>", "who decides (default: who runs the command)")
    .option("--reason <text>", "why, for those who read the decision later");

/** All commands of `habeas` with their options and examples. */
export function defineCommands(program: Command, command: AddCommand): void {
  const group = (name: string, description: string) => program.command(name).description(description);

  json(
    command(
      program,
      "demo",
      "crawl a bundled news site through the whole pipeline and show what was found",
      async () => (await import("./commands/demo.ts")).demo,
      "  habeas demo\n  habeas demo --keep /tmp/try && habeas --data /tmp/try persons list",
    )
      .option("--keep <folder>", "keep the data in this folder", ".habeas-demo")
      .option("--port <port>", "first port of the site (0: any free ones)", "0")
      .option("--no-serve", "end when everything is printed, also in a terminal"),
  );
  command(
    program,
    "run",
    "watch all sources: schedule, crawl, extract and resolve in one process, and serve the review app",
    async () => (await import("./commands/run.ts")).run,
    "  habeas run\n  habeas run --set crawl.contactUrl=https://example.org/bot",
  );
  command(
    program,
    "web",
    "serve the review app on the data that other processes crawl",
    async () => (await import("./commands/web.ts")).web,
    "  habeas web\n  habeas web --port 8080\n  habeas --data .habeas-demo web",
  )
    .option("--host <address>", "address to listen on (review.host)")
    .option("--port <port>", "port to listen on, 0 for any free one (review.port)");
  command(
    program,
    "work",
    "work off jobs of the queue; as many of these processes as you like",
    async () => (await import("./commands/run.ts")).work,
    "  habeas --redis-url redis://localhost work\n  habeas work --stages fetch,extract",
  ).option(
    "--stages <names>",
    "poll, fetch, extract, resolve, notify, deliver; separated by commas",
    "poll,fetch,extract,resolve,notify,deliver",
  );
  command(
    program,
    "schedule",
    "put due polls into the queue and mend what was lost; safe if two run",
    async () => (await import("./commands/run.ts")).schedule,
  );
  json(
    command(
      program,
      "crawl [source...]",
      "read sources once, now, and print a summary",
      async () => (await import("./commands/crawl.ts")).crawl,
      "  habeas crawl viasna\n  habeas crawl 'by-*' --limit 5 --json",
    )
      .option("--limit <articles>", "newest articles to take from each endpoint", "50")
      .option("--endpoint <url>", "only this endpoint of the source"),
  );
  json(
    command(
      program,
      "reextract",
      "extract kept articles anew, without the network, and bring the ledger in line",
      async () => (await import("./commands/reextract.ts")).reextract,
      "  habeas reextract --diff\n  habeas reextract --since 2025-11 --source viasna --source 'by-*' --diff",
    )
      .option("--since <date>", "only articles published since then")
      .option(
        "--source <id>",
        "only articles of this source; may be given several times",
        (id: string, before: string[] | undefined) => [...(before ?? []), id],
      )
      .option("--again", "also articles that these extractors have extracted already")
      .option("--diff", "list the events that were added, went or changed"),
  );
  json(
    command(
      program,
      "backfill <source...>",
      "look for a source's older articles in its sitemaps and lists; goes on where it was interrupted",
      async () => (await import("./commands/backfill.ts")).backfill,
      "  habeas backfill viasna --from 2020-08-09 --to 2021-12-31\n  habeas backfill 'svaboda' --from 2025-01-01",
    )
      .requiredOption("--from <day>", "first day of publication (YYYY-MM-DD)")
      .option("--to <day>", "last day; today when absent")
      .option("--limit <articles>", "new articles at most", "10000")
      .option("--restart", "begin anew"),
  );
  json(
    command(
      program,
      "extract [input...]",
      "extract persons, actors, conditions and events from a text or page",
      async () => (await import("./commands/extract.ts")).extract,
      "  habeas extract article.txt\n  habeas extract https://example.org/news/1 --json\n  habeas extract - < article.txt\n  habeas extract --format gold corpus/ > predictions.jsonl\n  echo 'Ann Lee was freed from prison.' | habeas extract --explain -",
    )
      .addOption(
        new Option("--format <format>", "how files are read and results printed")
          .choices(["article", "gold"])
          .default("article"),
      )
      .option(
        "--explain",
        "tell for every sentence which rules were tried, and why they made an event or none",
      )
      .option("--published <date>", "publication time of a plain text, for relative dates")
      .option("--source <name>", "name of the publisher of a plain text"),
  );
  json(
    command(
      program,
      "read [input...]",
      "read the article out of pages: title, authors, date, paragraphs",
      async () => (await import("./commands/read.ts")).read,
      "  habeas read page.html --url https://example.org/news/1\n  habeas read pages/ --json > articles.jsonl",
    ).option("--url <url>", "address that a page was fetched from"),
  );

  const alerts = group("alerts", "who is told what: rules, targets and deliveries");
  json(
    command(
      alerts,
      "list",
      "rules and targets as they are in force",
      async () => (await import("./commands/alerts.ts")).listAlerts,
      "  habeas alerts list\n  habeas --set alerts.file=alerts.yaml alerts list",
    ),
  );
  json(
    command(
      alerts,
      "test <rule>",
      "what a rule would have sent; nothing is sent",
      async () => (await import("./commands/alerts.ts")).testRule,
      "  habeas alerts test releases --since 30d\n  habeas alerts test releases --since 2025-12-01 --all",
    )
      .option("--since <when>", "a span such as 30d, 12h or 2w, or a date", "30d")
      .option("--all", "also what it would not have sent, and why"),
  );
  json(
    command(
      alerts,
      "explain <event>",
      "why each rule tells an event or not",
      async () => (await import("./commands/alerts.ts")).explainAlert,
      "  habeas alerts explain 4be1c0… --rule releases",
    ).option("--rule <id>", "only this rule"),
  );
  json(
    command(
      alerts,
      "deliveries",
      "messages that wait, were delivered or were given up, newest first",
      async () => (await import("./commands/alerts.ts")).listDeliveries,
      "  habeas alerts deliveries --state dead\n  habeas alerts deliveries --target desk --json",
    )
      .option("--state <state>", "waiting, collecting, digested, delivered or dead")
      .option("--target <id>", "only to this target")
      .option("--rule <id>", "only of this rule")
      .option("--limit <count>", "how many to show", "50"),
  );
  command(
    alerts,
    "replay [delivery...]",
    "try messages again that were given up; without ids all of them",
    async () => (await import("./commands/alerts.ts")).replayAlerts,
    "  habeas alerts replay\n  habeas alerts replay --target desk",
  ).option("--target <id>", "only those to this target");
  command(
    alerts,
    "try <target>",
    "send a sample to a target, now",
    async () => (await import("./commands/alerts.ts")).tryTarget,
    "  habeas alerts try desk",
  );
  command(
    alerts,
    "presets [preset]",
    "ready-made rules, as they go into the file of alerts",
    async () => (await import("./commands/alerts.ts")).showPresets,
    "  habeas alerts presets\n  habeas alerts presets deaths >> alerts.yaml",
  );
  command(
    alerts,
    "schema",
    "JSON Schema of what a webhook is sent",
    async () => (await import("./commands/alerts.ts")).showSchema,
  );

  const sources = group("sources", "the sources that Habeas knows");
  json(
    command(
      sources,
      "list",
      "list sources",
      async () => (await import("./commands/sources.ts")).listSources,
      "  habeas sources list --country BY\n  habeas sources list --disabled",
    )
      .option("--country <code>", "only of this country (ISO 3166)")
      .option("--lang <code>", "only in this language")
      .option("--disabled", "only those that are not watched, with the reason"),
  );
  json(
    command(
      sources,
      "show <source>",
      "show one source and the state of its endpoints",
      async () => (await import("./commands/sources.ts")).showSource,
    ),
  );
  json(
    command(
      sources,
      "check [source...]",
      "poll endpoints now, without keeping anything, and tell which are dead",
      async () => (await import("./commands/sources-check.ts")).checkSources,
      "  habeas sources check viasna\n  habeas sources check          (all watched sources)\n  habeas sources check rferl --live      (its newest article, all the way)\n  habeas sources check rferl --fixture   (the recorded one, without network)",
    )
      .option("--live", "also fetch the newest article and show what would become of it")
      .option("--fixture", "show what becomes of the recorded article"),
  );
  json(
    command(
      sources,
      "test [source...]",
      "test the sources' files, and crawl what was recorded for them; no network",
      async () => (await import("./commands/sources-test.ts")).testSources,
      "  habeas sources test\n  habeas sources test guardian --json",
    ),
  );
  command(
    sources,
    "add <url>",
    "find the feeds, sitemaps and lists of a site and write a source's file",
    async () => (await import("./commands/sources-add.ts")).addSource,
    "  habeas sources add https://news.example\n  habeas sources add https://news.example/en --id news-en --print",
  )
    .option("--id <id>", "id of the source; from the address when absent")
    .option("--folder <folder>", "where to write it (default: sources.folder of the settings)")
    .option("--print", "print it instead");

  json(
    command(
      sources,
      "status [source...]",
      "show the three lamps of the watched sources; exit code 1 when one is red, for monitoring",
      async () => (await import("./commands/sources-status.ts")).sourcesStatus,
      "  habeas sources status --problems\n  habeas sources status viasna --json",
    )
      .option("--problems", "only sources that need a look")
      .option("--strict", "fail on yellow lamps, too"),
  );

  const hosts = group("hosts", "the machines that sources live on, and which of them are in trouble");
  json(
    command(
      hosts,
      "list",
      "list hosts in trouble: left alone, resting, throttling us; exit code 1 while one is left alone",
      async () => (await import("./commands/hosts.ts")).listHosts,
    ).option("--all", "those that are well again too"),
  );
  json(
    command(
      hosts,
      "show <host>",
      "show one host's state and what is known of its robots.txt",
      async () => (await import("./commands/hosts.ts")).showHost,
      "  habeas hosts show news.example",
    ),
  );

  const articles = group("articles", "what was read");
  json(
    command(
      articles,
      "history <article>",
      "show an article's versions, by its address or id, and what changed from each to the next",
      async () => (await import("./commands/articles.ts")).articleHistory,
      "  habeas articles history https://example.org/news/1",
    ),
  );

  const events = group("events", "what the ledger knows to have happened");
  json(
    command(
      events,
      "list",
      "list events, newest first",
      async () => (await import("./commands/events.ts")).listEvents,
      "  habeas events list --type release --from 2025-12\n  habeas events list --person kalesnikava-maria",
    )
      .option("--type <type>", "arrest, sentence, release, …")
      .option("--person <id>", "events of this person")
      .option("--source <id>", "events that this source reported")
      .option("--assertion <kind>", "asserted, negated, uncertain, planned or demanded")
      .option("--from <date>", "on this date or later (YYYY, YYYY-MM or YYYY-MM-DD)")
      .option("--to <date>", "on this date or earlier")
      .option("--limit <n>", "at most so many", "50"),
  );
  json(
    command(
      events,
      "show <event>",
      "show an event with every claim and its evidence",
      async () => (await import("./commands/events.ts")).showEvent,
      "  habeas events show ID --history --why",
    )
      .option("--history", "how its standing and content changed, when and by what")
      .option("--why", "why each claim is part of it")
      .option("--related", "its group or members, the pardon behind it, the deal that it is part of"),
  );

  const names = group("names", "whether two spellings are one name");
  command(
    names,
    "match <file>",
    "compare pairs of names (a TAB b, one pair a line; - reads standard input)",
    async () => (await import("./commands/names.ts")).matchNameFile,
    "  habeas names match pairs.tsv > outcomes.tsv\n  printf 'Мария Колесникова\\tMaria Kalesnikava\\n' | habeas names match -",
  )
    .option("--no-gazetteer", "judge by spelling alone, without the aliases of known people")
    .option("--reasons", "print what decided as a fifth field");

  json(
    command(
      program,
      "search [words...]",
      "find events, persons or articles by words and names in any script",
      async () => (await import("./commands/search.ts")).search,
      "  habeas search Kolesnikova\n  habeas search --kind article 'prison 14' --from 2025-11\n  habeas search --type release --country BY --json",
    )
      .option("--kind <kind>", "event, person or article", "event")
      .option("--exact", "only words written just so, in this script")
      .option("--type <type>", "arrest, sentence, release, …")
      .option("--standing <standing>", "claimed, corroborated, confirmed, disputed, denied or retracted")
      .option("--country <code>", "that it is about (BY, IR, …); of articles, where they are published")
      .option("--lang <code>", "in which it is told")
      .option("--source <id>", "that tells it")
      .option("--from <date>", "on this date or later (YYYY, YYYY-MM or YYYY-MM-DD)")
      .option("--to <date>", "on this date or earlier")
      .option("--limit <n>", "at most so many", "20"),
  );
  command(
    program,
    "reindex",
    "make the search index anew, from the data that is there",
    async () => (await import("./commands/search.ts")).reindex,
  );

  const persons = group("persons", "the people whom the ledger knows");
  json(
    command(
      persons,
      "list",
      "list persons by name",
      async () => (await import("./commands/persons.ts")).listPersons,
    )
      .option("--name <words>", "persons with names that begin with these words")
      .option("--curated", "only those whom the gazetteer knows")
      .option("--limit <n>", "at most so many", "100"),
  );
  json(
    command(
      persons,
      "show <person>",
      "show a person: status, names in all scripts, open questions, events",
      async () => (await import("./commands/persons.ts")).showPerson,
      "  habeas persons show kalesnikava-maria --as-of 2024-06",
    ).option("--as-of <date>", "status on this day (YYYY, YYYY-MM or YYYY-MM-DD)"),
  );
  decided(
    command(
      persons,
      "merge <keep> <other...>",
      "decide that these are one person; the first id is kept",
      async () => (await import("./commands/person-decisions.ts")).mergePersons,
      "  habeas persons merge kalesnikava-maria 'candidate:m kalesnik' --reason 'same verdict'",
    ),
  );
  decided(
    command(
      persons,
      "not-same <person> <other...>",
      "decide that these are different people, whatever their names look like",
      async () => (await import("./commands/person-decisions.ts")).partPersons,
    ),
  );
  decided(
    command(
      persons,
      "split <person>",
      "decide that some of what is said of a person is said of somebody else",
      async () => (await import("./commands/person-decisions.ts")).splitPerson,
      "  habeas persons split 'candidate:ivan sample' --articles 3f2a,77b0\n  habeas persons split 'candidate:ivan sample' --names 'Ivan P. Sample' --into sample-ivan",
    )
      .option("--articles <ids>", "what these articles say; separated by commas")
      .option("--names <names>", "what is said under these forms of the name; separated by commas")
      .option("--into <person>", "whom it is said of (default: a new person)"),
  );
  decided(
    command(
      persons,
      "undo <decision>",
      "take back a decision on persons",
      async () => (await import("./commands/person-decisions.ts")).undoDecision,
    ),
  );

  json(
    command(
      program,
      "import <file>",
      "bring a list of prisoners into the ledger: it is one source, each row keeps its provenance",
      async () => (await import("./commands/import.ts")).importList,
      "  habeas import prisoners.csv --format viasna --source viasna --dry-run\n  habeas import list.csv --format csv --mapping columns.yaml --source my-list --tier 2",
    )
      .addOption(
        new Option("--format <format>", "how the list is written (- reads standard input)")
          .choices(["viasna", "cpj", "csv", "ftm"])
          .makeOptionMandatory(),
      )
      .requiredOption("--source <id>", "the list's source: a known one, or a name of your own")
      .option("--name <name>", "the source's name, when it is not a known one")
      .option("--tier <tier>", "its tier from 1 to 4, when it is not a known one", "2")
      .option("--mapping <file>", "YAML that says which columns mean what; for csv")
      .option("--as-of <date>", "when the list said so; today if absent")
      .option("--dry-run", "show what would change and write nothing"),
  );

  const exporting = group("export", "write the ledger out");
  command(
    exporting,
    "events",
    "export events; what is restricted is left out, and who took what is noted in the audit log",
    async () => (await import("./commands/export.ts")).exportEvents,
    "  habeas export events --format csv --bom > events.csv\n  habeas export events --format ftm --type release\n  habeas export events --restricted --as ada",
  )
    .addOption(
      new Option("--format <format>", "FollowTheMoney entities, HURIDOCS-style records, a calendar, a feed …")
        .choices(["jsonl", "csv", "ftm", "huridocs", "ics", "rss"])
        .default("jsonl"),
    )
    .option("--bom", "begin CSV with a byte order mark, for spreadsheets")
    .option("--restricted", "also what is restricted; needs --as")
    .option("--as <login>", "user in whose name it is taken")
    .option("--type <type>", "only events of this type")
    .option("--person <id>", "only events of this person")
    .option("--source <id>", "only events that this source reported")
    .option("--from <date>", "on this date or later")
    .option("--to <date>", "on this date or earlier");

  const queue = group("queue", "the jobs that wait, run or have failed");
  json(
    command(
      queue,
      "status",
      "count jobs by stage and list dead letters",
      async () => (await import("./commands/queue.ts")).queueStatus,
    ),
  );
  command(
    queue,
    "retry [job...]",
    "put dead jobs back into the queue",
    async () => (await import("./commands/queue.ts")).retryJobs,
    "  habeas queue retry --all\n  habeas queue retry 17 18",
  )
    .option("--all", "all dead jobs")
    .option("--stage <name>", "with --all: only of this stage");
  command(
    queue,
    "drop <job...>",
    "give dead jobs up",
    async () => (await import("./commands/queue.ts")).dropJobs,
  );
  command(
    queue,
    "pause [stage]",
    "stop taking jobs (of one stage)",
    async () => (await import("./commands/queue.ts")).pauseQueue,
  );
  command(
    queue,
    "resume [stage]",
    "take jobs again",
    async () => (await import("./commands/queue.ts")).resumeQueue,
  );

  const auditing = group("audit", "the log of who did what");
  json(
    command(
      auditing,
      "verify",
      "check that no entry was changed, removed or slipped in",
      async () => (await import("./commands/audit.ts")).verifyAudit,
      "  habeas audit verify\n  habeas audit verify --anchor 1204:3fa9…",
    ).option("--anchor <seq:hash>", "what an earlier verify printed: also finds an end that was cut off"),
  );

  json(
    command(
      program,
      "config",
      "print the settings in force and where each comes from",
      async () => (await import("./commands/config.ts")).config,
    ),
  );
  json(
    command(
      program,
      "doctor",
      "check what is installed, reachable and writable, and say what to do",
      async () => (await import("./commands/doctor.ts")).doctor,
    ),
  );
}
