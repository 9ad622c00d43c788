import { defineConfig } from "prisma/config";

// `prisma generate` looks for a schema engine that it does not use and would try to download it.
// Any executable satisfies the look-up; migrations run through app/server/migrations.server.ts.
process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
});
