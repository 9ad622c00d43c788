/**
 * Migrations without Prisma's engine download: the same engine as WebAssembly, which writes the
 * standard `_prisma_migrations` table, so that `prisma migrate deploy` can take over at any time.
 */
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { databaseAdapter, type Database } from "~/server/db.server";
import { perProcess } from "~/server/per-process.server";

interface Engine {
  diff(input: unknown): Promise<{ stdout: string | null }>;
  applyMigrations(input: unknown): Promise<{ appliedMigrationNames: string[] }>;
}

interface EngineGlue {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
  SchemaEngine: {
    new: (
      options: { datamodels: [string, string][] },
      log: () => void,
      adapter: ReturnType<typeof bindMigrationAwareSqlAdapterFactory>,
    ) => Promise<Engine>;
  };
}

const filters = { externalTables: [], externalEnums: [] };

/** The engine's glue keeps the instance in a variable of its own, so a process loads it once. */
async function instantiate(): Promise<EngineGlue> {
  // The package's `exports` hide its files, so they are named by path beside its entry.
  const require = createRequire(join(process.cwd(), "package.json"));
  const folder = dirname(require.resolve("@prisma/schema-engine-wasm"));
  const glue = (await import(
    /* @vite-ignore */ pathToFileURL(join(folder, "schema_engine_bg.js")).href
  )) as EngineGlue;
  const wasm = await readFile(join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, {
    "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports,
  });
  glue.__wbg_set_wasm(instance.exports);
  const start = instance.exports["__wbindgen_start"];
  if (typeof start === "function") (start as () => void)();
  return glue;
}

async function loadEngine(schema: string, databaseUrl: string): Promise<Engine> {
  const glue = await perProcess("schema-engine", instantiate);
  return glue.SchemaEngine.new(
    { datamodels: [["schema.prisma", schema]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(databaseAdapter(databaseUrl)),
  );
}

interface Migration {
  readonly name: string;
  readonly sql: string;
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => ({
      name,
      sql: await readFile(join(folder, name, "migration.sql"), "utf8"),
    })),
  );
}

function migrationsList(folder: string, migrations: readonly Migration[]): unknown {
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: 'provider = "sqlite"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
}

interface MigrationFolders {
  readonly schema: string;
  readonly migrations: string;
}

export function migrationFolders(root: string = process.cwd()): MigrationFolders {
  return {
    schema: join(root, "prisma/schema.prisma"),
    migrations: join(root, "prisma/migrations"),
  };
}

/** Names of the migrations that this version of Rapport has, oldest first. */
export async function knownMigrations(
  folders: MigrationFolders = migrationFolders(),
): Promise<string[]> {
  return (await readMigrations(folders.migrations)).map(({ name }) => name);
}

/** Names of migrations that this database has not had yet, oldest first. */
export async function pendingMigrations(
  database: Database,
  folders: MigrationFolders = migrationFolders(),
): Promise<string[]> {
  const known = await readMigrations(folders.migrations);
  const tables = await database.$queryRaw<unknown[]>`
    SELECT name FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'`;
  if (tables.length === 0) return known.map(({ name }) => name);
  const rows = await database.$queryRaw<{ migration_name: string }[]>`
    SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  const applied = new Set(rows.map((row) => row.migration_name));
  return known.map(({ name }) => name).filter((name) => !applied.has(name));
}

/** Applies what is pending and returns its names. The engine is loaded only when there is something. */
export async function applyMigrations(
  database: Database,
  databaseUrl: string,
  folders: MigrationFolders = migrationFolders(),
): Promise<string[]> {
  const pending = await pendingMigrations(database, folders);
  if (pending.length === 0) return [];
  await database.$queryRawUnsafe("PRAGMA journal_mode = WAL");
  const engine = await loadEngine(await readFile(folders.schema, "utf8"), databaseUrl);
  const applied = await engine.applyMigrations({
    migrationsList: migrationsList(folders.migrations, await readMigrations(folders.migrations)),
    filters,
  });
  return applied.appliedMigrationNames;
}

/**
 * The SQL that leads from the migrations on disk to the schema file; empty when they agree.
 * The migrations are played into a throw-away file: a database in memory would be lost with the
 * connection that the adapter opens anew after each transaction.
 */
export async function schemaDiff(folders: MigrationFolders = migrationFolders()): Promise<string> {
  const content = await readFile(folders.schema, "utf8");
  const migrations = await readMigrations(folders.migrations);
  const scratch = await mkdtemp(join(tmpdir(), "schema-diff-"));
  const url = `file:${join(scratch, "scratch.db")}`;
  try {
    const engine = await loadEngine(content, url);
    if (migrations.length > 0) {
      const list = migrationsList(folders.migrations, migrations);
      await engine.applyMigrations({ migrationsList: list, filters });
    }
    const { stdout } = await engine.diff({
      from:
        migrations.length === 0
          ? { tag: "empty" }
          : {
              tag: "schemaDatasource",
              files: [{ path: "schema.prisma", content }],
              configDir: scratch,
            },
      to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content }] },
      script: true,
      exitCode: null,
      filters,
    });
    const sql = stdout ?? "";
    return sql.includes("This is an empty migration") ? "" : sql;
  } finally {
    await rm(scratch, { recursive: true });
  }
}
