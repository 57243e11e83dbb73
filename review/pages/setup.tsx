import { type Invitation, LoginSchema, type User } from "../../model/accounts.ts";
import { passwordFault } from "../access/passwords.ts";
import { audit, type ReviewContext } from "../http/context.ts";
import { HttpFault } from "../http/fault.ts";
import { formOf } from "../http/form.ts";
import type { Route } from "../http/route.ts";
import { page } from "../views/layout.tsx";
import { Fault } from "../views/parts.tsx";
import { startSession } from "./login.tsx";

export const setupRoutes: readonly Route[] = [
  { method: "GET", path: "/setup/:secret", access: "public", handle: showSetup },
  { method: "POST", path: "/setup/:secret", access: "public", handle: setUp },
];

async function showSetup(c: ReviewContext) {
  return setupPage(c, await invitationOf(c), {});
}

async function invitationOf(c: ReviewContext): Promise<Invitation> {
  const invitation = await c.var.services.invitations.find(c.req.param("secret") ?? "");
  if (invitation === null)
    throw new HttpFault(404, "This link has been used or has run out. Ask for a new one.");
  return invitation;
}

interface SetupForm {
  login?: string;
  name?: string;
  fault?: string;
}

function setupPage(c: ReviewContext, invitation: Invitation, { login, name, fault }: SetupForm) {
  return page(
    c,
    { title: "Welcome", narrow: true, status: fault === undefined ? 200 : 422 },
    <form class="card" method="post">
      <h1>Welcome to Habeas</h1>
      <p class="quiet">
        {invitation.login === null
          ? `Choose how you will log in. Your role will be: ${invitation.role}.`
          : `Choose a password for ${invitation.login}.`}
      </p>
      <Fault>{fault}</Fault>
      {invitation.login === null ? (
        <>
          <label>
            Login
            <input
              name="login"
              value={login ?? ""}
              autocomplete="username"
              autocapitalize="none"
              required
              autofocus
            />
            <span class="hint">Small letters and digits, for example your first name.</span>
          </label>
          <label>
            Your name
            <input name="name" value={name ?? ""} autocomplete="name" required maxlength={120} />
          </label>
        </>
      ) : (
        <input type="hidden" name="login" value={invitation.login} autocomplete="username" />
      )}
      <label>
        Password
        <input name="password" type="password" autocomplete="new-password" required minlength={12} />
        <span class="hint">At least 12 characters; four words are easier to keep than eight signs.</span>
      </label>
      <button class="primary" type="submit">
        Begin
      </button>
    </form>,
  );
}

async function setUp(c: ReviewContext) {
  const { review, passwords, invitations, sessions, now } = c.var.services;
  const invitation = await invitationOf(c);
  const form = await formOf(c);
  const given = { login: form["login"] ?? "", name: (form["name"] ?? "").trim() };
  const again = (fault: string) => setupPage(c, invitation, { ...given, fault });
  const login = LoginSchema.safeParse(invitation.login ?? given.login);
  if (!login.success) return again(`Login: ${login.error.issues[0]?.message ?? "not valid"}.`);
  const fault = passwordFault(form["password"] ?? "", login.data);
  if (fault !== null) return again(fault);
  const known = await review.users.get(login.data);
  if (invitation.login === null && known !== null) return again("This login is taken; choose another.");
  const password = await passwords.hash(form["password"] ?? "");
  // From here on the link is used up: two people with it do not both get in.
  if ((await invitations.redeem(c.req.param("secret") ?? "")) === null)
    throw new HttpFault(404, "Used already.");
  const user: User = known ?? {
    login: login.data,
    name: given.name || login.data,
    role: invitation.role,
    seesRestricted: invitation.role === "admin" || invitation.role === "editor",
    password: null,
    totp: null,
    active: true,
    createdAt: new Date(now()).toISOString(),
    tourDone: false,
  };
  if (known === null && !(await review.users.insert({ ...user, password })))
    throw new HttpFault(409, "Somebody took this login just now. Ask for a new link.");
  if (known !== null)
    await review.users.update(user.login, (kept) => (kept === null ? null : { ...kept, password }));
  await sessions.endAll(user.login);
  await audit(c, "password.set", { kind: "user", id: user.login }, { role: user.role }, user.login);
  await startSession(c, user.login);
  return c.redirect("/", 303);
}
