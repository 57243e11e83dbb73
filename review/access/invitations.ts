import type { Invitation, Role, User } from "../../model/accounts.ts";
import type { ReviewStore } from "../../storage/review-store.ts";
import { newSecret, type Random, secretHash } from "./secrets.ts";
import { isoTime } from "./time.ts";

export interface InvitationsOptions {
  review: ReviewStore;
  now: () => number;
  random: Random;
}

export interface Invitations {
  /** Makes a link's secret. `login` null lets whoever opens it choose theirs. */
  invite(invitation: { login: string | null; role: Role; validHours: number }): Promise<string>;
  find(secret: string): Promise<Invitation | null>;
  /** Uses the link up: of two at once, one gets the invitation. */
  redeem(secret: string): Promise<Invitation | null>;
  /** A link for the first administrator, as long as nobody can log in; earlier ones end. Null otherwise. */
  inviteFirstAdmin(): Promise<string | null>;
}

const firstAdminHours = 24;

export function createInvitations({ review, now, random }: InvitationsOptions): Invitations {
  const { invitations } = review;
  const isAlive = (invitation: Invitation | null): invitation is Invitation =>
    invitation !== null && now() < Date.parse(invitation.expiresAt);

  const invite: Invitations["invite"] = async ({ login, role, validHours }) => {
    await invitations.removeBefore(isoTime(now()));
    const secret = newSecret(random);
    const expiresAt = isoTime(now() + validHours * 3_600_000);
    await invitations.insert({ id: secretHash(secret), login, role, createdAt: isoTime(now()), expiresAt });
    return secret;
  };

  return {
    invite,

    async find(secret) {
      const found = await invitations.get(secretHash(secret));
      return isAlive(found) ? found : null;
    },

    async redeem(secret) {
      let redeemed: Invitation | null = null;
      await invitations.update(secretHash(secret), (invitation) => {
        redeemed = isAlive(invitation) ? invitation : null;
        return invitation === null ? null : "remove";
      });
      return redeemed;
    },

    async inviteFirstAdmin() {
      if (await hasAdmin(review)) return null;
      const { items } = await invitations.list({ group: "" }, { limit: 100 });
      for (const { id, role } of items) if (role === "admin") await invitations.remove(id);
      return invite({ login: null, role: "admin", validHours: firstAdminHours });
    },
  };
}

/** Whether somebody is there who can let others in. */
async function hasAdmin(review: ReviewStore): Promise<boolean> {
  let after: string | undefined;
  do {
    const page = await review.users.list({}, { limit: 500, ...(after === undefined ? {} : { after }) });
    if (page.items.some(isAdmin)) return true;
    after = page.next ?? undefined;
  } while (after !== undefined);
  return false;
}

const isAdmin = ({ role, active, password }: User) => role === "admin" && active && password !== null;
