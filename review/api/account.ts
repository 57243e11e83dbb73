import { z } from "zod";
import { hasRole, roles, scopes, type Token, TokenSchema } from "../../model/accounts.ts";
import { newSecret, secretHash } from "../access/secrets.ts";
import { isoTime } from "../access/time.ts";
import { audit, type ReviewContext, viewerOf } from "../http/context.ts";
import { HttpFault, notFound } from "../http/fault.ts";
import { type ApiRoute, call } from "./call.ts";

const TokenViewSchema = TokenSchema.omit({ login: true });

const NewTokenSchema = z.object({
  name: z.string().trim().min(1).max(80),
  scopes: z.array(z.enum(scopes)).min(1),
  /** Days until it ends; null: never. */
  days: z.int().min(1).max(3650).nullable(),
});
export type NewToken = z.infer<typeof NewTokenSchema>;

const viewOf = ({ id, name, scopes: granted, createdAt, expiresAt, usedAt }: Token) => ({
  id,
  name,
  scopes: granted,
  createdAt,
  expiresAt,
  usedAt,
});

const maxTokens = 100;

/** Makes a token for the viewer; its secret is told this once. */
export async function makeToken(c: ReviewContext, { name, scopes: wanted, days }: NewToken) {
  const { review, now, random } = c.var.services;
  const { user } = viewerOf(c);
  if (wanted.includes("admin") && !hasRole(user.role, "admin"))
    throw new HttpFault(403, "Only administrators make tokens with the scope “admin”.");
  const { items } = await review.tokens.list({ group: user.login }, { limit: maxTokens });
  if (items.length >= maxTokens) throw new HttpFault(409, `You have ${maxTokens} tokens; remove some first.`);
  const secret = `hbs_${newSecret(random)}`;
  const token = {
    id: secretHash(secret),
    login: user.login,
    name,
    scopes: scopes.filter((scope) => wanted.includes(scope)),
    createdAt: isoTime(now()),
    expiresAt: days === null ? null : isoTime(now() + days * 86_400_000),
    usedAt: null,
  };
  await review.tokens.insert(token);
  await audit(
    c,
    "token.create",
    { kind: "token", id: token.id.slice(0, 12) },
    { name, scopes: wanted.join(",") },
  );
  return { ...viewOf(token), secret };
}

/** Ends a token of the viewer's own. @throws HttpFault 404 */
export async function removeToken(c: ReviewContext, id: string): Promise<void> {
  const { tokens } = c.var.services.review;
  const token = await tokens.get(id);
  if (token === null || token.login !== viewerOf(c).user.login) throw notFound("token");
  await tokens.remove(id);
  await audit(c, "token.remove", { kind: "token", id: id.slice(0, 12) }, { name: token.name });
}

/** The viewer themselves and their tokens. Tokens make no tokens: who steals one shall not keep the door open. */
export const accountCalls: readonly ApiRoute[] = [
  call({
    method: "GET",
    path: "/me",
    role: "viewer",
    scope: "read",
    summary: "Who is asking",
    answer: z.object({
      login: z.string(),
      name: z.string(),
      role: z.enum(roles),
      seesRestricted: z.boolean(),
      scopes: z.array(z.enum(scopes)),
    }),
    async handle(c) {
      const { user, scopes: granted } = viewerOf(c);
      const { login, name, role, seesRestricted } = user;
      return { login, name, role, seesRestricted, scopes: granted };
    },
  }),
  call({
    method: "GET",
    path: "/tokens",
    role: "viewer",
    scope: "read",
    summary: "Your tokens, without their secrets",
    answer: z.object({ items: z.array(TokenViewSchema) }),
    async handle(c) {
      const { user } = viewerOf(c);
      const { items } = await c.var.services.review.tokens.list({ group: user.login }, { limit: maxTokens });
      return { items: items.map(viewOf) };
    },
  }),
  call({
    method: "DELETE",
    path: "/tokens/:id",
    role: "viewer",
    scope: "read",
    summary: "End one of your tokens",
    answer: null,
    handle: (c) => removeToken(c, c.req.param("id") ?? ""),
  }),
];
