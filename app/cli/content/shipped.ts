/** Where the shipped content is. */
import { fileURLToPath } from "node:url";

export const shippedContent = fileURLToPath(new URL("../../../content", import.meta.url));
