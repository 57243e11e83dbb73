import { readFileSync } from "node:fs";
import { Permanent } from "../model/errors.ts";
import type { HttpAnswer, HttpRequest, SecretRef, Tools } from "./channels/channel.ts";
import { createMailer, type Mailer } from "./channels/smtp.ts";

export interface ToolOptions {
  http: (request: HttpRequest) => Promise<HttpAnswer>;
  /** Address of the mail server; null when mail cannot be sent. */
  smtpUrl: string | null;
  env: Readonly<Record<string, string | undefined>>;
}

/** The tools of channels for one process, and how to let go of them. */
export function createTools({ http, smtpUrl, env }: ToolOptions): Tools & { close(): void } {
  let mailer: Mailer | null = null;
  return {
    http,
    async mail(mail) {
      if (smtpUrl === null)
        throw new Permanent("no mail server is set: give its address in alerts.smtpUrl (HABEAS_SMTP_URL)");
      mailer ??= createMailer(smtpUrl);
      return mailer.send(mail);
    },
    secret: (ref) => readSecret(ref, env),
    now: Date.now,
    close: () => mailer?.close(),
  };
}

function readSecret(ref: SecretRef, env: ToolOptions["env"]): string {
  if ("env" in ref) {
    const value = env[ref.env];
    if (value === undefined || value === "")
      throw new Permanent(`the environment variable ${ref.env}, which an alert target needs, is not set`);
    return value;
  }
  try {
    return readFileSync(ref.file, "utf8").trim();
  } catch (cause) {
    throw new Permanent(`the file ${ref.file}, which an alert target needs, cannot be read`, { cause });
  }
}
