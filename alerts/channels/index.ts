import { z } from "zod";
import type { Delivery } from "../../model/alert.ts";
import { AlertIdSchema } from "../../model/alert.ts";
import type { Message } from "../message/compose.ts";
import type { Channel, Receipt, Tools } from "./channel.ts";
import { email } from "./email.ts";
import { matrix } from "./matrix.ts";
import { mattermost } from "./mattermost.ts";
import { ntfy } from "./ntfy.ts";
import { slack } from "./slack.ts";
import { telegram } from "./telegram.ts";
import { webhook } from "./webhook.ts";

const channels = { email, matrix, mattermost, ntfy, slack, telegram, webhook };
export type ChannelKind = keyof typeof channels;
export const channelKinds = Object.keys(channels) as ChannelKind[];

/** A target as it is configured: who is reached, and by which channel. */
export const TargetSchema = z
  .looseObject({ id: AlertIdSchema, channel: z.enum(channelKinds) })
  .transform(({ id, channel, ...rest }, context) => {
    const parsed = channels[channel].settings.safeParse(rest);
    if (parsed.success) return { id, channel, settings: parsed.data };
    for (const issue of parsed.error.issues) context.addIssue({ ...issue });
    return z.NEVER;
  });
export type Target = z.infer<typeof TargetSchema>;

/** Sends by the target's channel; errors as in {@link Channel.send}. */
export function sendTo(
  { channel, settings }: Target,
  what: { delivery: Delivery; message: Message },
  tools: Tools,
): Promise<Receipt> {
  return (channels[channel] as Channel<unknown>).send(what, settings, tools);
}
