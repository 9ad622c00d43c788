/**
 * A short way to write, beside the reader's: statements prepared once, on a connection of their own.
 * What is written together is one transaction and one wait for the disk, and no turn of the event
 * loop passes meanwhile. It takes its turn with Prisma's transactions of this process, whose lock it
 * would otherwise wait for while it keeps them from letting go of it (docs/decisions/044).
 */
import LibsqlConnection from "libsql";
import type { Prisma } from "~/server/generated/prisma/client";
import { asCell, type Parameter } from "~/server/reader.server";

/** Statements that take effect together or not at all. */
export type Unit = readonly Prisma.Sql[];

/** What a unit came to: null where it stands, or the rule of the database that it broke. */
export type Outcome = Error | null;

const constraintCode = 19;

function isConstraint(error: unknown): error is Error {
  if (!(error instanceof Error) || !("rawCode" in error)) return false;
  return typeof error.rawCode === "number" && (error.rawCode & 0xff) === constraintCode;
}

export class Writer {
  readonly #path: string;
  readonly #timeout: number;
  #connection: LibsqlConnection.Database | null = null;
  readonly #statements = new Map<string, LibsqlConnection.Statement>();
  /** Settled when the transaction that is open on Prisma's connection is over. */
  #held: Promise<void> | null = null;

  /** `timeout` in milliseconds: how long a write waits for another process. */
  constructor(path: string, timeout: number) {
    this.#path = path;
    this.#timeout = timeout;
  }

  /** Makes writes wait until the result is called. Prisma has one transaction open at a time. */
  hold(): () => void {
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    this.#held = held;
    return () => {
      if (this.#held === held) this.#held = null;
      letGo();
    };
  }

  /**
   * Writes these units, each wholly or not at all; durable when it is answered. One that breaks a rule of
   * the database takes none of the others with it. Throws where the file is in trouble: then none stands.
   */
  async write(units: readonly Unit[]): Promise<readonly Outcome[]> {
    while (this.#held !== null) await this.#held;
    try {
      this.#run("BEGIN IMMEDIATE");
      const outcomes = units.map((unit) => this.#writeUnit(unit));
      this.#run("COMMIT");
      return outcomes;
    } catch (error) {
      this.#giveUp();
      throw error;
    }
  }

  /** libsql closes a connection only when its statements are collected, and what is open would stay so. */
  #giveUp(): void {
    try {
      if (this.#connection?.inTransaction === true) this.#connection.exec("ROLLBACK");
    } finally {
      // A statement that failed may be left half-way.
      this.close();
    }
  }

  /** What a setting of the connection is, as text; with ` = value` behind its name it is set. */
  pragma(setting: string): string {
    const row: unknown = this.#open().prepare(`PRAGMA ${setting}`).get([]);
    return String(Object.values(row ?? {})[0]);
  }

  close(): void {
    this.#statements.clear();
    this.#connection?.close();
    this.#connection = null;
  }

  #writeUnit(unit: Unit): Outcome {
    this.#run("SAVEPOINT unit");
    try {
      for (const { sql, values } of unit) this.#run(sql, (values as Parameter[]).map(asCell));
    } catch (error) {
      if (!isConstraint(error)) throw error;
      this.#run("ROLLBACK TO unit");
      this.#run("RELEASE unit");
      return error;
    }
    this.#run("RELEASE unit");
    return null;
  }

  #run(sql: string, parameters: readonly unknown[] = []): void {
    this.#prepared(sql).run(parameters);
  }

  #prepared(sql: string): LibsqlConnection.Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const made = this.#open().prepare(sql);
    this.#statements.set(sql, made);
    return made;
  }

  #open(): LibsqlConnection.Database {
    if (this.#connection !== null) return this.#connection;
    const connection = new LibsqlConnection(this.#path, { timeout: this.#timeout });
    connection.exec("PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL");
    this.#connection = connection;
    return connection;
  }
}
