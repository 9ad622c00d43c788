/** Signing in by e-mail and password, without telling who has an account. */
import type { SignInForm } from "~/core/access/sign-in.schema";
import { fail, ok, type Result } from "~/core/result";
import type { Database } from "~/server/db.server";
import { aboutPerson, appendAudit } from "~/server/people/audit.server";
import { demoMaySignIn } from "~/server/people/demo-sign-in.server";
import { hashPassword, needsRehash, verifyPassword } from "~/server/people/password-hash.server";
import { startSession } from "~/server/people/session.server";
import { countTry, forgetTries, type Lock } from "~/server/people/sign-in-limits.server";

export interface SignInRefusal {
  readonly status: 400 | 429;
  readonly sentence: string;
}

/** The same for an unknown address, a wrong password, a deactivated account and none set yet. */
export const refusalSentence =
  "That e-mail address and password do not fit together. Try again, or ask your administrator for a new password.";

function tooMany(milliseconds: number): SignInRefusal {
  const minutes = Math.max(1, Math.ceil(milliseconds / 60_000));
  const wait = minutes === 1 ? "a minute" : `${minutes} minutes`;
  return { status: 429, sentence: `Too many tries. Wait ${wait}, then try again.` };
}

/** The first refusal is in the audit, not each; an address that nobody has is not written down. */
async function noteLock(
  database: Database,
  { locked }: Lock,
  { email, address }: { readonly email: string; readonly address: string },
): Promise<void> {
  if (locked === null) return;
  const person = await database.person.findUnique({ where: { email }, select: { id: true } });
  const subject =
    locked === "account" && person !== null ? aboutPerson(person.id) : "sign-in:attempts";
  await appendAudit(database, { id: null, address }, [
    { action: "sign-in.locked", subject, detail: { locked } },
  ]);
}

/** From where somebody signs in, and with what. */
export interface SignInPlace {
  readonly address: string;
  readonly userAgent?: string | null;
}

/** On success the `Set-Cookie` header of the new session. */
export async function signIn(
  database: Database,
  form: SignInForm,
  { address, userAgent = null }: SignInPlace,
): Promise<Result<string, SignInRefusal>> {
  const { email, password, shared } = form;
  const lock = await countTry(database, { email, address });
  if (lock !== null) {
    await noteLock(database, lock, { email, address });
    return fail(tooMany(lock.milliseconds));
  }
  const person = await database.person.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, deactivatedAt: true, demo: true },
  });
  const matches = await verifyPassword(person?.passwordHash ?? null, password);
  const welcome =
    person !== null && person.deactivatedAt === null && (!person.demo || demoMaySignIn());
  if (!matches || !welcome) return fail({ status: 400, sentence: refusalSentence });
  await forgetTries(database, { email, address });
  if (person.passwordHash !== null && needsRehash(person.passwordHash)) {
    const passwordHash = await hashPassword(password);
    await database.person.updateMany({
      where: { id: person.id, passwordHash: person.passwordHash },
      data: { passwordHash },
    });
  }
  return ok(await startSession(database, person.id, { shared, userAgent }));
}
