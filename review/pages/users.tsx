import { z } from "zod";
import { LoginSchema, roles, type User } from "../../model/accounts.ts";
import { audit, type ReviewContext, viewerOf } from "../http/context.ts";
import { notFound } from "../http/fault.ts";
import { formOf, parsed } from "../http/form.ts";
import type { Route } from "../http/route.ts";
import { CsrfField, page } from "../views/layout.tsx";
import { Fault } from "../views/parts.tsx";
import { moment } from "../views/words.ts";

const access = { role: "admin" } as const;

export const usersRoutes: readonly Route[] = [
  { method: "GET", path: "/users", access, handle: (c) => usersPage(c, {}) },
  { method: "POST", path: "/users/invite", access, handle: invite },
  { method: "POST", path: "/users/:login", access, handle: change },
  { method: "POST", path: "/users/:login/link", access, handle: newLink },
];

const inviteHours = 72;
const resetHours = 24;

interface Told {
  fault?: string;
  link?: string;
}

async function usersPage(c: ReviewContext, { fault, link }: Told) {
  const { items: users } = await c.var.services.review.users.list({}, { limit: 500 });
  return page(
    c,
    { title: "Users", status: fault === undefined ? 200 : 422 },
    <>
      <h1>Users</h1>
      <Fault>{fault}</Fault>
      {link === undefined ? null : (
        <p class="note good" role="status">
          Send this link to them by a way that you trust. It works once: <code>{link}</code>
        </p>
      )}
      <div class="columns">
        <ul class="stack bare">
          {users.map((user) => (
            <UserCard c={c} user={user} />
          ))}
        </ul>
        <form class="card" method="post" action="/users/invite">
          <h2>Invite somebody</h2>
          <CsrfField c={c} />
          <RoleChoice chosen="analyst" />
          <p class="small quiet">
            You get a link with which they choose their login and password within three days.
          </p>
          <div>
            <button class="primary" type="submit">
              Make a link
            </button>
          </div>
        </form>
      </div>
    </>,
  );
}

function RoleChoice({ chosen }: { chosen: User["role"] }) {
  return (
    <label>
      Role
      <select name="role">
        {roles.map((role) => (
          <option value={role} selected={role === chosen}>
            {role}
          </option>
        ))}
      </select>
    </label>
  );
}

function UserCard({ c, user }: { c: ReviewContext; user: User }) {
  const address = `/users/${encodeURIComponent(user.login)}`;
  return (
    <li class="card">
      <h2>
        {user.name} <span class="quiet">{user.login}</span>
      </h2>
      <p class="small quiet">
        Since {moment(user.createdAt)}; {user.totp === null ? "no second factor" : "with a second factor"}
        {user.active ? "" : "; shut out"}
      </p>
      <form class="row" method="post" action={address}>
        <CsrfField c={c} />
        <RoleChoice chosen={user.role} />
        <label class="check">
          <input type="checkbox" name="seesRestricted" checked={user.seesRestricted} /> sees restricted
          records
        </label>
        <label class="check">
          <input type="checkbox" name="active" checked={user.active} /> may log in
        </label>
        <button type="submit">Save</button>
      </form>
      <form method="post" action={`${address}/link`}>
        <CsrfField c={c} />
        <button class="plain" type="submit">
          Make a link to set a new password
        </button>
      </form>
    </li>
  );
}

const RoleSchema = z.object({ role: z.enum(roles) });

async function invite(c: ReviewContext) {
  const { role } = parsed(RoleSchema, await formOf(c));
  const secret = await c.var.services.invitations.invite({ login: null, role, validHours: inviteHours });
  await audit(c, "user.invite", null, { role });
  return usersPage(c, { link: linkTo(c, secret) });
}

const linkTo = (c: ReviewContext, secret: string) =>
  `${c.var.services.publicOrigin ?? new URL(c.req.url).origin}/setup/${secret}`;

async function userOf(c: ReviewContext): Promise<User> {
  const login = LoginSchema.safeParse(c.req.param("login"));
  const user = login.success ? await c.var.services.review.users.get(login.data) : null;
  if (user === null) throw notFound("user");
  return user;
}

async function change(c: ReviewContext) {
  const user = await userOf(c);
  const form = await formOf(c);
  const { role } = parsed(RoleSchema, form);
  const wanted = {
    role,
    seesRestricted: form["seesRestricted"] !== undefined,
    active: form["active"] !== undefined,
  };
  if (user.login === viewerOf(c).user.login && (role !== "admin" || !wanted.active))
    return usersPage(c, { fault: "You cannot take your own rights away; let another administrator do it." });
  const { review, sessions } = c.var.services;
  await review.users.update(user.login, (kept) => (kept === null ? null : { ...kept, ...wanted }));
  if (!wanted.active) await sessions.endAll(user.login);
  await audit(c, "user.change", { kind: "user", id: user.login }, wanted);
  return c.redirect("/users", 303);
}

async function newLink(c: ReviewContext) {
  const { login, role } = await userOf(c);
  const secret = await c.var.services.invitations.invite({ login, role, validHours: resetHours });
  await audit(c, "user.reset", { kind: "user", id: login });
  return usersPage(c, { link: linkTo(c, secret) });
}
