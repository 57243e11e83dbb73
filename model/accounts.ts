import { z } from "zod";

/** What people may do, weakest first; every role may do what the ones before it may. */
export const roles = ["viewer", "analyst", "editor", "admin"] as const;
export type Role = (typeof roles)[number];

/** Whether somebody with `role` may do what `needed` may. */
export function hasRole(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}

const time = z.iso.datetime();
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Names that users log in with; lower case, so that they are told apart by letters alone. */
export const LoginSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._@-]{1,63}$/, "2 to 64 small letters, digits, dots, hyphens, underscores or @");

/** Somebody who may log in. Natural key: `login`, which is also their id and never changes. */
export const UserSchema = z.strictObject({
  login: LoginSchema,
  name: z.string().min(1).max(120),
  role: z.enum(roles),
  /** Whether restricted records and fields are shown to them. */
  seesRestricted: z.boolean(),
  /** Salted, slow hash with its parameters; null until the first password is set. */
  password: z.string().nullable(),
  /** Base32 secret of the second factor, and the last time step that was used (a code counts once). */
  totp: z.strictObject({ secret: z.string(), lastStep: z.int() }).nullable(),
  active: z.boolean(),
  createdAt: time,
  /** Whether the short tour has been seen or waved away. */
  tourDone: z.boolean(),
});
export type User = z.infer<typeof UserSchema>;

/** Somebody's browser that is logged in. Only the SHA-256 of its secret is kept. Natural key: that hash. */
export const SessionSchema = z.strictObject({
  id: hash,
  login: z.string(),
  createdAt: time,
  seenAt: time,
  /** Ends however busy it is. */
  expiresAt: time,
  address: z.string().nullable(),
  userAgent: z.string().max(400),
});
export type Session = z.infer<typeof SessionSchema>;

/** What a token may be used for, weakest first: reading, deciding, administering. */
export const scopes = ["read", "decide", "admin"] as const;
export type Scope = (typeof scopes)[number];

/** A key for programs. Only the SHA-256 of the secret is kept. Natural key: that hash. */
export const TokenSchema = z.strictObject({
  id: hash,
  login: z.string(),
  name: z.string().min(1).max(80),
  scopes: z.array(z.enum(scopes)).min(1),
  createdAt: time,
  expiresAt: time.nullable(),
  usedAt: time.nullable(),
});
export type Token = z.infer<typeof TokenSchema>;

/** A link that can be used once to set a password: the first administrator's, a new user's, or one who forgot theirs. */
export const InvitationSchema = z.strictObject({
  id: hash,
  /** Whose password is set; null: whoever opens the link chooses their login. */
  login: z.string().nullable(),
  role: z.enum(roles),
  createdAt: time,
  expiresAt: time,
});
export type Invitation = z.infer<typeof InvitationSchema>;

/** Somebody whose password was right and who has to show their second factor next. */
export const ChallengeSchema = z.strictObject({ id: hash, login: z.string(), expiresAt: time });
export type Challenge = z.infer<typeof ChallengeSchema>;

/** Failed attempts of one kind by one key (a login, an address). */
export const ThrottleSchema = z.strictObject({
  id: z.string(),
  failures: z.int().nonnegative(),
  lastAt: time,
  lockedUntil: time.nullable(),
});
export type Throttle = z.infer<typeof ThrottleSchema>;

/** A filter that somebody keeps, with a name. */
export const SavedViewSchema = z.strictObject({
  id: z.string(),
  login: z.string(),
  name: z.string().min(1).max(80),
  /** Page that it belongs to: `inbox`, `events`, `search`. */
  page: z.string(),
  /** Query string without its question mark. */
  query: z.string().max(2000),
  createdAt: time,
});
export type SavedView = z.infer<typeof SavedViewSchema>;

/** An address under which programs follow a saved view without logging in. Only the SHA-256 of its secret is kept. Natural key: that hash. */
export const ViewFeedSchema = z.strictObject({
  id: hash,
  viewId: z.string(),
  login: z.string(),
  createdAt: time,
  usedAt: time.nullable(),
});
export type ViewFeed = z.infer<typeof ViewFeedSchema>;
