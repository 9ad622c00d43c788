/** `npm run build`: the database client, then the browser's and the server's bundles. */
import { buildAll } from "~/cli/build-steps";

process.exitCode = await buildAll(console.log);
