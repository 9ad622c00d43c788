/** Erasing cannot be undone: whoever does it types the name of whom they erase. */
import { z } from "zod";

/** However it is spaced and written: a name is copied by eye. */
function asCompared(name: string): string {
  return name.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
}

export function erasePersonForm(name: string) {
  return z.object({
    name: z
      .string("Type the name to confirm")
      .refine((typed) => asCompared(typed) === asCompared(name), {
        error: "That is not the name. Type it as it stands above.",
      }),
  });
}
