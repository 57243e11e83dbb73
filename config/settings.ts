import { z } from "zod";

declare module "zod" {
  interface GlobalMeta {
    /** Environment variable, when it is not `HABEAS_` and the key in capitals. */
    env?: string;
    /** Unit of a number. */
    unit?: string;
    /** Never shown. Passwords inside of addresses are masked everywhere, without this. */
    secret?: boolean;
    /** A path: relative ones in a file are taken from the file's folder, others from the working folder. */
    path?: boolean;
  }
}

const seconds = z.number().positive();
const secondsOrNone = z.number().nonnegative();
const count = z.int().positive();
const names = z.array(z.string().min(1));
const folder = z.string().min(1).nullable();

/**
 * All settings. Every key has a description and a default; its environment variable is `HABEAS_` and the key in
 * capitals (`crawl.timeoutSeconds` is `HABEAS_CRAWL_TIMEOUT_SECONDS`) unless `env` says otherwise.
 */
export const SettingsSchema = z.strictObject({
  data: z.strictObject({
    folder: z.string().min(1).default(".habeas").meta({
      description: "Folder of the embedded store, the captures and everything else that Habeas keeps.",
      env: "HABEAS_DATA",
      path: true,
    }),
  }),
  mongodb: z.strictObject({
    url: z
      .string()
      .regex(/^mongodb(\+srv)?:\/\/.+/, "an address that begins with mongodb:// or mongodb+srv://")
      .nullable()
      .default(null)
      .meta({
        description: "Server for documents and captures; without it they are kept in the data folder.",
        env: "MONGODB_URL",
      }),
    database: z
      .string()
      .regex(
        /^[^/\\. "$*<>:|?]{1,63}$/,
        'a database name without / \\ . " $ or blanks, at most 63 characters',
      )
      .default("habeas")
      .meta({ description: "Database on that server." }),
  }),
  redis: z.strictObject({
    url: z
      .string()
      .regex(/^(rediss?|unix):\/\/.+/, "an address that begins with redis:// or rediss://")
      .nullable()
      .default(null)
      .meta({
        description:
          "Server for the queue and the politeness that workers share; without it they live in the data folder.",
        env: "REDIS_URL",
      }),
    prefix: z
      .string()
      .regex(/^[A-Za-z0-9_-]+$/, "letters, digits, hyphens and underscores")
      .default("habeas")
      .meta({
        description: "First part of every key in Redis, so that several installations can share a server.",
      }),
  }),
  crawl: z.strictObject({
    contactUrl: z
      .string()
      .regex(/^(https?:\/\/|mailto:)\S+$/, "an address that begins with https://, http:// or mailto:")
      .nullable()
      .default(null)
      .meta({
        description:
          "Page or mail address where the owner of a site can reach you. It is sent with every request; sites refuse crawlers that hide.",
      }),
    userAgent: z.string().min(1).nullable().default(null).meta({
      description:
        "How Habeas names itself to the sites that it reads, in place of its own name, version and the contact.",
    }),
    perHostConcurrency: count.max(32).default(2).meta({
      description:
        "Requests that may be under way to one host at a time. Two are as many as a reader's browser makes.",
      unit: "requests",
    }),
    perHostDelaySeconds: secondsOrNone.default(1).meta({
      description:
        "Shortest time between the starts of two requests to one host; a larger Crawl-delay in robots.txt wins.",
      unit: "seconds",
    }),
    timeoutSeconds: seconds.default(20).meta({
      description: "Longest time for one request, from connecting to the last byte.",
      unit: "seconds",
    }),
    maxBodyBytes: count.default(10_000_000).meta({
      description:
        "Largest page after decompression; anything larger is given up. News sitemaps come near 10 MB, articles rarely reach 2.",
      unit: "bytes",
    }),
    maxRedirects: z.int().nonnegative().default(5).meta({
      description: "Redirects followed for one request; each target is checked like the first address.",
      unit: "redirects",
    }),
    maxItemsPerPoll: count.default(200).meta({
      description:
        "Newest items of an endpoint that are taken at one poll, so that a mistaken archive does not flood the queue.",
      unit: "items",
    }),
    allowPrivateHosts: names.default([]).meta({
      description:
        "Hosts (name or address, with :port to narrow it) that may be fetched although they are private, e.g. 127.0.0.1:8080. For tests and a site of your own; leave it empty otherwise.",
    }),
    pollIntervalSeconds: seconds.default(1800).meta({
      description: "Time between two polls of an endpoint whose source does not say otherwise.",
      unit: "seconds",
    }),
    robotsCacheSeconds: secondsOrNone.default(86_400).meta({
      description: "How long a robots.txt is believed. RFC 9309 asks for no more than a day.",
      unit: "seconds",
    }),
    breakerFailures: count.default(5).meta({
      description:
        "Failures in a row (no answer, errors of the server, walls for robots) after which a host is left alone; then one request tries whether it is back.",
      unit: "failures",
    }),
    breakerRestSeconds: seconds.default(60).meta({
      description:
        "How long it is left alone at first; doubled, up to an hour, each time that it is not back.",
      unit: "seconds",
    }),
    archive: z.boolean().default(false).meta({
      description:
        "Read articles that are gone, or that walls for robots and borders keep from us, from the Wayback Machine. What robots.txt, a paywall or a login withholds is not looked for there.",
    }),
    archiveUrl: z
      .url({ protocol: /^https?$/ })
      .default("https://archive.org/wayback/available")
      .meta({ description: "The archive's availability interface." }),
  }),
  browser: z.strictObject({
    enabled: z.enum(["auto", "on", "off"]).default("auto").meta({
      description:
        "Use Chromium for sources that need JavaScript: auto when one is found, on to fail without, off never.",
    }),
    executablePath: z.string().min(1).nullable().default(null).meta({
      description: "Chromium to use; looked for in PATH and in Playwright's folder when not given.",
      path: true,
    }),
    concurrentPages: count.max(16).default(2).meta({
      description: "Pages rendered at once by one process; each costs 100 to 200 MB.",
      unit: "pages",
    }),
    maxScriptSeconds: seconds.default(10).meta({
      description: "Longest time that a page's scripts may keep it from answering.",
      unit: "seconds",
    }),
    recycleAfterPages: count.default(100).meta({
      description: "Pages after which the browser is restarted, because its memory only grows.",
      unit: "pages",
    }),
  }),
  queue: z.strictObject({
    pollConcurrency: count
      .default(4)
      .meta({ description: "Endpoints polled at once by one process.", unit: "jobs" }),
    fetchConcurrency: count.default(16).meta({
      description: "Pages fetched at once by one process, over all hosts.",
      unit: "jobs",
    }),
    extractConcurrency: count.default(2).meta({
      description: "Articles extracted at once by one process; more than the number of cores gains nothing.",
      unit: "jobs",
    }),
    resolveConcurrency: count.default(4).meta({
      description: "Articles whose claims are merged into the ledger at once by one process.",
      unit: "jobs",
    }),
    attempts: count.max(50).default(5).meta({
      description:
        "Tries before a job goes to the dead letters; waiting for a host that asked us to wait spends none.",
      unit: "tries",
    }),
    leaseSeconds: seconds.min(1).default(30).meta({
      description:
        "Time without a sign of life after which a job is taken from its worker; a worker that dies costs no more than this.",
      unit: "seconds",
    }),
    sweepSeconds: seconds.default(60).meta({
      description: "Time between two looks for articles and polls whose jobs were lost.",
      unit: "seconds",
    }),
    sweepGraceSeconds: seconds.default(120).meta({
      description: "How long an article may stand still before its job is looked for.",
      unit: "seconds",
    }),
    backoffBaseSeconds: seconds.default(10).meta({
      description: "Wait before the second try; it doubles with every further one, with jitter.",
      unit: "seconds",
    }),
    backoffMaxSeconds: seconds.default(3600).meta({
      description: "Longest wait between two tries.",
      unit: "seconds",
    }),
  }),
  sources: z.strictObject({
    folder: folder.default(null).meta({
      description:
        "Folder with source files of your own (YAML or JSON); a file with the id of a known source changes that source.",
      path: true,
    }),
    enabled: names.default([]).meta({
      description:
        "Ids of sources that are watched; when empty, all that are enabled in their files. * stands for any letters.",
    }),
    disabled: names.default([]).meta({
      description: "Ids of sources that are not watched, whatever else is said. * stands for any letters.",
    }),
  }),
  gazetteers: z.strictObject({
    folder: folder.default(null).meta({
      description:
        "Folder with people, actors, prisons, countries, given names or terms of your own (YAML or JSON).",
      path: true,
    }),
  }),
  ledger: z.strictObject({
    isolationDays: count.default(30).meta({
      description: "Days in one spell of isolation after which analysts and subscribers are told.",
      unit: "days",
    }),
    silenceDays: count.default(90).meta({
      description: "Days without any news of somebody held after which they are told.",
      unit: "days",
    }),
    contactDays: count.default(60).meta({
      description:
        "Days without a letter, a call, a visit or a lawyer, each by itself, after which they are told.",
      unit: "days",
    }),
  }),
  review: z.strictObject({
    enabled: z
      .boolean()
      .default(true)
      .meta({ description: "Whether habeas run serves the review app too; habeas web always does." }),
    host: z.string().min(1).default("127.0.0.1").meta({
      description:
        "Address that the review app listens on. Beyond this machine put a proxy with TLS before it and set publicUrl.",
    }),
    port: z.int().min(0).max(65_535).default(8470).meta({
      description: "Port that the review app listens on; 0 takes any free one.",
    }),
    publicUrl: z
      .string()
      .regex(/^https?:\/\/[^/?#\s]+\/?$/, "an address like https://habeas.example.org, without a path")
      .nullable()
      .default(null)
      .meta({
        description:
          "Address at which people reach the review app through a proxy. Links use it, requests for other host names are refused, and with https cookies are never sent without it.",
      }),
    trustedProxies: z.array(z.string().min(1)).default([]).meta({
      description:
        "Addresses of proxies whose X-Forwarded-For is believed, for the audit log and the limits on logging in.",
    }),
    sessionIdleMinutes: count.default(120).meta({
      description: "Time without a request after which somebody is logged out.",
      unit: "minutes",
    }),
    sessionHours: count.default(24).meta({
      description: "Time after which somebody has to log in again, however busy they are.",
      unit: "hours",
    }),
  }),
  alerts: z.strictObject({
    file: z.string().min(1).nullable().default(null).meta({
      description:
        "File with targets, rules and lists of persons, see docs/alerts.md. Without it only rules made in the review app are there, and nobody to tell.",
      path: true,
    }),
    smtpUrl: z
      .string()
      .regex(/^smtps?:\/\/.+/, "an address that begins with smtp:// or smtps://")
      .nullable()
      .default(null)
      .meta({
        description: "Mail server for alerts by mail, with user name and password in the address.",
        env: "HABEAS_SMTP_URL",
        secret: true,
      }),
    allowPrivateHosts: names.default([]).meta({
      description:
        "Hosts (name or address, with :port to narrow it) that alerts may be sent to although they are private, such as a chat server of your own.",
    }),
    timeoutSeconds: seconds.default(15).meta({
      description: "Longest time for one message to one target.",
      unit: "seconds",
    }),
    targetsAtOnce: count.max(200).default(16).meta({
      description: "Targets that one process sends to at once; each gets one message after the other.",
      unit: "targets",
    }),
  }),
  log: z.strictObject({
    level: z
      .enum(["trace", "debug", "info", "warn", "error", "silent"])
      .default("info")
      .meta({ description: "Least serious messages that are written to the log." }),
    format: z.enum(["auto", "pretty", "json"]).default("auto").meta({
      description: "auto is pretty on a terminal and JSON lines elsewhere.",
    }),
  }),
});
export type Settings = z.infer<typeof SettingsSchema>;
